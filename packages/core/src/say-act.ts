import type { Ladder } from './document.js';
import type { NextAct } from './ladder.js';
import type { Language, Words } from './strings.js';

/**
 * The next smallest act in words. A measure says its own ("Read {n} more posts"), with `{n}` for how many are missing;
 * where it has none, its label does.
 */
export function sayAct(act: NextAct, { measures = [] }: Ladder, { words, format }: Language<Words<'ladder'>>): string {
  if ('manual' in act) return words.withHost;
  if ('sponsors' in act) return words.askSponsors(act.missing);
  const measure = measures.find(({ id }) => id === act.measure);
  return (
    measure?.act?.replaceAll('{n}', () => format.number(act.missing)) ??
    words.moreOf(act.missing, measure?.label ?? act.measure)
  );
}
