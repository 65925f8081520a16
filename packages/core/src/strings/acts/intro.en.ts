import type { Format } from '../../format.js';
import { phrase, type Mark } from '../../phrase.js';

/** What the intro's acts say once they are under way. */
export const introActs = (f: Format) => ({
  declined: 'Done. Nothing was sent.',
  notSeenFor: (name: Mark, months: number) =>
    phrase`You won't see ${name} here for ${f.plural(months, { one: 'a month', other: `${f.number(months)} months` })}.`,
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
