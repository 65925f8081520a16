import { countGraphemes, graphemes } from './graphemes.js';

let segmenter: Intl.Segmenter | undefined;

/** A text as one line: no breaks, no controls, and nothing that turns the direction of what comes after it. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A text of at most so many graphemes, its end cut off after a whole word; '' where not even one finds room. */
export function cutAtWord(text: string, most: number): string {
  // What is a hundred times as long is not counted to its end.
  const begun = text.slice(0, most * 100);
  if (begun.length === text.length && countGraphemes(text) <= most) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  let end = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(begun)) {
    count += countGraphemes(segment);
    const next = index + segment.length;
    if (count >= most || (next === begun.length && next < text.length)) break;
    if (isWordLike) end = next;
  }
  return end ? `${begun.slice(0, end)}…` : '';
}

/** The same; one word that is longer than all of it is cut wherever that is. */
export function cut(text: string, most: number): string {
  return cutAtWord(text, most) || [...take(graphemes(text), most - 1), '…'].join('');
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const one of all) {
    if (left-- <= 0) return;
    yield one;
  }
}
