import { describe, expect, it } from 'vitest';
import type { Change } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { createLive, within } from '@kith/server';
import { sql } from 'kysely';
import { DAYS, REVISIONS } from '../../packages/server/src/prune.js';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';
import { turn } from './turn.js';

const world = createWorld();
const day = 86_400_000;
const daysAgo = (days: number) => Date.now() - days * day;

/** Somebody counts in, or out again, so many times. */
async function turns(community: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await turn(world, community, 'ada', i % 2 === 0);
}

/** Lets a community have come to a revision, one change after another. */
async function age(community: string, revision: number): Promise<void> {
  await within(world.db, community, async (trx) => {
    await sql`
      insert into change (community, revision, touched)
      select ${community}, n, '[{"kind": "purpose", "id": "purpose"}]' from generate_series(2, ${revision}::int) n
      on conflict do nothing`.execute(trx);
    await trx.updateTable('home').set({ revision }).where('community', '=', community).execute();
  });
}

const changesOf = (community: string) =>
  within(world.db, community, (trx) =>
    trx.selectFrom('change').select('revision').where('community', '=', community).orderBy('revision').execute(),
  );

describe('what is kept so that others can catch up', () => {
  it('is a few hundred revisions, and who heard none of them is told to read anew', async () => {
    const community = await world.found(village());
    await age(community, REVISIONS + 198);
    await turns(community, 3);
    const kept = await changesOf(community);
    const last = REVISIONS + 201;
    expect(kept.at(-1)?.revision).toBe(last);
    expect(kept.length).toBeGreaterThanOrEqual(REVISIONS);
    expect(kept.length).toBeLessThan(REVISIONS + 100);
    const first = kept[0]?.revision ?? 0;

    const live = createLive({ db: world.db, log: world.log, within: 0 });
    const since = async (after: number): Promise<Change[]> => {
      const heard: Change[] = [];
      (await live.listen(community, after, (change) => heard.push(change))).stop();
      const { said } = await ask(world, world.app(), community, `/changes?after=${after}`);
      expect(said).toEqual(heard[0]);
      return heard;
    };
    const anew = [{ revision: last, touched: [{ kind: 'community', id: community }] }];
    const known = [{ revision: last, touched: [{ kind: 'purpose', id: 'purpose' }] }];
    expect(await since(last - REVISIONS)).toEqual(known);
    expect(await since(last - REVISIONS - 1)).toEqual(anew);
    expect(await since(first - 2)).toEqual(anew);
    expect(await since(1)).toEqual(anew);

    const headers = { accept: 'text/event-stream', 'last-event-id': '1' };
    const { body } = await world.app().request(`/v1/${community}/changes`, { headers });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('"community"')) heard += (await reader?.read())?.value ?? expect.fail();
    expect(heard).toContain(`data: ${JSON.stringify(anew[0])}\nid: ${last}`);
    await reader?.cancel();
  }, 120_000);

  it('is a wish’s key for as long as it may be sent again, and an older one is never carried out', async () => {
    const community = await world.found(village());
    const app = world.app();
    const send = async (key: string) => {
      const body = { key, name: 'recognize', detail: { to: [], occasion: 'story', text: 'A lamp.' } };
      const { status, said } = await ask(world, app, community, '/intents', { as: 'ada', method: 'POST', body });
      return [status, said];
    };
    const remembered = keyAt(daysAgo(DAYS - 1));
    const early = keyAt(daysAgo(DAYS + 1));
    const ahead = keyAt(Date.now() + 400 * day);
    expect(await send(early)).toMatchObject([404, { reason: 'gone', params: { days: DAYS } }]);
    const first = [await send(remembered), await send(ahead)];
    expect(first.map(([status]) => status)).toEqual([200, 200]);

    // As it is when they were sent long ago, and all is looked through.
    const long = new Date(daysAgo(DAYS + 1));
    await within(world.db, community, async (trx) => {
      const taken = { community, actor: 'member ada', said: 'x', revision: 2, at: long };
      await trx.updateTable('taken').set({ at: long }).where('community', '=', community).execute();
      await trx
        .insertInto('taken')
        .values({ ...taken, key: early })
        .execute();
    });
    await age(community, 98);
    await turns(community, 2);
    const keys = await within(world.db, community, (trx) =>
      trx.selectFrom('taken').select('key').where('community', '=', community).execute(),
    );
    const kept = new Set(keys.map(({ key }) => key));
    expect([kept.has(early), kept.has(remembered), kept.has(ahead)]).toEqual([false, true, true]);
    expect([await send(remembered), await send(ahead)]).toEqual(first);
    expect(await send(early)).toMatchObject([404, { reason: 'gone', params: { days: DAYS } }]);
  }, 60_000);
});

/** A key as a clock makes it at another time. */
function keyAt(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newKey().slice(13)}`;
}
