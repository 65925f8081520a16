import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What is said of a wish to meet, wherever somebody may have one. */
export const meeting = () => ({
  askToMeet: 'Ask for an introduction',
  yourLineTo: (name: Mark | undefined) => phrase`A line to ${name ?? 'them'}, if you like.`,
  whatIsSeen: (name: Mark | undefined) =>
    name === undefined
      ? ['They see your name, your line and these reasons. Nothing else until you both say yes.']
      : phrase`${name} sees your name, your line and these reasons. Nothing else until you both say yes.`,
  askedToMeet: (name: Mark, day: Mark | undefined) =>
    phrase`Asked. If ${name} says yes, you both get a note. If not, it closes quietly${day ? phrase` on ${day}` : ''}.`,
  bothHelped: (names: Phrase) => phrase`You both helped ${names}.`,
});
