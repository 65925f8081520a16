import type { Format } from '../format.js';
import { phrase, type Mark, type Phrase } from '../phrase.js';

/**
 * Every sentence Kith puts on a screen, in English: one list for each widget, so that a page with one widget carries one
 * widget's words, and one for what all of them say. The other languages have this module's type.
 */

export const every = () => ({
  loading: 'One moment.',
  retry: 'Try again',
  failed: "This part of the page didn't arrive.",
  stale: (time: string) => `This is how things stood at ${time}. We couldn't fetch anything newer.`,
  offline: "You're offline. Read on.",
  sentence: (said: Phrase) => phrase`${said}.`,
});

export const banner = (f: Format) => ({
  proposed: 'Proposed by the organisers.',
  proposedNone: 'Proposed by the organisers. Be the first to stand behind it.',
  proposedBy: (n: number) =>
    `Proposed by the organisers. ${f.plural(n, { one: 'One of us stands', other: `${f.number(n)} of us stand` })} behind it so far.`,
  sharedBy: (n: number) => `Shared by ${f.plural(n, { one: 'one', other: f.number(n) })} of us.`,
  countedIn: (n: number) => `${f.number(n)} counted in`,
  byName: (n: number) => `${f.number(n)} by name`,
  tookPart: (n: number) => `${f.number(n)} took part in the last three months`,
  counts: (counted: readonly string[], active: string | undefined) =>
    `${[counted.join(', '), active].filter(Boolean).join('; ')}.`,
  standBehind: 'People who stand behind it',
  noPurpose: 'Nobody has written down here yet what we stand for.',
});

export const wall = (f: Format) => ({
  letters: 'Letters',
  salutation: (names: Phrase) => phrase`${names},`,
  toSomeone: (n: number) =>
    f.plural(n, {
      one: "To someone who'd rather not be named,",
      other: `To ${f.number(n)} people who'd rather not be named,`,
    }),
  moreUnnamed: (n: number) =>
    f.plural(n, { one: "one more who'd rather not be named", other: `${f.number(n)} more who'd rather not be named` }),
  someUnnamed: (n: number) =>
    f.plural(n, { one: "Someone who'd rather not be named", other: `${f.number(n)} people who'd rather not be named` }),
  labelled: (name: Phrase, labels: Phrase) => phrase`${name} — ${labels}`,
  more: (n: number) => f.plural(n, { one: 'one more', other: `${f.number(n)} more` }),
  cheered: (names: Phrase) => phrase`${names} cheered.`,
  cheeredBy: (n: number) => f.plural(n, { one: 'One person cheered.', other: `${f.number(n)} people cheered.` }),
  replied: (name: Mark, text: Phrase) => phrase`${name}: “${text}”`,
  writtenUpBy: (name: Mark) => phrase`Written up by ${name}.`,
  stillOpen: 'Still open',
  answered: (names: Phrase) => phrase`${names} answered.`,
  asked: (day: Mark) => phrase`Asked on ${day}`,
  shipped: (day: Mark) => phrase`here on ${day}`,
  took: (n: number) => f.plural(n, { 0: 'the same day', one: 'one day', other: `${f.number(n)} days` }),
  shaped: (names: Phrase) => phrase`Shaped by ${names}.`,
  readOn: 'Read on',
  older: 'Older letters',
  end: "That's the first one ever written here.",
  arrived: (n: number) => f.plural(n, { one: 'One new letter', other: `${f.number(n)} new letters` }),
  nobodyThanked: 'Nobody has been thanked here yet.',
  nothingFits: 'No letter fits this choice.',
});

export const ladder = (f: Format) => ({
  moreOf: (n: number, label: string) => `${f.number(n)} more ${label}`,
  askSponsors: (n: number) =>
    f.plural(n, {
      one: "Ask somebody who's seen your work.",
      other: `Ask ${f.number(n)} people who've seen your work.`,
    }),
  withHost: 'Somebody goes through this one with you.',
});

export const intro = (f: Format) => ({
  meet: (me: Mark, others: Phrase) => phrase`${me}, meet ${others}.`,
  youAsked: (asks: Phrase, name: Mark, n: number) =>
    phrase`You asked for ${asks}; ${name} offers ${f.plural(n, { 1: 'it', 2: 'both', other: 'all of it' })}.`,
  theyAsked: (name: Mark, asks: Phrase) => phrase`${name} asked for ${asks}, and that's you.`,
  bothLike: (topics: Phrase) => phrase`You both care about ${topics}.`,
  bothHelped: (names: Phrase) => phrase`You both helped ${names}.`,
  bothHold: (roles: Phrase) => phrase`You're both here as ${roles}.`,
  you: 'You',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  bothUp: (times: Phrase) => phrase`You're both usually up ${times}.`,
  forThem: (name: Mark, times: Phrase) => phrase`For ${name} that's ${times}.`,
  neverUp: "Your hours don't meet. A letter can wait.",
  wouldMeet: (name: Mark) => phrase`${name} would like to meet you.`,
  quoted: (text: string) => `“${text}”`,
  askedToMeet: (name: Mark, day: Mark | undefined) =>
    phrase`Asked. If ${name} says yes, you both get a note. If not, it closes quietly${day ? phrase` on ${day}` : ''}.`,
  eachAnswers: 'Each answers on their own.',
  closed: "It closed without an answer. That's common, and says nothing about you.",
  introduced: (me: Mark, others: Phrase) => phrase`${me}, ${others}: you're introduced.`,
  nobodyFits: 'Nobody new fits just now. What could you use a hand with?',
  whoNeeds: 'Who could use a hand?',
  couldUse: (name: Mark, asks: Phrase) => phrase`${name} could use a hand with ${asks}.`,
  whomYouMeet: 'Members read here whom they might meet, and why.',
  nobodyNeeds: 'Nobody here has asked for a hand yet.',
});
