import { describe, expect, it } from 'vitest';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();
const device = '0123456789abcdef0123456789abcdef';
const other = 'fedcba9876543210fedcba9876543210';

async function countIn(community: string, authorization: string, on = true): Promise<void> {
  const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on } });
  const init = { method: 'POST', headers: { authorization }, body };
  expect((await world.app().request(`/v1/${community}/intents`, init)).status).toBe(200);
}

const merge = (community: string, guest: unknown, as: string | undefined = 'ada') =>
  ask(world, world.app(), community, '/me/guest', { as, method: 'POST', body: { guest } });

async function counted(community: string): Promise<{ count: unknown; rows: object[] }> {
  const { said } = await ask(world, world.app(), community, '/');
  const rows = await within(world.db, community, (trx) => trx.selectFrom('with_us').select(['kind', 'who']).execute());
  return { count: (said as { purpose: { counts?: { withUs?: number } } }).purpose.counts?.withUs, rows };
}

describe('a guest who signs in', () => {
  it('is counted once: their yes is the member’s, and the device’s row is gone', async () => {
    const community = await world.found(village());
    await countIn(community, `Kith-Guest ${device}`);
    expect((await counted(community)).count).toBe(1);
    const merged = await merge(community, device);
    expect(merged.status).toBe(200);
    expect(await counted(community)).toEqual({ count: 1, rows: [{ kind: 'member', who: 'ada' }] });
    expect(await merge(community, device)).toEqual(expect.objectContaining({ status: 200, said: merged.said }));
    const { said } = await ask(world, world.app(), community, '/', { as: 'ada' });
    expect(said).toMatchObject({ purpose: { mine: { withUs: true } } });
  });

  it('is counted once where they had counted in as a member, too, and however many devices they had', async () => {
    const community = await world.found(village());
    await countIn(community, `Kith-Guest ${device}`);
    await countIn(community, `Kith-Guest ${other}`);
    await countIn(community, `Bearer ${await world.token(community, 'ada')}`);
    expect((await counted(community)).count).toBe(3);
    await Promise.all([merge(community, device), merge(community, other)]);
    expect(await counted(community)).toEqual({ count: 1, rows: [{ kind: 'member', who: 'ada' }] });
  });

  it('brings nothing along who counted out, or never in', async () => {
    const community = await world.found(village());
    await countIn(community, `Kith-Guest ${device}`);
    await countIn(community, `Kith-Guest ${device}`, false);
    expect((await merge(community, device)).status).toBe(200);
    expect(await counted(community)).toEqual({ count: undefined, rows: [] });
  });

  it('is somebody who signed in, with the bits of a device of this very community', async () => {
    const [community, elsewhere] = [await world.found(village()), await world.found(village())];
    await countIn(elsewhere, `Kith-Guest ${device}`);
    for (const odd of ['', 'x', device.slice(1), 7, undefined])
      expect((await merge(community, odd)).status, String(odd)).toBe(422);
    expect(
      (await ask(world, world.app(), community, '/me/guest', { method: 'POST', body: { guest: device } })).status,
    ).toBe(401);
    await merge(community, device);
    expect((await counted(elsewhere)).rows).toHaveLength(1);
    expect((await counted(community)).rows).toEqual([]);
  });

  it('who sends again what was carried out before is not counted anew', async () => {
    const community = await world.found(village());
    const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: true } });
    const init = { method: 'POST', headers: { authorization: `Kith-Guest ${device}` }, body };
    await world.app().request(`/v1/${community}/intents`, init);
    await merge(community, device);
    expect((await world.app().request(`/v1/${community}/intents`, init)).status).toBe(200);
    expect((await counted(community)).count).toBe(1);
  });
});
