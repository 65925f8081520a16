import type { Format } from '../../format.js';

/** What all widgets say of a wish: what became of it, and why not. */
export const acts = (f: Format) => ({
  unsent: "Kept on this device. It goes by itself once you're online.",
  unkept: "This browser won't keep it. Leave the page open until it has gone.",
  passing: "This browser won't keep it. It stays until you leave the page.",
  sent: 'Sent.',
  stays: 'Kept on this device.',
  drafted: 'Your mail program has it now. It goes once you send it there.',
  notSent: (reason: string) => `Not sent. ${reason}`,
  edit: 'Edit',
  throwAway: 'Throw away',
  leaveIt: 'Not now',
  // why a wish is not carried out
  signedOut: 'Sign in and it goes at once. Your words are kept.',
  notAllowed: (who: string) => `Here only ${who} can do this.`,
  hosts: 'the hosts',
  notYours: "This one is someone else's to change.",
  self: 'Kind thought. This one has to come from somebody else.',
  unknown: "We can't find that any more.",
  invalid: (field: string) => `One thing to mend: ${field}.`,
  theWords: 'the words',
  whomItIsFor: "who it's for",
  yourLine: 'your line',
  whatYouSaw: 'what you saw',
  theNumber: 'the number',
  theDay: 'the day',
  theLink: 'the link',
  howItIsWritten: 'how it is written',
  tooLong: (n: number) =>
    `${f.plural(n, { one: 'One character', other: `${f.number(n)} characters` })} too many. Nothing was cut.`,
  tooOften: (when: string | undefined) =>
    `That's plenty for now. Your words are kept; send them ${when ? `after ${when}` : 'a little later'}.`,
  gone: 'This was taken down while you were writing.',
  tooOld: (days: number) =>
    `It waited for more than ${f.plural(days, { one: 'a day', other: `${f.number(days)} days` })}. Say it again if it still holds.`,
  stalePurpose: 'The wording changed while you were reading. Here is the new one.',
  readOnly: 'This page shows, but cannot receive.',
  otherwise: "It can't be taken as it is.",
});
