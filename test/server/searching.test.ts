import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { read, replace, take, within } from '@kith/server';
import type { CommunityDocument, Query } from '@kith/core';
import { createCommons, newKey, type Intent } from '../../packages/core/src/rules/index.js';
import { forget } from '../../packages/server/src/mine/forget.js';
import { plain } from '../core/rules/plain.js';
import { databaseIn, storages } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');

/** Of few letters, so that words have parts in common; some in scripts without spaces, and some very long. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'Å', 'ß', '%', '_', '\\', '"', '水', '🎻'), minLength: 1, maxLength: 5 }),
  fc.string({ unit: fc.constantFrom('a', 'b', '🎻'), minLength: 30, maxLength: 90 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const person = fc.record({
  name: words,
  visibility: fc.constantFrom('everyone', 'members', 'nobody'),
  labels: fc.array(words, { maxLength: 2 }),
  topics: fc.uniqueArray(words, { maxLength: 2 }),
});
/** A part of something somebody says of themselves, by where it is and how long; or anything. */
const asked = fc.oneof(
  words,
  fc.record({
    of: fc.nat(),
    from: fc.nat(90),
    length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 12, max: 40 })),
  }),
);

const communityOf = (people: object[]) =>
  ({
    kith: 1,
    archive: true,
    community: { id: 'crowd', name: 'The crowd' },
    members: people.map((own, n) => ({ id: `m${n}`, ...own })),
    recognitions: [{ id: 'r', from: 'm0', to: [], occasion: 'story', state: 'shown', text: 'I held it.' }],
  }) as unknown as CommunityDocument;

const said = ({ revision: _, after: __, ...answer }: object & { revision: number; after?: string }) => plain(answer);

describe.each(storages)('a search for members in $name', ({ open }) => {
  const here = databaseIn(open);
  let n = 0;

  const hold = async (community: string, commons: ReturnType<typeof createCommons>, query: Query) => {
    for (const viewer of [undefined, 'm0', 'm1']) {
      const whose = { ...query, ...(viewer !== undefined && { viewer }) };
      const kept = await within(here.db, community, (trx) => read(trx, community, whose, now()));
      expect(said(kept), JSON.stringify(whose)).toEqual(said(await commons.read(whose)));
    }
  };

  it('finds whom it would find if each was looked at', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 2, maxLength: 8 }),
        fc.array(asked, { minLength: 6, maxLength: 12 }),
        async (people, searches) => {
          const community = `crowd-${++n}`;
          const document = communityOf(people);
          const commons = createCommons(document, { now });
          await within(here.db, community, (trx) => replace(trx, community, document));
          const holdAll = async () => {
            for (const each of searches) {
              const said = typeof each === 'string' ? '' : (people[each.of % people.length]?.name ?? '');
              const q =
                typeof each === 'string'
                  ? each
                  : [...said]
                      .slice(each.from % said.length)
                      .slice(0, each.length)
                      .join('');
              await hold(community, commons, { kind: 'members', q });
            }
          };
          await holdAll();
          const detail = { patch: { visibility: 'members', topics: ['ab aab', 'ßb'] } };
          const intent = {
            key: newKey(),
            name: 'profile',
            detail,
            actor: { member: 'm0' },
            community,
            at: now().toISOString(),
          } as Intent;
          commons.take(intent);
          await within(here.db, community, (trx) => take(trx, community, intent, now()));
          await holdAll();
          for (const i of people.keys()) await within(here.db, community, (trx) => forget(trx, community, `m${i}`));
          const { rows } = await sql`
          select ending from ending where community = ${community} union all select mark from mark where community = ${community}`.execute(
            here.db,
          );
          expect(rows).toEqual([]);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  it('finds what many have, too', async () => {
    const people = Array.from({ length: 620 }, (_, i) => ({
      name: `Member ${i}`,
      visibility: i % 3 ? 'everyone' : 'members',
    }));
    const document = communityOf(people);
    await within(here.db, 'many', (trx) => replace(trx, 'many', document));
    const commons = createCommons(document, { now });
    for (const q of ['member', 'embe', 'member 61', '9']) await hold('many', commons, { kind: 'members', q });
  }, 60_000);
});
