import { byId } from './by-id.js';
import type { Member } from './document.js';
import { called } from './peers.js';
import type { Phrase } from './phrase.js';
import { acceptedRoles } from './rings.js';
import { affirmersOf } from './say-role.js';
import type { Language, Words } from './strings.js';

/** What those who have seen a role of somebody's saw, peers before organisers; who gave no words is left out. */
export function sayBecauses(
  { member, people }: { member: Member | undefined; people: readonly Member[] },
  role: string,
  { words }: Language<Words>,
): Phrase[] {
  const held = member && acceptedRoles(member).get(role);
  // Who said it twice is taken at their last word.
  const saw = new Map(held?.affirmed?.by?.map((peer) => [peer.member, peer.because?.trim()]));
  return (held ? affirmersOf(held, byId(people)) : []).flatMap((peer) => {
    const because = saw.get(peer.id);
    return because ? [words.replied(called(peer), [{ name: because }])] : [];
  });
}
