import type { Format } from '../../format.js';

/** What the banner's acts say once they are under way. */
export const bannerActs = (_: Format) => ({
  whyHere: 'What brings you here? One line, if you like.',
  addLine: 'Add it',
});
