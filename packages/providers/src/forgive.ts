/** A document as it was meant, and what had been done to it, in words for its author. */
export interface Forgiven {
  text: string;
  done: string[];
}

/**
 * Undoes what editors do to a document that is written into a page: line breaks and paragraphs between its lines, quotes
 * made typographic, characters written as entities, comments and CDATA around it. Gives `undefined` where that does not
 * make JSON of it: a comma too many, a missing brace or a word without quotes is nothing an editor does.
 */
export function forgive(text: string): Forgiven | undefined {
  const done: string[] = [];
  const undo = (what: string, mended: string) => {
    if (mended !== text) done.push(what);
    text = mended;
  };
  undo(
    'comments or CDATA around it',
    text.trim().replace(/^(?:\/\/)?\s*<!(?:--|\[CDATA\[)|(?:\/\/ *)?(?:--|\]\])>$/g, ''),
  );
  undo('paragraphs and line breaks in it', text.replace(/<\/?(?:p|br|div|span|pre|code)\b[^<>]*>/gi, ' '));
  undo(
    'characters written as entities',
    text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (entity, name: string) => charOf(name) ?? entity),
  );
  // Ambiguous are only those within a text; what parses now is as it was meant.
  if (!isJson(text)) undo('typographic quotes', straightened(text));
  return done.length && isJson(text) ? { text, done } : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const named = new Map(
  Object.entries({
    quot: '"',
    amp: '&',
    lt: '<',
    gt: '>',
    apos: "'",
    nbsp: ' ',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    hellip: '…',
    ndash: '–',
    mdash: '—',
  }),
);

function charOf(name: string): string | undefined {
  if (!name.startsWith('#')) return named.get(name.toLowerCase());
  const code = Number(name.slice(1).replace(/^x/i, '0x'));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What an editor writes for a straight quote, in any language. */
const quote = '["“”„‟″«»]';
/** A text in such quotes: it ends at the first one after which a document goes on. */
const text = new RegExp(
  `${quote}((?:\\\\[^]|[^\\\\])*?)${quote}(?=[\\s\\u00a0]*(?:[}\\]]|$|[:,][\\s\\u00a0]*(?:${quote}|[{[\\d-]|true\\b|false\\b|null\\b)))`,
  'g',
);

/** With straight quotes around each text, those within it kept, and no-break spaces between them made plain. */
function straightened(document: string): string {
  let end = 0;
  let straight = '';
  const between = (to: number) => document.slice(end, to).replace(/\u00a0/g, ' ');
  for (const { 0: whole, 1: inside = '', index } of document.matchAll(text)) {
    straight += `${between(index)}"${inside.replace(/(?<!\\)(?:\\\\)*"/g, '\\"').replace(/\\([“”„‟″«»])/g, '$1')}"`;
    end = index + whole.length;
  }
  return straight + between(document.length);
}
