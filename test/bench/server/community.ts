import type { CommunityDocument } from '@kith/core';

const tags = ['soldering', 'choir', 'grants', 'bread', 'sewing', 'radio', 'maps', 'clay', 'bees', 'print'];
const occasions = ['thanks', 'thanks', 'thanks', 'welcome', 'story', 'ask'];
export const memberId = (n: number) => `m${n}`;
export const letterId = (n: number) => `r${n}`;

/** A community of so many people and letters, as an archive, the same each time: most people and letters are everyone's to see. */
export function communityOf(members: number, letters: number): CommunityDocument {
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  const tag = (n: number) => `${tags[n % tags.length]} ${Math.floor(Math.sqrt((n * 7919) % members))}`;
  return {
    kith: 1,
    archive: true,
    community: { id: 'bench', name: 'The bench' },
    purpose: { statement: 'Everyone can fix something', version: 1 },
    roles: [
      { id: 'connector', name: 'Connector' },
      { id: 'teacher', name: 'Teacher' },
    ],
    ladders: [
      {
        id: 'pull-up',
        name: 'Pull-up',
        measures: [{ id: 'reps', label: 'strict pull-ups' }],
        rungs: [
          { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
          { id: 'first', name: 'First one', can: 'do one', needs: [{ measure: 'reps', atLeast: 1 }] },
        ],
      },
    ],
    members: Array.from({ length: members }, (_, n) => ({
      id: memberId(n),
      name: `Member ${n} of the bench`,
      visibility: n % 10 ? 'everyone' : 'members',
      joinedAt: at(n),
      offers: [tag(n), tag(n + 1)],
      asks: [tag(n + 2)],
      topics: [tag(n + 3), 'choir'],
      ...(n % 5 === 0 && { roles: [{ role: 'connector', accepted: true, aspires: 'I know who has a van.' }] }),
      ...(n === 3 && { host: true }),
    })),
    recognitions: Array.from({ length: letters }, (_, n) => {
      const [from, to] = [memberId((n * 31) % members), memberId((n * 17 + 1) % members)];
      return {
        id: letterId(n),
        occasion: occasions[n % occasions.length] ?? 'thanks',
        from,
        to: from === to ? [] : [to],
        text: `You held the ladder for the ${n}th time, and nobody fell.`,
        role: n % 2 ? 'connector' : 'teacher',
        reward: n % 3 ? 'reputational' : 'experiential',
        at: at(n),
        state: 'shown',
        ...(from !== to && { consents: [{ member: to, as: 'named', at: at(n) }] }),
        cheers: { count: 1, by: [memberId((n * 13 + 2) % members)] },
      };
    }),
    progress: Array.from({ length: Math.min(members, 200) }, (_, n) => ({
      member: memberId(n),
      ladder: 'pull-up',
      visibility: 'everyone',
      measures: { reps: n % 9 },
      reached: { hang: at(n) },
    })),
  } as unknown as CommunityDocument;
}
