import { Markup, markup, plain, type Language, type Phrase, type Words } from '@kith/core';
import { balanced, directionOf, runsOf, wrapped, type Run } from './lines.js';
import { rounded } from './marks.js';
import { paint, type Shade } from './paint.js';

/** Pixels of a line of text, and of what stands between. */
export const TEXT = 16;
export const ASIDE = 14.08;
export const LETTER = 18.24;
export const FIRST = 25.6;
export const GAP = { inside: 5.6, between: 11.2, apart: 17.6, things: 41.6 };

/** Lines of anything at the most. */
const MANY = 12;
/** Lines beyond which nobody sees whether they are even. */
const EVEN = 4;

/** How words are set. */
export interface Setting {
  size?: number;
  /** Where they begin, from the picture's start edge. */
  indent?: number;
  /** Lines at the most. */
  most?: number;
  /** Lines as even as they can be. */
  isBalanced?: boolean;
  /** They are somebody's own, and go the way they are written. */
  isOwn?: boolean;
  leading?: number;
  /** Where the first line stands, if not below what there is. */
  top?: number;
  width?: number;
}

/**
 * A picture that grows downwards while things are put on it. What is said on it is also what somebody hears who does not
 * see it: in full, also where a line had to be cut short.
 */
export class Sheet {
  /** Where the next thing stands. */
  y: number;
  readonly #pieces: Markup[] = [];
  readonly #heard: string[] = [];

  constructor(
    readonly language: Language<Words>,
    readonly width = 560,
    readonly edge = 20,
  ) {
    this.y = edge;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.language.direction;
  }

  /** The x of something so wide that begins so far from the start edge, whichever edge that is. */
  start(offset: number, wide = 0): number {
    return this.direction === 'ltr' ? offset : this.width - offset - wide;
  }

  /** Sets words below what there is, and tells where they end. */
  say(said: Phrase | string | readonly Run[], look = '', setting: Setting = {}): number {
    const { size = TEXT, indent = this.edge, most = MANY, isBalanced, isOwn, leading = 1.5, top } = setting;
    const runs = isRuns(said) ? said : runsOf(typeof said === 'string' ? [said] : said, look);
    const text = runs.map((run) => run.text).join('');
    if (!/\S/.test(text)) return setting.top ?? this.y;
    const room = setting.width ?? this.width - indent - this.edge;
    const cut = wrapped(runs, size, room, most);
    const lines = isBalanced && cut.length <= EVEN ? balanced(runs, size, room) : cut;
    const direction = isOwn ? directionOf(text, this.direction) : this.direction;
    // Words that go the other way begin at the other end of the same room.
    const x = direction === 'ltr' ? this.start(indent, room) : this.start(indent, room) + room;
    const begin = top ?? this.y;
    const height = size * leading;
    lines.forEach((line, i) => {
      const y = begin + i * height + height / 2 + size * 0.36;
      this.put(lineOf(line, rounded(x), rounded(y), rounded(size), direction));
    });
    this.hear(text);
    const end = begin + lines.length * height;
    this.y = Math.max(this.y, end);
    return end;
  }

  /** What is heard, and not set. */
  hear(said: string | Phrase): void {
    this.#heard.push(typeof said === 'string' ? said : plain(said));
  }

  put(...drawn: Markup[]): void {
    this.#pieces.push(...drawn);
  }

  /** Puts it beneath all there is. */
  putBeneath(...drawn: Markup[]): void {
    this.#pieces.unshift(...drawn);
  }

  skip(gap: number): void {
    this.y += gap;
  }

  /** The picture, with a name and what is said on it for who does not see it. */
  drawn(title: string, shade: Shade): string {
    const { width, direction } = this;
    const height = Math.ceil(this.y + this.edge);
    const { text } = markup`${this.#pieces}`;
    const used = new Set([...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
    return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" lang="${this.language.format.locale}" direction="${direction}">
<title id="t">${title}</title>
<desc id="d">${this.#heard.map((said) => said.replace(/\s+/g, ' ').trim()).join(' ')}</desc>
${new Markup(`<style>${paint(used.add('ground'), shade)}</style>`)}
<rect class="ground" width="${width}" height="${height}" rx="10"/>
${new Markup(text)}
</svg>
`.text;
  }
}

function lineOf(line: readonly Run[], x: number, y: number, size: number, direction: string): Markup {
  const spans = line.map(({ text, look, own }) => {
    const classes = [look, own ? 'own' : ''].filter(Boolean).join(' ');
    return classes ? markup`<tspan class="${classes}">${text}</tspan>` : markup`${text}`;
  });
  return markup`<text x="${x}" y="${y}" font-size="${size}" direction="${direction}">${spans}</text>
`;
}

function isRuns(said: Phrase | string | readonly Run[]): said is readonly Run[] {
  const first = typeof said === 'string' ? undefined : said[0];
  return typeof first === 'object' && 'text' in first;
}
