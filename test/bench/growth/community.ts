import type { CommunityDocument } from '@kith/core';
import { communityOf, memberId } from '../server/community.js';

/** A community of so many members and five times as many letters, with people who met and who climb in proportion. */
export function grownTo(members: number): CommunityDocument {
  const document = communityOf(members, members * 5);
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  return {
    ...document,
    roles: [...(document.roles ?? []), { id: 'keeper', name: 'Keeper of the keys' }],
    // Three hold a role and have a label that nobody else does, and five letters are of a kind that no other is, however many there are.
    members: document.members?.map((member, n) =>
      n % Math.floor(members / 3) === 1
        ? { ...member, roles: [{ role: 'keeper', accepted: true }], labels: ['Locksmith'] }
        : member,
    ),
    recognitions: document.recognitions?.map((letter, n) =>
      n % members === 3 ? { ...letter, role: 'keeper', occasion: 'milestone', reward: 'material' } : letter,
    ),
    progress: Array.from({ length: members / 5 }, (_, n) => ({
      member: memberId(n),
      ladder: 'pull-up',
      visibility: n % 3 ? 'everyone' : 'members',
      measures: { reps: n % 9 },
      reached: { hang: at(n) },
      records: [{ id: `k${n}`, measure: 'reps', value: n % 9, at: at(n) }],
    })),
    introductions: Array.from({ length: members / 2 }, (_, n) => ({
      id: `i${n}`,
      people: [memberId(n), memberId((n * 7 + 5) % members)],
      by: memberId(n),
      state: n % 3 ? 'asked' : 'met',
      at: at(n),
    })),
  } as unknown as CommunityDocument;
}
