import type { Member } from './document.js';
import { comparePeers } from './peers.js';

/** Whom somebody may mean by what they typed: those whose names begin so, then the others; peers before organisers. */
export function whomItMeans(typed: string, found: readonly Member[], taken: readonly (string | undefined)[]): Member[] {
  const begins = ({ name, called = '' }: Member) =>
    Number(`${name}\n${called}`.split(/\s/).some((word) => word.toLowerCase().startsWith(typed.trim().toLowerCase())));
  return found.filter(({ id }) => !taken.includes(id)).sort((a, b) => begins(b) - begins(a) || comparePeers(a, b));
}
