import { undated, type Pieces } from './place.js';
import type { Tables } from './rows.js';

/** The names put to a purpose: those with a row, and those a document names, whose are of its wording. */
export function pledgesIn({ pledges = [], by = [], lines = [], version = 1 }: Pieces['purpose']): Tables['pledge'][] {
  const known = new Set(pledges.map(({ member }) => member));
  const named = [...new Set(by)].filter((member) => !known.has(member));
  return [
    ...pledges,
    ...named.map((member) => {
      const line = lines.find((each) => each.member === member)?.id;
      return { member, version, at: undated, ...(line !== undefined && { line }) };
    }),
  ];
}

/** How many are known to have counted in or put their name to it, to whichever wording. */
export function countedIn(purpose: Pieces['purpose']): number {
  const pledged = pledgesIn(purpose).map(({ member }) => `member ${member}`);
  return new Set([...pledged, ...(purpose.counted ?? []).map(({ who }) => who)]).size;
}

/**
 * A purpose with every name in a row, and with the names and numbers of the wording it has now: it may have been given
 * another by hand. Whom a document only counts stays counted.
 */
export function ofItsWording(purpose: Pieces['purpose']): Pieces['purpose'] {
  const { by, counts, counted = [], version = 1 } = purpose;
  const pledges = pledgesIn(purpose);
  if (!pledges.length && !counted.length) return purpose;
  const now = pledges.flatMap((row) => (row.version === version ? row.member : []));
  const shown = by && new Set(by);
  const stale = [...(shown ?? [])].filter((member) => !now.includes(member)).length;
  const fresh = shown ? now.filter((member) => !shown.has(member)).length : 0;
  const said = counts?.pledged === undefined ? now.length : counts.pledged - stale + fresh;
  return {
    ...purpose,
    ...(pledges.length && { pledges }),
    ...((by ?? now.length) && { by: now }),
    counts: {
      ...counts,
      ...((pledges.length || counts?.pledged !== undefined) && { pledged: Math.max(now.length, said) }),
      withUs: Math.max(countedIn(purpose), counts?.withUs ?? 0),
    },
  };
}
