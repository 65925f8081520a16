/** HTML or SVG that is ours. Whatever else is put in it is words. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What stands in markup: markup itself, words, nothing, or several of these one after the other. */
export type Piece = Markup | string | number | undefined | readonly Piece[];

/** Markup around words: what is no markup itself can neither end a tag nor begin one. */
export function markup(text: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let said = text[0] ?? '';
  for (let i = 0; i < pieces.length; i++) said += inMarkup(pieces[i]) + (text[i + 1] ?? '');
  return new Markup(said);
}

/** A piece as the text of markup: between tags, or within quotes. */
export function inMarkup(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'number') return String(piece);
  let said = '';
  for (const each of piece) said += inMarkup(each);
  return said;
}

/** What needs a closer look: signs of markup, what no XML may have, and halves of a sign, which may stand alone. */
const DOUBTFUL = /[&<>"'\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** Words between tags or within quotes, without what no XML may have in it. */
function escaped(words: string): string {
  if (!DOUBTFUL.test(words)) return words;
  return words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
