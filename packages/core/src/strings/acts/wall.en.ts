import type { Format } from '../../format.js';

/** What the wall's acts say once they are under way. */
export const wallActs = (_: Format) => ({});
