import type { Progress } from './document.js';
import { personalBests } from './ladder.js';
import type { Mark, Phrase } from './phrase.js';
import { sayMany } from './say-act.js';
import type { Told } from './say-ladder.js';

/** A line of the whiteboard. */
export interface BestSaid {
  deed: Phrase;
  at: Mark | undefined;
  /** Whose first it was; only of the newest line. */
  aside: Phrase | undefined;
}

/** Somebody's own bests, the newest first. */
export function sayBoard({ ladder, row, name, language, now }: Told): BestSaid[] {
  const { words, format } = language;
  return personalBests(row?.records).board.map((best, i) => {
    const { value, at, old } = best;
    const deed = sayMany(value, best.measure, ladder, language);
    const line = { deed: [deed], at: format.day(at, now), aside: undefined };
    if (i > 0) return line;
    const word = { word: deed };
    if (old !== undefined) return { ...line, deed: words.bestYet(word, format.number(old), name) };
    // The first that was written down need not be the first there was; one of it is.
    return { ...line, deed: [word], aside: value === 1 ? words.first(name) : undefined };
  });
}

/**
 * What of others the reader may see; a provider gives what members show each other to members alone. In a document that is
 * public, who did not say meant yes.
 */
export function isOpen({ visibility = 'everyone' }: Progress, viewer: string | undefined): boolean {
  return visibility === 'everyone' || (visibility === 'members' && viewer !== undefined);
}

/** The progress of others that the reader may see. */
export function openRows(
  progress: readonly Progress[],
  but: string | undefined,
  viewer: string | undefined,
): Progress[] {
  return progress.filter((row) => row.member !== but && isOpen(row, viewer));
}
