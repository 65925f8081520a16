import type { Format } from '../format.js';
import { phrase, type Mark, type Phrase } from '../phrase.js';

export * from './acts/every.en.js';
export * from './acts/banner.en.js';
export * from './acts/purpose.en.js';
export * from './acts/badge.en.js';
export * from './acts/wall.en.js';
export * from './acts/wall-rest.en.js';
export * from './acts/ladder.en.js';
export * from './acts/meeting.en.js';
export * from './acts/note.en.js';
export * from './acts/intro.en.js';
export * from './acts/round.en.js';
export * from './acts/composer.en.js';
export * from './acts/mail.en.js';
export * from './acts/link.en.js';
export * from './acts/outside.en.js';
export * from './acts/frame.en.js';
export * from './acts/open-badge.en.js';
export * from './acts/along.en.js';
export * from './acts/finder.en.js';
export * from './acts/role-detail.en.js';

/**
 * Every sentence Kith puts on a screen, in English: one list for each widget, so that a page with one widget carries one
 * widget's words, and one for what all of them say. The other languages have this module's type.
 */

export const every = (f: Format) => ({
  loading: 'One moment.',
  retry: 'Try again',
  failed: "This part of the page didn't arrive.",
  stale: (time: string) => `This is how things stood at ${time}. We couldn't fetch anything newer.`,
  offline: "You're offline. Read on.",
  sentence: (said: Phrase) => phrase`${said}.`,
  more: (n: number) => f.plural(n, { one: 'one more', other: `${f.number(n)} more` }),
  cheered: (names: Phrase) => phrase`${names} cheered.`,
  cheeredBy: (n: number) => f.plural(n, { one: 'One person cheered.', other: `${f.number(n)} people cheered.` }),
  sayToo: "I'd say that too",
  backedBy: (n: number) =>
    f.plural(n, { one: 'One person would say that too.', other: `${f.number(n)} people would say that too.` }),
  replied: (name: Mark, text: Phrase) => phrase`${name}: “${text}”`,
  /** What a role is called, is and needs; of the six in the reader's language. */
  ofRole: (text: string) => text,
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
  countMeIn: 'Count me in',
  putMyName: 'Put my name to it',
  putMyNameAgain: 'Put my name to this one',
  standBehind: 'People who stand behind it',
  whyWeAreHere: (n: number) => `Why people are here (${f.number(n)})`,
  hasNext: 'One of them could be our next wording.',
  decided: 'What we decided because of it',
  noPurpose: 'Nobody has written down here yet what we stand for.',
});

export const badge = (f: Format) => ({
  inRole: (name: Mark, role: Mark) => phrase`${name}, ${role}`,
  roles: 'Roles',
  rolesOf: (name: string) => `Roles of ${name}`,
  hoped: 'hoped for',
  affirmed: 'seen by others',
  proven: 'shown',
  wish: (name: Mark, aspires: Phrase) => phrase`${name} wants to be known for this: “${aspires}”`,
  wishes: (name: Mark) => phrase`${name} wants to be known for this.`,
  seen: (names: Phrase, n: number) => phrase`${names} ${f.plural(n, { one: 'has', other: 'have' })} seen it.`,
  seenBy: (n: number) => f.plural(n, { one: 'One person has seen it.', other: `${f.number(n)} people have seen it.` }),
  aboutRole: 'More about this role',
  shown: (n: number) => `Shown ${f.plural(n, { 2: 'twice', one: 'once', other: `${f.number(n)} times` })}.`,
  needs: (what: Phrase) => phrase`What it needs: ${what}`,
  saidYes: (names: Phrase) => phrase`${names} said yes to this role.`,
  openRole: 'This role is still open.',
  noRoles: 'No roles yet. Who introduces people here?',
  seenThis: "I've seen this",
  knownForThis: "I'd like to be known for this",
  knownFor: "I'd like to be known for…",
  suggestFor: (name: Mark) => phrase`Suggest ${name} for this`,
  suggestForRole: (name: Mark) => phrase`Suggest ${name} for a role`,
  suggestSomeone: 'Suggest someone',
  takeAlong: 'Take it with you',
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
  writtenUpBy: (name: Mark) => phrase`Written up by ${name}.`,
  stillOpen: 'Still open',
  answered: (names: Phrase) => phrase`${names} answered.`,
  asked: (day: Mark) => phrase`Asked on ${day}`,
  shipped: (day: Mark) => phrase`here on ${day}`,
  took: (n: number) => f.plural(n, { 0: 'the same day', one: 'one day', other: `${f.number(n)} days` }),
  shaped: (names: Phrase) => phrase`Shaped by ${names}.`,
  onItsWay: 'Still on its way. What shows it comes once it is here.',
  showPicture: (host: Mark | undefined) => (host ? phrase`Show the picture from ${host}` : ['Show the picture']),
  restOfIt: 'The rest of the story',
  chooseLetters: 'Choose letters',
  readOn: 'Read on',
  cheer: 'Cheer',
  canHelp: 'I can help',
  thankHelp: (name: Mark) => phrase`Thank ${name}`,
  keptBy: (name: Mark, because: string | undefined) =>
    because ? phrase`Kept by ${name}: “${{ name: because }}”` : phrase`Kept by ${name}.`,
  moreAbout: 'More about this letter',
  older: 'Older letters',
  end: "That's the first one ever written here.",
  arrived: (n: number) => f.plural(n, { one: 'One new letter', other: `${f.number(n)} new letters` }),
  nobodyThanked: 'Nobody has been thanked here yet.',
  whoHelped: 'Who helped you last?',
  writeToThem: 'Write to them',
  writeOne: 'Write one',
  nothingFits: 'No letter fits this choice.',
});

