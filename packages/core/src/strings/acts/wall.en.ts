import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the wall's acts say once they are under way. */
export const wallActs = (f: Format) => ({
  // a letter about the reader
  toYou: 'Letters to you',
  mayItStand: (name: Mark | undefined) => phrase`${name ?? 'Somebody'} wrote this about you. May it stand here?`,
  withMyName: 'Yes, with my name',
  withoutMyName: 'Yes, without my name',
  toMyself: 'Keep it to myself',
  changeYourMind: 'You can change your mind; it goes at once.',
  aboutYou: 'This is about you.',
  nowNamed: 'It stands here, with your name.',
  nowUnnamed: 'It stands here, without your name.',
  nowHidden: 'Only you see it.',
  keptToYourself: (n: number) =>
    f.plural(n, { one: 'Kept to yourself: one letter', other: `Kept to yourself: ${f.number(n)} letters` }),
  // a letter of the reader's
  yours: 'Your letters that wait',
  waitsFor: (names: Phrase) => phrase`Waits for a yes from ${names}.`,
  takeBack: 'Take it back',
  sureTakeBack: 'Take it back? Then nobody reads it here any more.',
  takenBack: 'Taken back.',
  // what is asked in place
  thankBack: 'Say thanks back',
  whatBack: 'What would you say back?',
  standsBelow: 'It stands below the letter.',
  sayIt: 'Say it',
  howHelp: 'How can you help?',
  answerIt: 'Answer',
  whatHelped: (name: Mark) => phrase`What did ${name} do?`,
  sendItTo: (name: Mark) => phrase`Send it to ${name}`,
  firstReads: (name: Mark) => phrase`${name} reads it first. It stands here once they say yes.`,
  worthKeeping: 'Worth keeping',
  whyKeep: 'Why is it worth keeping? One line, if you like.',
  keepIt: 'Keep it',
  keepNoLonger: 'Keep it no longer',
  isWrong: "Something's wrong here",
  whatIsWrong: "What's wrong?",
  tellThem: 'Tell them',
  personLooks: "Thank you. A person will look; you won't see it meanwhile.",
});
