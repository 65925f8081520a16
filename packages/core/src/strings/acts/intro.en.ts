import type { Format } from '../../format.js';
import { phrase, type Mark } from '../../phrase.js';

/** What the intro's acts say once they are under way. */
export const introActs = (f: Format) => ({
  yourLineTo: (name: Mark | undefined) => phrase`A line to ${name ?? 'them'}, if you like.`,
  whatIsSeen: (name: Mark | undefined) =>
    name === undefined
      ? ['They see your name, your line and these reasons. Nothing else until you both say yes.']
      : phrase`${name} sees your name, your line and these reasons. Nothing else until you both say yes.`,
  declined: 'Done. Nothing was sent.',
  notSeenFor: (name: Mark, months: number) =>
    phrase`You won't see ${name} here for ${f.plural(months, { one: 'a month', other: `${f.number(months)} months` })}.`,
  addToCalendar: 'Add to calendar',
  talked: 'Did you two talk?',
  weDid: 'We did',
  notYet: 'Not yet',
  wontHappen: "It won't happen",
  introduceTwo: 'Introduce two people',
  lookForThem: 'Find them by name',
  oneOfThem: 'Who is one of them?',
  theOther: 'And the other?',
  whyMeet: 'Why should they meet?',
  introduceThem: 'Introduce them',
  handWith: 'What could you use a hand with?',
  addAsk: 'Add it',
});
