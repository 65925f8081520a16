import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the wall's acts say once they are under way. */
export const wallActs = (_: Format) => ({
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
  keptToYourself: 'Kept to yourself',
  // a letter of the reader's
  yours: 'Your letters that wait',
  waitsFor: (names: Phrase) => phrase`Waits for a yes from ${names}.`,
  waitsForLook: 'Waits until a person has looked at it.',
  takeBack: 'Take it back',
  sureTakeBack: 'Take it back? Then nobody reads it here any more.',
  takenBack: 'Taken back.',
  // passing a letter on
  copyLink: 'Copy the link',
  linkCopied: 'The link is copied.',
  hereIsLink: (link: Mark) => phrase`Here is the link: ${link}`,
  passOn: 'Pass it on',
  // others it is to, whom the reader has not met
  meetThem: (name: Mark) => phrase`Meet ${name}`,
  // what is asked in place
  thankBack: 'Say thanks back',
  whatBack: 'What would you say back?',
  standsBelow: 'It stands below the letter.',
  sayIt: 'Say it',
  howHelp: 'How can you help?',
  answerIt: 'Answer',
  worthKeeping: 'Worth keeping',
  whyKeep: 'Why is it worth keeping? One line, if you like.',
  keepIt: 'Keep it',
  keepNoLonger: 'Keep it no longer',
  isWrong: "Something's wrong here",
  whatIsWrong: "What's wrong?",
  sendReport: 'Tell them',
  personLooks: "Thank you. A person will look; you won't see it meanwhile.",
});
