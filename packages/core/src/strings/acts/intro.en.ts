import type { Format } from '../../format.js';

/** What the intro's acts say once they are under way. */
export const introActs = (_: Format) => ({});
