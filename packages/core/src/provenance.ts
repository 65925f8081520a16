import type { Purpose } from './document.js';

/** Whose a purpose is. `pledged` is undefined where the source gives no count: that is not zero. */
export interface Provenance {
  state: 'proposed' | 'shared';
  pledged: number | undefined;
  /** How many names make it shared. */
  threshold: number;
}

/**
 * Whether a purpose is shared, from the members who put their name to its current wording. Unless the purpose
 * states a threshold it is a third of the members, at least 3 and at most 25; 25 where their number is unknown.
 */
export function provenance(purpose: Purpose, memberCount: number | undefined): Provenance {
  const threshold = purpose.threshold ?? Math.max(3, Math.min(25, Math.ceil((memberCount ?? Infinity) / 3)));
  const pledged = purpose.counts?.pledged;
  return { state: pledged !== undefined && pledged >= threshold ? 'shared' : 'proposed', pledged, threshold };
}
