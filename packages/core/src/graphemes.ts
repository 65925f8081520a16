const encoder = new TextEncoder();
const PLAIN = /^[\n -\u02ff]*$/;
let segmenter: Intl.Segmenter | undefined;

/** How many characters a person sees: an emoji with its skin tone is one. */
export function countGraphemes(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes(text)) count++;
  return count;
}

/**
 * What stands in a person's stone: the first letter of the first word, with `letters: 2` also that of the last.
 * Only scripts with capitals give two: elsewhere a lone pair would join (Arabic) or read as a word (Chinese).
 * A name without letters gives its first visible character, an invisible name ''.
 */
export function initials(name: string, letters: 1 | 2): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0];
  if (first === undefined) return find(name, /[^\p{Z}\p{Cc}\p{Cf}]/u);
  const one = find(first, /\p{L}/u);
  const last = words.length > 1 ? find(words.at(-1) ?? '', /\p{L}/u) : '';
  return capital(one) + (letters === 2 && cased(one) && cased(last) ? capital(last) : '');
}

/**
 * A stable unsigned 32-bit number for an id, from which its stone and hue are chosen: FNV-1a over its UTF-8 bytes.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hash(id: string): number {
  let sum = 0x811c9dc5;
  for (const byte of encoder.encode(id)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/** A text by the characters a person sees. */
export function graphemes(text: string): Iterable<string> {
  // Here every code unit is a grapheme, and segmenting is a hundred times slower.
  return PLAIN.test(text) ? text : segments(text);
}

function* segments(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en');
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function find(text: string, wanted: RegExp): string {
  for (const grapheme of graphemes(text)) if (wanted.test(grapheme)) return grapheme;
  return '';
}

function cased(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}

function capital(letter: string): string {
  // A capital can be longer than its letter: ß gives SS.
  return find(letter.toUpperCase(), /\p{L}/u);
}
