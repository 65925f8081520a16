import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the ladder's acts say once they are under way. */
export const ladderActs = (f: Format) => ({
  whatDone: 'What was it?',
  howMany: (label: Mark) => phrase`How many ${label}?`,
  howManyNow: (n: number, label: Mark) => phrase`${f.number(n)} ${label} so far. How many now?`,
  // under a number that is less than what is there
  addedUp: (old: number, more: number) =>
    `${f.number(old)} stays. If you mean ${f.number(more)} more, write ${f.number(old + more)}.`,
  noNumber: (like: number) => `A number goes here, like ${f.number(3)} or ${f.number(like)}.`,
  belowZero: 'Nothing below zero goes on the board.',
  whatDay: 'When was it?',
  putItUp: 'Put it on the board',
  onTheBoard: 'On the board. Tries never count against you.',
  bestStays: (old: number) => `${f.number(old)} stays. Tries never count against you.`,
  withWhom: 'Who goes through it with you?',
  tellThem: (name: Mark) => phrase`What should ${name} know?`,
  readyFor: (can: string) => `I'm ready: ${can}.`,
  tellNote: (name: Mark) => phrase`${name} sees your name and your line. Nothing else until you both say yes.`,
  sendReady: (name: Mark) => phrase`Send it to ${name}`,
  whereYouWere: (name: Mark, month: Mark) => phrase`${name} is where you were in ${month}.`,
  rememberTheirs: (names: Phrase, n: number) =>
    phrase`${names} ${f.plural(n, { one: 'remembers', other: 'remember' })} theirs.`,
  // who sees where somebody stands; said to them alone
  seenByEveryone: 'Everyone can see where you stand here.',
  seenByMembers: 'Members can see where you stand here.',
  seenByNobody: 'Only you see where you stand here.',
  whoSees: 'Who sees it?',
  showEveryone: 'Everyone',
  showMembers: 'Members',
  showNobody: 'Only me',
  saidYesToIt: (name: Mark) => phrase`${name} said yes. Find a day that suits you both.`,
});
