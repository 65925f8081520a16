import type { Pieces } from './place.js';
import { countedIn, pledgesIn } from './pledges.js';

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
