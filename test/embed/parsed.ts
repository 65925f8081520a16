import { parse, parseFragment } from 'parse5';

/** An element as a parser finds it, with the text in it. */
export interface Found {
  tag: string;
  attributes: Record<string, string>;
  text: string;
}

interface Parsed {
  tagName?: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Parsed[];
}

function elementsIn(node: Parsed): Found[] {
  const { tagName: tag, attrs = [], childNodes = [] } = node;
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return [...(tag === undefined ? [] : [{ tag, attributes, text: textIn(node) }]), ...childNodes.flatMap(elementsIn)];
}

function textIn({ value, childNodes = [] }: Parsed): string {
  return value ?? childNodes.map(textIn).join('');
}

export const fragment = (text: string): Found[] => elementsIn(parseFragment(text) as Parsed);
export const page = (text: string): Found[] => elementsIn(parse(text) as Parsed);

/** What an element is called and has, without what it says: what hostile words must not change. */
export const shapeOf = (found: readonly Found[]) =>
  found.map(({ tag, attributes }) => [tag, ...Object.keys(attributes).sort()].join(' '));

/**
 * Throws unless a text is XML that is well formed, as a picture has to be: each tag closed, attributes quoted, no `<` or
 * `&` alone, and no sign that no XML may hold.
 */
export function checkXml(text: string): void {
  const open: string[] = [];
  const bad = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text);
  if (bad) throw new Error(`A sign that is none at ${bad.index}.`);
  const rest = text.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, said, empty) => {
      checkSigns(said);
      if (end) {
        if (open.pop() !== name) throw new Error(`</${name}> ends nothing.`);
      } else if (!empty) open.push(name);
      return '';
    },
  );
  if (open.length) throw new Error(`<${open.at(-1)}> is not ended.`);
  if (rest.includes('<')) throw new Error(`Not a tag: ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 60)}`);
  checkSigns(rest);
}

function checkSigns(text: string): void {
  const alone = /&(?!#\d+;)/.exec(text);
  if (alone) throw new Error(`An & alone: ${text.slice(alone.index, alone.index + 30)}`);
}
