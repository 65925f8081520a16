import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the composer of the wall says. */
export const composerActs = (f: Format) => ({
  toWhom: 'Who?',
  orWhom: 'And who else?',
  whatDid: 'What did they do?',
  whatChanged: 'What changed because of it? (if you like)',
  whatToKnow: 'What is good to know here?',
  askForHand: 'What could you use a hand with?',
  whatTry: 'What could we try?',
  whatWould: 'What would change because of it? (if you like)',
  whatHappened: 'What happened?',
  sendIt: 'Send it',
  sendTo: (names: Phrase) => phrase`Send it to ${names}`,
  addIt: 'Add it',
  readsFirst: (names: Phrase, n: number) =>
    phrase`${names} ${f.plural(n, {
      one: 'reads it first. It stands here once they say yes.',
      other: 'read it first. It stands here once one of them says yes.',
    })}`,
  standsAtOnce: 'It stands here at once, with your name.',
  charactersLeft: (n: number) =>
    f.plural(n, {
      0: 'No room left.',
      one: 'Room for one more character.',
      other: `Room for ${f.number(n)} more characters.`,
    }),
  noPrice: 'Leave the price out. With a price, thanks becomes payment.',
  oneThing: 'Name the one thing they did.',
  goesTo: (names: Phrase) => phrase`To ${names}.`,
  goesToNobody: 'To nobody yet.',
  takeOff: (name: string) => `${name}: take the name off`,
  somebody: 'Somebody',
  found: (n: number) => f.plural(n, { one: 'One person found', other: `${f.number(n)} people found` }),
  stillMore: 'There are more. Type a little more of the name.',
  nobodySoNamed: 'Nobody here goes by that name.',
  notLookedUp: "We couldn't look anybody up just now. What you wrote is still here.",
  roleOrLink: 'Add a role or a link',
  addLink: 'Add a link',
  whichRole: 'Which role was that?',
  link: 'A link that shows it',
  beginsWith: (scheme: Mark) => phrase`It begins with ${scheme}`,
});
