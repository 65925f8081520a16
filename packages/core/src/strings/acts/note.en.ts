import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What a note says to a member. */
export const note = (f: Format) => ({
  meet: (me: Mark, others: Phrase) => phrase`${me}, meet ${others}.`,
  youAsked: (asks: Phrase, name: Mark, n: number) =>
    phrase`You asked for ${asks}; ${name} offers ${f.plural(n, { 1: 'it', 2: 'both', other: 'all of it' })}.`,
  theyAsked: (name: Mark, asks: Phrase) => phrase`${name} asked for ${asks}, and that's you.`,
  bothLike: (topics: Phrase) => phrase`You both care about ${topics}.`,
  bothHold: (roles: Phrase) => phrase`You're both here as ${roles}.`,
  onlyThread: (name: Phrase) => phrase`${name} is the only thread between you so far.`,
  newHere: (name: Mark, roles: Phrase) => phrase`${name} is new here, and you're here as ${roles}.`,
  youAreNew: (name: Mark, roles: Phrase) => phrase`You're new here, and ${name} is here as ${roles}.`,
  you: 'You',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  bothUp: (times: Phrase) => phrase`You're both usually up ${times}.`,
  forThem: (name: Mark, times: Phrase) => phrase`For ${name} that's ${times}.`,
  neverUp: "Your hours don't meet. A letter can wait.",
  wouldMeet: (name: Mark) => phrase`${name} would like to meet you.`,
  quoted: (text: string) => `“${text}”`,
  eachAnswers: 'Each answers on their own.',
  closed: "It closed without an answer. That's common, and says nothing about you.",
  introduced: (me: Mark, others: Phrase) => phrase`${me}, ${others}: you're introduced.`,
  nobodyFits: 'Nobody new fits just now. What could you use a hand with?',
  introduceUs: 'Yes, introduce us',
  introduceEverybody: 'Introduce everybody',
  addToCalendar: 'Add to calendar',
  timeFor: (name: Mark, day: Mark, times: string, zone: string) => phrase`For ${name}: ${day}, ${times} (${zone}).`,
  notThisTime: 'Not this time',
  areNotTold: (names: Phrase, n: number) => phrase`(${names} ${f.plural(n, { one: "isn't", other: "aren't" })} told.)`,
});
