import type { Format } from '../../format.js';

/** What the badge's acts say once they are under way. */
export const badgeActs = (_: Format) => ({});
