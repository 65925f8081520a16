import { describe, expect, it } from 'vitest';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { sql } from 'kysely';
import { placeOf } from './belongings.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

describe('a wish', () => {
  const post = (community: string, as: string, body: object) =>
    ask(world, world.app(), community, '/intents', { as, method: 'POST', body });

  it('is carried out once, however often and together it is sent, and no other under its key', async () => {
    const { community } = await placeOf(world, 'ada');
    const wish = { key: newKey(), name: 'recognize', detail: { to: [], occasion: 'story', text: 'A lamp.' } };
    const sent = await Promise.all(Array.from({ length: 50 }, () => post(community, 'bo', wish)));
    expect(new Set(sent.map(({ status, said }) => JSON.stringify([status, said]))).size).toBe(1);
    const wall = (await ask(world, world.app(), community, '/wall?member=bo')).said as { total: number };
    expect([sent[0]?.status, wall.total]).toEqual([200, 1]);
    const other = { ...wish, detail: { ...wish.detail, text: 'Another lamp.' } };
    expect(await post(community, 'bo', other)).toMatchObject({
      status: 422,
      said: { reason: 'invalid', params: { field: 'key' } },
    });
    expect(await post(community, 'cy', wish)).toMatchObject({ status: 422 });
  });

  it('is known by its key to its own member and community alone', async () => {
    const [{ community }, { community: elsewhere }] = [await placeOf(world, 'ada'), await placeOf(world, 'ada')];
    const wish = { key: newKey(), name: 'with-us', detail: { on: true } };
    for (const [where, as] of [
      [community, 'bo'],
      [community, 'cy'],
      [elsewhere, 'bo'],
    ] as const)
      expect(await post(where, as, wish)).toMatchObject({ status: 200 });
    const whoIn = (where: string) =>
      within(world.db, where, (trx) => trx.selectFrom('with_us').select('who').orderBy('who').execute());
    expect(await whoIn(community)).toEqual([{ who: 'bo' }, { who: 'cy' }]);
    expect(await whoIn(elsewhere)).toEqual([{ who: 'bo' }]);
  });

  it('says its key where the header does, and is of nobody but whom the token says', async () => {
    const { community } = await placeOf(world, 'ada');
    const wish = { key: newKey(), name: 'with-us', detail: { on: true }, actor: { member: 'ada' }, community: 'other' };
    const headers = { authorization: `Bearer ${await world.token(community, 'bo')}`, 'idempotency-key': newKey() };
    const sent = await world
      .app()
      .request(`/v1/${community}/intents`, { method: 'POST', headers, body: JSON.stringify(wish) });
    expect(sent.status).toBe(422);
    expect((await post(community, 'bo', wish)).status).toBe(200);
    const { rows } = await within(world.db, community, (trx) =>
      sql<{ who: string }>`select who from with_us`.execute(trx),
    );
    expect(rows).toEqual([{ who: 'bo' }]);
  });

  it('of one member counts once among 100 sent together, and is nobody’s for themselves', async () => {
    const { community } = await placeOf(world, 'ada');
    const affirm = () => ({
      key: newKey(),
      name: 'affirm-role',
      detail: { member: 'ada', role: 'connector', on: true },
    });
    const sent = await Promise.all(Array.from({ length: 100 }, () => post(community, 'bo', affirm())));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    const { said } = await ask(world, world.app(), community, '/members/ada');
    expect(said).toMatchObject({ member: { roles: [{ role: 'connector', affirmed: { count: 1 } }] } });
    expect(await post(community, 'ada', affirm())).toMatchObject({ status: 403, said: { reason: 'self' } });
  });
});
