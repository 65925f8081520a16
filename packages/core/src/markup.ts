/** HTML or SVG that is ours. Whatever else is put in it is words. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | undefined | readonly Piece[];

/** Markup around words: what is no markup itself can neither end a tag nor begin one. */
export function markup(text: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let said = text[0] ?? '';
  for (let i = 0; i < pieces.length; i++) said += textOf(pieces[i]) + (text[i + 1] ?? '');
  return new Markup(said);
}

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (piece === undefined) return '';
  if (typeof piece !== 'object') return escaped(String(piece));
  let said = '';
  for (const each of piece) said += textOf(each);
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
