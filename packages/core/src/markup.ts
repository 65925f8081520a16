/** HTML or SVG that is ours. Whatever else is put in it is words. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | undefined | readonly Piece[];

/** Markup around words: what is no markup itself can neither end a tag nor begin one. */
export function markup(text: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(String.raw({ raw: text }, ...pieces.map(textOf)));
}

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (piece === undefined) return '';
  return typeof piece === 'object' ? piece.map(textOf).join('') : escaped(String(piece));
}

/** Words between tags or within quotes, without what no XML may have in it. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
