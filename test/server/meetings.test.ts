import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, replace, take, within } from '@kith/server';
import type { Answer, CommunityDocument, Query } from '@kith/core';
import { createCommons, newKey, type Intent } from '../../packages/core/src/rules/index.js';
import { plain } from '../core/rules/plain.js';
import { databaseIn, storages } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');

/** Some tags many have, and some that one or two have. */
const common = ['choir', 'bread', 'Soldering'];
const rare = Array.from({ length: 12 }, (_, n) => `rare ${n}`);
const tags = fc.uniqueArray(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...common, ' CHOIR ') },
    { weight: 1, arbitrary: fc.constantFrom(...rare, '  ') },
  ),
  { maxLength: 3 },
);
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const person = fc.record({
  visibility: fc.constantFrom('everyone', 'everyone', 'everyone', 'members', 'nobody'),
  kind: mostly('person', 'organization', 'bot'),
  standing: mostly('active', 'resting', 'past'),
  host: fc.constantFrom(false, false, true),
  languages: mostly<string[]>([], ['en'], ['de-AT', 'en-GB']),
  zone: mostly<object>(
    {},
    { timeZone: 'Asia/Tokyo', hours: ['09:00-12:00'] },
    { timeZone: 'UTC', hours: ['09:00-23:00'] },
  ),
  offers: tags,
  asks: tags,
  topics: tags,
  joinedAt: mostly<string | undefined>(undefined, '2026-10-20', '2026-11-01T09:00:00Z', '2026-10-03', '2026-01-01'),
  connects: fc.constantFrom(false, false, true),
});
const meeting = fc.record({
  people: fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 3 }),
  state: fc.constantFrom('asked', 'met'),
  daysAgo: fc.constantFrom(1, 10, 15, 100, 200),
});
/** A crowd, and who of it met, or asked whom. */
const crowds = fc.record({
  people: fc.oneof(
    fc.array(person, { minLength: 3, maxLength: 12 }),
    fc.array(person, { minLength: 200, maxLength: 300, size: 'max' }),
  ),
  meetings: fc.array(meeting, { maxLength: 20 }),
  letters: fc.array(fc.uniqueArray(fc.nat(), { minLength: 3, maxLength: 4 }), { maxLength: 6 }),
  /** How many have a letter from whoever they all know. */
  star: fc.constantFrom(0, 0.3, 1),
  passes: fc.array(fc.nat(), { maxLength: 4 }),
});
type Crowd = typeof crowds extends fc.Arbitrary<infer C> ? C : never;

function communityOf({ people, meetings, letters, star, passes }: Crowd): CommunityDocument {
  const id = (n: number) => `m${n % people.length}`;
  const at = (daysAgo: number) => new Date(now().getTime() - daysAgo * 86_400_000).toISOString();
  return {
    kith: 1,
    archive: true,
    community: { id: 'crowd', name: 'The crowd' },
    members: people.map(({ host, zone, joinedAt, connects, ...own }, n) => ({
      id: id(n),
      name: `Member ${n}`,
      ...own,
      ...zone,
      ...(host && { host }),
      ...(joinedAt && { joinedAt }),
      ...(connects && { roles: [{ role: 'connector', accepted: true }] }),
      ...(n === 0 && passes.length && { passes: passes.map((m) => ({ with: id(m), until: '2027-01-01' })) }),
    })),
    recognitions: [...letters, ...people.flatMap((_, n) => (n > 1 && n <= star * people.length ? [[1, n]] : []))].map(
      ([from = 0, ...to], n) => ({
        id: `r${n}`,
        from: id(from),
        to: [...new Set(to.map(id))],
        text: 'You held it.',
        state: 'shown',
        at: at(n),
        consents: [...new Set(to.map(id))].map((member) => ({ member, as: 'named' })),
      }),
    ),
    introductions: meetings.flatMap(({ people: some, state, daysAgo }, n) => {
      const who = [...new Set(some.map(id))];
      const met = state === 'met' && { met: at(daysAgo) };
      return who.length < 2 ? [] : { id: `i${n}`, people: who, by: who[0], state, at: at(daysAgo), ...met };
    }),
  } as unknown as CommunityDocument;
}

/** Who is suggested stands in an order. */
function said({ revision: _, ...answer }: Answer<Query>) {
  const suggestions = 'suggestions' in answer ? answer.suggestions : [];
  return { all: plain(answer), whom: suggestions.map(({ member, reasons }) => [member.id, ...reasons]) };
}

