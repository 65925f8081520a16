import type { Member } from './document.js';
import { called } from './peers.js';
import type { Phrase } from './phrase.js';
import type { Reason } from './provider.js';
import type { Language, Words } from './strings.js';

/** What a member could use a hand with, to somebody nobody knows yet. */
export function sayNeed(
  member: Member,
  reasons: readonly Reason[],
  { words, format }: Language<Words<'intro'>>,
): Phrase {
  return words.couldUse(called(member), format.list(reasons.map(({ words: word }) => ({ word }))));
}
