import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sql } from 'kysely';
import { audiences } from '@kith/core';
import { replace, take, within } from '@kith/server';
import { newKey, type Intent } from '../../packages/core/src/rules/index.js';
import { forget } from '../../packages/server/src/mine/forget.js';
import { rule } from '../../packages/server/src/moderate.js';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { databaseIn, storages } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');

const keptIn = (community: string) => sql`
  select kind, facets, count::int from tally where community = ${community} order by kind, facets::text`;

const tagsKept = (community: string) => sql`
  select tag, people::int, offered::int, asked::int from tag where community = ${community} order by tag`;

/** How many have each tag, by what members are found by; and as one more whoever is no member and still found. */
const tagsCounted = (community: string) => sql`
  select mark as tag, count(*) filter (where kind = 'have')::int as people,
    count(*) filter (where kind = 'supply')::int as offered, count(*) filter (where kind = 'need')::int as asked
  from mark where community = ${community} and kind in ('have', 'supply', 'need') group by mark
  union all select member, 1, 1, 1 from mark where community = ${community} and member not in (
    select id from member where community = ${community}
  )
  order by tag`;

/** The same numbers, of all rows there are. */
const countedIn = (community: string) => sql`
  with seen as (
    select m.*, exists (
      select from climb c where c.community = m.community and c.member = m.id
        and c.body->>'visibility' in ('everyone', 'members')
    ) as climbs, coalesce(m.body->>'visibility', '') as shown
    from member m where community = ${community}
  )
  select * from (
    select 'letter' as kind, array[
      body->>'role', reward, body->>'reward', occasion, body->>'occasion'
    ] as facets, count(*)::int
    from recognition where community = ${community} and open group by 2
    union all
      select 'member', array[
        present, present or shown = 'members' or climbs, coalesce(body->>'kind', 'person') not in ('organization', 'bot')
      ]::text[], count(*)::int
      from seen group by 2
    union all
      select 'holder', array[role, (shown = 'everyone')::text, 'true'], count(*)::int
      from holding h join seen m on m.id = h.member
      where h.community = ${community} and h.body->>'accepted' = 'true' and shown in ('everyone', 'members') group by 2
  ) all_kinds order by kind, facets::text`;

describe.each(storages)('a number that is kept in $name', ({ open }) => {
  const here = databaseIn(open);

  it('is what there is when all is counted, after any history', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `village-${++n}`;
        await within(here.db, community, (trx) => replace(trx, community, crowded()));
        const check = async (what: string) => {
          const [kept, counted] = await Promise.all(
            [keptIn(community), countedIn(community)].map((each) => each.execute(here.db)),
          );
          expect(kept?.rows, what).toEqual(counted?.rows);
          expect((await tagsKept(community).execute(here.db)).rows, what).toEqual(
            (await tagsCounted(community).execute(here.db)).rows,
          );
        };
        await check('founded');
        const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
        for (const { by, name, make } of steps.slice(0, 10)) {
          const key = newKey();
          const at = now().toISOString();
          const intent = { key, name, detail: make(things), actor: { member: by }, community, at } as Intent;
          const isTaken = await within(here.db, community, (trx) => take(trx, community, intent, now())).then(
            () => true,
            () => false,
          );
          if (isTaken && name === 'recognize') things.letters.push(key);
          await check(`${by} ${name} ${JSON.stringify(intent.detail)}`);
        }
        for (const act of ['hide', 'show'] as const)
          for (const recognition of things.letters.slice(0, 3)) {
            const ruling = { recognition, act, reason: 'Someone asked.' };
            await within(here.db, community, (trx) => rule(trx, community, 'eve', ruling, now())).catch(
              () => undefined,
            );
            await check(`${act} ${recognition}`);
          }
        await within(here.db, community, (trx) => forget(trx, community, 'bo'));
        await check('bo is gone');
        await within(here.db, community, (trx) => replace(trx, community, crowded()));
        await check('replaced');
      }),
      { numRuns: 6 },
    );
  }, 300_000);

  it('follows who holds a role, and who shows themselves to whom', async () => {
    await within(here.db, 'roles', (trx) => replace(trx, 'roles', crowded()));
    const wishes = [
      { name: 'profile', detail: { patch: { visibility: 'everyone' } } },
      { name: 'claim-role', detail: { role: 'connector', on: true, aspires: 'I like to show how.' } },
      { name: 'profile', detail: { patch: { visibility: 'members' } } },
      { name: 'profile', detail: { patch: { visibility: 'nobody' } } },
      { name: 'profile', detail: { patch: { visibility: 'everyone' } } },
      { name: 'claim-role', detail: { role: 'connector', on: false } },
      ...audiences.map((visibility) => ({
        name: 'profile',
        detail: { patch: { visibility: 'nobody', progress: { ladder: 'pull-up', visibility } } },
      })),
    ];
    for (const { name, detail } of wishes) {
      const at = now().toISOString();
      const intent = { key: newKey(), name, detail, actor: { member: 'cy' }, community: 'roles', at } as Intent;
      await within(here.db, 'roles', (trx) => take(trx, 'roles', intent, now()));
      const [kept, counted] = [await keptIn('roles').execute(here.db), await countedIn('roles').execute(here.db)];
      expect(kept.rows, JSON.stringify(detail)).toEqual(counted.rows);
    }
  });
});