describe.each(storages)('whom somebody might meet in $name', ({ open }) => {
  const here = databaseIn(open);
  let n = 0;

  /** Holds what is suggested to some, and to nobody in particular, to what it is where everyone is at hand. */
  async function hold(community: string, commons: ReturnType<typeof createCommons>, count: number) {
    const viewers = [
      undefined,
      ...Array.from({ length: Math.min(count, 4) }, (_, i) => `m${Math.floor((i * count) / 4)}`),
    ];
    for (const viewer of viewers) {
      const queries: Query[] = [
        { kind: 'suggestions' },
        { kind: 'suggestions', limit: 1 },
        { kind: 'suggestions', limit: 40 },
        { kind: 'suggestions', with: 'm1' },
        { kind: 'introductions' },
      ];
      for (const query of queries) {
        const asked = { ...query, ...(viewer !== undefined && { viewer }) };
        const kept = await within(here.db, community, (trx) => read(trx, community, asked, now()));
        expect(said(kept), JSON.stringify(asked)).toEqual(said(await commons.read(asked)));
      }
    }
  }

  it('calls the roles two share by the names they have here', async () => {
    const community = `crowd-${++n}`;
    const members = ['m0', 'm1', 'm2'].map((id) => ({
      ...{ id, name: id, visibility: 'everyone', topics: ['choir'] },
      roles: [{ role: 'connector', accepted: true }],
    }));
    const roles = [{ id: 'connector', name: 'Ties' }];
    const document = { kith: 1, archive: true, members, roles } as CommunityDocument;
    await within(here.db, community, (trx) => replace(trx, community, document));
    const query = { kind: 'suggestions', viewer: 'm0' } as const;
    const { suggestions } = await within(here.db, community, (trx) => read(trx, community, query, now()));
    expect(suggestions[0]?.reasons).toContainEqual({ kind: 'role', words: 'Ties' });
    await hold(community, createCommons(document, { now }), 3);
  });

  it('is whom they would meet if everyone was at hand', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, async (crowd) => {
        const community = `crowd-${++n}`;
        const document = communityOf(crowd);
        await within(here.db, community, (trx) => replace(trx, community, document));
        const commons = createCommons(document, { now });
        await hold(community, commons, crowd.people.length);
        for (const [i, { offers, asks, topics, visibility }] of crowd.people.slice(0, 3).entries()) {
          const detail = { patch: { offers: topics, asks: offers, topics: asks, visibility } };
          const actor = { member: `m${(i * 5) % crowd.people.length}` };
          const at = now().toISOString();
          const intent = { key: newKey(), name: 'profile', detail, actor, community, at } as Intent;
          const isTaken = await within(here.db, community, (trx) => take(trx, community, intent, now())).then(
            () => true,
            () => false,
          );
          if (isTaken) commons.take(intent);
        }
        await hold(community, commons, crowd.people.length);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 300_000);

  const many = (count: number, own: (n: number) => object, more: object = {}) =>
    ({
      kith: 1,
      archive: true,
      community: { id: 'crowd', name: 'The crowd' },
      members: Array.from({ length: count }, (_, i) => ({
        id: `m${i}`,
        name: `Member ${i}`,
        visibility: 'everyone',
        ...own(i),
      })),
      ...more,
    }) as unknown as CommunityDocument;
  const openBetween = (i: number) => ({
    id: `i${i}`,
    people: [`m${i}`, `m${i + 1}`],
    by: `m${i}`,
    state: 'asked',
    at: '2026-10-30',
  });

  const tie = (from: number, to: number) => ({
    ...{
      id: `${from}-${to}`,
      from: `m${from}`,
      to: [`m${to}`],
      text: 'You held it.',
      state: 'shown',
      at: '2026-10-30',
    },
    consents: [{ member: `m${to}`, as: 'named' }],
  });

  it.each([
    [
      'two share what each alone many have',
      many(400, (i) => ({ topics: i % 97 ? [i % 2 ? 'choir' : 'bread'] : ['choir', 'bread'] })),
    ],
    ['most who fit are organisers', many(200, (i) => ({ topics: ['choir'], ...(i % 15 && { host: true }) }))],
    [
      'most who fit have something open',
      many(200, () => ({ topics: ['choir'] }), {
        introductions: Array.from({ length: 180 }, (_, i) => openBetween(i)),
      }),
    ],
    [
      'somebody is new, and those are there for them who say so',
      many(
        40,
        (i) => ({
          ...(i % 3 && { roles: [{ role: 'connector', accepted: true }], host: i % 2 === 0 }),
          ...(i % 10 === 0 && { joinedAt: '2026-11-01' }),
        }),
        { introductions: [openBetween(4), openBetween(7)] },
      ),
    ],
    ['each asks for something else that nobody offers', many(150, (i) => ({ asks: [`thing ${i}`] }))],
    [
      'only the hub ties to somebody whom they share the least with',
      many(120, (i) => ({ topics: ['choir', ...(i < 119 ? ['bread', 'tools'] : [])] }), {
        recognitions: [
          ...Array.from({ length: 118 }, (_, i) => tie(1, i + 2)),
          ...Array.from({ length: 117 }, (_, i) => tie(0, i + 2)),
          tie(1, 0),
        ],
      }),
    ],
    [
      'few show what all like',
      many(30, (i) => ({ topics: ['choir', `own ${i % 3}`], visibility: i % 4 ? 'nobody' : 'members' })),
    ],
  ])(
    'is that, too, where %s',
    async (_, document) => {
      const community = `crowd-${++n}`;
      await within(here.db, community, (trx) => replace(trx, community, document));
      await hold(community, createCommons(document, { now }), document.members?.length ?? 0);
    },
    60_000,
  );
});
