import type { Member } from './document.js';
import type { Mark } from './phrase.js';

/** Whether somebody's word counts as a member's own: organisers and bots speak too, and later. */
export function isPeer({ host, kind }: Member): boolean {
  return !host && kind !== 'bot';
}

/** A new list of the people as they are named: peers before organisers and bots, else in the order given. */
export function peersFirst(people: readonly Member[]): Member[] {
  return [...people].sort((a, b) => Number(isPeer(b)) - Number(isPeer(a)));
}

/** Somebody as they are called among people who know them. */
export function called({ called, name }: Member): Mark {
  return { name: called ?? name };
}
