import type { Purpose } from './document.js';

/**
 * A purpose that takes the place of another. Where its version is higher, the wording that was is kept among the earlier
 * ones, until now; another statement of the same version mends that wording, and whoever signed it signed this. What a
 * purpose says of earlier wordings itself stands.
 */
export function renewed(was: Purpose | undefined, is: Purpose, now: Date): Purpose {
  const { earlier: kept = [], statement, version = 1 } = was ?? { version: Infinity, statement: '' };
  const { earlier = kept, version: next = 1 } = is;
  const isKept = version >= next || earlier.some((each) => each.version === version);
  const all = isKept ? earlier : [{ version, statement, until: now.toISOString() }, ...earlier];
  return all.length ? { ...is, earlier: all } : is;
}
