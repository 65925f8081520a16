import type { Member } from './document.js';
import type { Mark, Phrase } from './phrase.js';
import type { Language, Words } from './strings.js';

/** Whether somebody's word counts as a member's own: organisers and bots speak too, and later. */
export function isPeer({ host, kind }: Member): boolean {
  return !host && kind !== 'bot';
}

/** A new list of the people as they are named: peers before organisers and bots, else in the order given. */
export function peersFirst(people: readonly Member[]): Member[] {
  return [...people].sort(comparePeers);
}

/** For sorting: peers before organisers and bots. */
export function comparePeers(a: Member, b: Member): number {
  return Number(isPeer(b)) - Number(isPeer(a));
}

/** Somebody as they are called among people who know them. */
export function called({ called, name }: Member): Mark {
  return { name: called ?? name };
}

/** People as they are called, and how many more there are: "Noor, Tomás and 5 more". */
export function listCalled(people: readonly Member[], count: number, { words, format }: Language<Words>): Phrase {
  const others = count - people.length;
  return format.list([...people.map(called), ...(others > 0 ? [words.more(others)] : [])]);
}
