import type { Format } from '../../format.js';

/** What the ladder's acts say once they are under way. */
export const ladderActs = (_: Format) => ({});
