import type { Format } from '../../format.js';

/** What the banner's acts say once they are under way. */
export const bannerActs = (_: Format) => ({
  youCount: "You're counted. No name, no account.",
  yourNameIsOn: 'Your name is on it.',
  takeItOff: 'Take it off',
  earlierWording: 'You signed an earlier wording.',
  seeWhatChanged: 'See what changed',
  whyHere: 'What brings you here? One line, if you like.',
  addLine: 'Add it',
});
