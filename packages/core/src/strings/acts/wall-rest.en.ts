import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the wall says once somebody unfolds or chooses something of it; and whose turn it is. */
export const wallRest = (f: Format) => ({
  // the rest of a letter
  wasTried: (what: Phrase) => phrase`What was tried: ${what}`,
  wasMeasured: (what: Phrase) => phrase`What was measured: ${what}`,
  wasFound: (what: Phrase) => phrase`What was found: ${what}`,
  heardBy: (name: Mark, day: Mark | undefined) =>
    day ? phrase`${name} heard it on ${day}.` : phrase`${name} heard it.`,
  theyDid: (what: Phrase) => phrase`What came of that: ${what}`,
  grewOutOf: (letter: Mark | undefined): Phrase =>
    letter ? phrase`It grew out of this one: ${letter}` : ['It grew out of an earlier letter.'],
  // a choice of letters
  writtenAs: 'Written as',
  anyOccasion: 'Anything',
  asThanks: 'Thanks',
  asWelcome: 'Welcome',
  asFirst: 'A first',
  asBest: 'A best',
  asMilestone: 'A milestone',
  asShipped: 'Asked for, and here',
  asAsk: 'An ask',
  asIdea: 'An idea',
  asStory: 'A story',
  theRole: 'Role',
  anyRole: 'Any role',
  whatItGives: 'What it gives',
  anyReward: 'Anything',
  toBeKnownBy: 'Something to be known by',
  toDo: 'Something to do',
  toHold: 'Something to hold',
  keptOnes: 'Kept',
  fits: (n: number) =>
    f.plural(n, { 0: 'No letter fits.', one: 'One letter fits.', other: `${f.number(n)} letters fit.` }),
  allLetters: 'All letters',
  // whose turn it is
  thisWeek: (name: Mark) => phrase`This week: ${name}`,
  thisDay: (name: Mark) => phrase`Today: ${name}`,
});
