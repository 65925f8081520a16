import { cutAtWord, oneLine } from '@kith/core';

/** How much of what somebody wrote is said back to them. */
const MOST = 60;

/** A piece of what was pasted, within a sentence: short, on one line, and never markup. */
export function quoted(text: string): string {
  const seen = oneLine(text.slice(0, 500).replace(/[\u200b-\u200f\u2060\ufeff]/g, '')).replace(/[<>]/g, (sign) =>
    sign === '<' ? '‹' : '›',
  );
  const short = seen.length > MOST ? cutAtWord(seen, MOST) || `${seen.slice(0, MOST)}…` : seen;
  return `“${short}”`;
}

/** Words as a list within a sentence. */
export function listed(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat('en', { type }).format(words);
}

/** The one of some words that another was probably meant to be; `undefined` where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 4));
  const near = known
    .map((each) => ({ each, steps: stepsBetween(word.slice(0, 64), each) }))
    .sort((a, b) => a.steps - b.steps)[0];
  return near && near.steps <= most ? near.each : undefined;
}

/** How many letters have to be put in, taken out or changed: the distance of Levenshtein. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const before = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const [aside = 0, over = 0, back = 0] = [before[j - 1], before[j], row[j - 1]];
      row.push(Math.min(over + 1, back + 1, aside + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
  }
  return row.at(-1) ?? 0;
}
