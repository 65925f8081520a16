/** Of a component's text what a snippet is made of; the rest is a program. */
export interface Program {
  /** The tag, as HTML. */
  tag: string;
  /** The JSON of the document in it. */
  people?: string;
  /** The address its store reads. */
  src?: string;
  /** Whom its store writes to. */
  to?: string;
}

const PROGRAM = /^\s*(?:<script(?: setup)?>\s*)?import\b[^]*?'@kith\//;
const LITERAL = `'(?:[^'\\\\\\n]|\\\\.)*'`;
const PEOPLE = /^( *)const people = (\{\n[^]*?\n\1\});$/m;
const SOURCE = new RegExp(`^ *const store = createStore\\(\\w+\\(\\{ url: (${LITERAL}) \\}`, 'm');
const TO = new RegExp(`^ *const store = createStore\\(mail\\(.*, \\{ to: (${LITERAL}) \\}\\)\\);$`, 'm');
const TEMPLATE = new RegExp(`^ *template: (${LITERAL}),$`, 'm');

/** Reads a component as `snippetFor` writes them; undefined where a text is none. */
export function programIn(text: string): Program | undefined {
  if (!PROGRAM.test(text)) return undefined;
  const [whole = '', , people] = PEOPLE.exec(text) ?? [];
  // In somebody's words may stand whatever looks like the rest, and in an address whatever looks like the tag after it.
  const rest = text.replace(whole, () => '');
  const [src, to, template] = [SOURCE, TO, TEMPLATE].map((each) => unquoted(each.exec(rest)?.[1]));
  const [tag = ''] = [...(template ?? rest).matchAll(/<kith-(?!community)[\w-]+[^>]*>/g)].at(-1) ?? [];
  return {
    tag,
    ...(people !== undefined && { people }),
    ...(src !== undefined && { src }),
    ...(to !== undefined && { to }),
  };
}

/** The string that a literal of JavaScript stands for. */
function unquoted(literal: string | undefined): string | undefined {
  if (literal === undefined) return undefined;
  const inside = literal.slice(1, -1).replace(/\\'/g, "'").replace(/"/g, '\\"');
  return JSON.parse(`"${inside}"`) as string;
}