/** With a name it is told of that person, without one to the reader. */
export const ladder = (f: Format) => ({
  canAlready: (can: Mark, name?: Mark) => phrase`${name ?? 'You'} can already ${can}.`,
  thenCan: (can: Mark, name?: Mark) => phrase`Then ${name ?? 'you'} can ${can}.`,
  soFar: (value: number, target: number, label: Mark) => phrase`${f.number(value)} of ${f.number(target)} ${label}.`,
  moreOf: (n: number, label: Mark) => phrase`${f.number(n)} more ${label}`,
  askSponsors: (n: number, name?: Mark) => {
    const people = f.plural(n, { one: "somebody who's", other: `${f.number(n)} people who've` });
    return name ? phrase`${name} asks ${people} seen the work.` : [`Ask ${people} seen your work.`];
  },
  vouched: (names: Phrase, n: number, of: number) =>
    phrase`${names} ${f.plural(n, { one: 'has', other: 'have' })} seen it: ${f.number(n)} of ${f.number(of)}.`,
  withHost: (host: Phrase | undefined, name?: Mark) =>
    phrase`${host ?? 'Somebody'} goes through this one with ${name ?? 'you'}.`,
  // what a step opens, by the kind of its reward
  opens: (what: Phrase) => phrase`It opens: ${what}`,
  reputational: (what: Phrase) => phrase`Something to be known by: ${what}`,
  experiential: (what: Phrase) => phrase`Something to do: ${what}`,
  material: (what: Phrase) => phrase`Something to hold: ${what}`,
  since: (day: Mark) => phrase`since ${day}`,
  allSteps: 'Every step, to the last.',
  afterLast: (name?: Mark) => (name ? phrase`${name} knows the way.` : ['Now hold the door for whoever comes next.']),
  grace: (day: Mark | undefined) =>
    day ? phrase`You stand as before until ${day}. Then you rest, and your place is kept.` : ['You stand as before.'],
  keepsHere: (isNewSentence: boolean) => [isNewSentence ? 'That keeps you here.' : 'keeps you here.'],
  resting: (month: Mark | undefined) => (month ? phrase`Resting since ${month}.` : ['Resting.']),
  placeKept: (name?: Mark) => phrase`${whose(name)} place is kept.`,
  bringsBack: (isNewSentence: boolean, name?: Mark) =>
    phrase`${isNewSentence ? 'That brings' : 'brings'} ${name ?? 'you'} straight back.`,
  past: (role: Mark | undefined, year: Mark | undefined) =>
    year ? phrase`${role ?? 'Here'} until ${year}, still one of us.` : ['Still one of us.'],
  whereStart: 'Where would you start?',
  noWord: (name: Mark) => phrase`No word from ${name} here yet.`,
  nobodyHere: "We can't find this person here.",
  behind: (n: number, name?: Mark) => phrase`${f.number(n)} behind ${name ?? 'you'}`,
  further: (n: number) => `${f.number(n)} further on`,
  board: 'On the board',
  counted: (n: number, label: string) => `${f.number(n)} ${label}`,
  bestYet: (deed: Mark, old: string, name?: Mark) => phrase`${whose(name)} best yet: ${deed}, up from ${old}.`,
  first: (name?: Mark) => phrase`${whose(name)} first.`,
  earlier: (n: number) => `${f.number(n)} earlier`,
  writeItUp: 'Write it up',
  cheerFor: (name: Mark) => phrase`Cheer ${name}`,
  sayReady: "Say I'm ready",
  sawIt: "I've seen it",
  wentThrough: 'We went through it',
  wordIsIn: 'Your word is on it.',
  moreKinds: (n: number) => f.plural(n, { one: 'one more', other: `${f.number(n)} more` }),
  noLadder: 'Nobody has written down the steps here yet.',
  noSuchLadder: "We can't find these steps here.",
});

function whose(name: Mark | undefined): Phrase {
  return name ? phrase`${name}'s` : ['Your'];
}

export const intro = (_: Format) => ({
  whoNeeds: 'Who could use a hand?',
  couldUse: (name: Mark, asks: Phrase) => phrase`${name} could use a hand with ${asks}.`,
  whomYouMeet: 'Members read here whom they might meet, and why.',
  nobodyNeeds: 'Nobody here has asked for a hand yet.',
});
