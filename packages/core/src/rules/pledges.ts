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
