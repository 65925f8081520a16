import { graphemes, type Mark, type Phrase } from '@kith/core';

/** Words of one look in a line. */
export interface Run {
  text: string;
  /** The classes it is set in. */
  look?: string;
  /** Somebody's own words, kept apart from the direction of the words around them. */
  own?: boolean;
}

/** A phrase as runs; the words that match, or a deed, have the look `deed`. */
export function runsOf(said: Phrase, look = ''): Run[] {
  return said.map((mark) => {
    const { text, own = true, deed = '' } = readOf(mark);
    return { text, look: [look, deed].filter(Boolean).join(' '), own };
  });
}

function readOf(mark: Mark): { text: string; own?: boolean; deed?: string } {
  if (typeof mark === 'string') return { text: mark, own: false };
  if ('name' in mark) return { text: mark.name };
  if ('link' in mark) return { text: mark.link };
  if ('time' in mark) return { text: mark.time, own: false };
  return { text: mark.word, deed: 'deed' };
}

/**
 * Ems that characters take, as wide as in the widest of the usual faces: a picture knows none of its reader's, and a line
 * that ends early is better than one that leaves the picture.
 */
const ems: readonly [RegExp, number][] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[ijlI.,:;'’‘|!]/u, 0.34],
  [/\s/u, 0.32],
  [/[frt()[\]{}"“”/\\\-·]/u, 0.45],
  [/[mwMW@%—…]/u, 1],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}！-｠　-〿]/u, 1.1],
  [/\p{Lu}/u, 0.74],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 0.58],
  [/[\p{Ll}\d]/u, 0.62],
];
const OTHER = 0.8;
const BOLD = 1.1;
const known = new Map<string, number>();

/** About how wide a text is in this size, and surely no wider. */
export function advance(text: string, size: number, isBold = false): number {
  let sum = 0;
  for (const sign of text) {
    let em = known.get(sign);
    if (em === undefined) known.set(sign, (em = ems.find(([like]) => like.test(sign))?.[1] ?? OTHER));
    sum += em;
  }
  return sum * size * (isBold ? BOLD : 1);
}

/** What stays together in a line. */
interface Unit {
  runs: Run[];
  width: number;
  /** The white space before it, which a line does not begin with. */
  space: Run | undefined;
  /** It begins a line, as its author wrote. */
  begins: boolean;
}

/** A text in lines of a width, `most` at the most: what is left of it then is three dots. */
export function wrapped(runs: readonly Run[], size: number, width: number, most = Infinity): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let room = width;
  for (const unit of unitsOf(runs, size, width)) {
    const space = unit.space && line.length ? widthOf(unit.space, size) : 0;
    if (line.length && (unit.begins || unit.width + space > room)) {
      lines.push(line);
      line = [];
      room = width;
    } else if (unit.space && line.length) {
      line.push(unit.space);
      room -= space;
    }
    line.push(...unit.runs);
    room -= unit.width;
    if (lines.length > most) break;
  }
  if (line.length) lines.push(line);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = cutShort(shown[most - 1] ?? [], size, width);
  return shown.map(joined);
}

/** The same number of lines, as even as they can be. */
export function balanced(runs: readonly Run[], size: number, width: number): Run[][] {
  const { length } = wrapped(runs, size, width);
  let [narrow, wide] = [width / Math.max(length, 1) / 2, width];
  while (wide - narrow > size / 4) {
    const between = (narrow + wide) / 2;
    if (wrapped(runs, size, between).length > length) narrow = between;
    else wide = between;
  }
  return wrapped(runs, size, wide);
}

/** Which way a text is written: as its first letter is; `otherwise` where it has none. */
export function directionOf(text: string, otherwise: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return otherwise;
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr';
}

/** Scripts that write their words without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

function unitsOf(runs: readonly Run[], size: number, width: number): Unit[] {
  const units: Unit[] = [];
  let space: Run | undefined;
  let begins = false;
  let isOpen = false;
  const add = (run: Run, joins: boolean) => {
    const last = units.at(-1);
    const wide = widthOf(run, size);
    // A comma may stand over the edge by what the estimate is too large, and not at the beginning of a line.
    const isComma = wide < size && isClosing(run.text);
    if (joins && isOpen && last && (isComma || last.width + wide <= width)) {
      last.runs.push(run);
      last.width += wide;
    } else {
      units.push({ runs: [run], width: wide, space, begins });
    }
    space = undefined;
    begins = false;
    isOpen = true;
  };
  for (const run of runs) {
    for (const piece of run.text.match(/\s+|\S+/g) ?? []) {
      if (/\s/.test(piece)) {
        begins ||= piece.includes('\n');
        space = { ...run, text: piece.replace(/[ \t\n\r\f\v]+/g, ' ') };
        isOpen = false;
        continue;
      }
      partsOf(piece, run, size, width).forEach((text, i) => add({ ...run, text }, i === 0 || isClosing(text)));
    }
  }
  return units;
}

/** A word; more than one where it may be broken, or has to be. */
function partsOf(word: string, run: Run, size: number, width: number): string[] {
  const words = UNSPACED.test(word)
    ? Array.from((segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })).segment(word), (one) => one.segment)
    : [word];
  return words.flatMap((one) => (widthOf({ ...run, text: one }, size) > width ? broken(one, run, size, width) : [one]));
}

/** Between the characters a person sees. */
function broken(word: string, run: Run, size: number, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let wide = 0;
  for (const each of graphemes(word)) {
    const own = widthOf({ ...run, text: each }, size);
    if (part && wide + own > width) {
      parts.push(part);
      part = '';
      wide = 0;
    }
    part += each;
    wide += own;
  }
  return [...parts, part];
}

function isClosing(text: string): boolean {
  return /^[\p{Pe}\p{Pf}\p{Po}、。]+$/u.test(text);
}

function cutShort(line: readonly Run[], size: number, width: number): Run[] {
  const kept = [...line];
  const isFull = () => kept.reduce((sum, run) => sum + widthOf(run, size), advance('…', size)) > width;
  while (kept.length && isFull()) {
    const last = kept.pop() as Run;
    const text = [...graphemes(last.text)].slice(0, -1).join('').trimEnd();
    if (text) kept.push({ ...last, text });
  }
  return [...kept, { text: '…' }];
}

/** Neighbors that look the same, as one. */
function joined(line: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    if (last && last.look === run.look && !last.own && !run.own) last.text += run.text;
    else if (last && last.own && run.own && last.look === run.look) last.text += run.text;
    else runs.push({ ...run });
  }
  return runs;
}

function widthOf({ text, look }: Run, size: number): number {
  return advance(text, size, /\bstrong\b/.test(look ?? ''));
}
