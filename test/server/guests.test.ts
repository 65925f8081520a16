import { describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
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

describe('a guest', () => {
  const wish = (name: string, detail: object) => JSON.stringify({ key: newKey(), name, detail });
  const headers = { authorization: `Kith-Guest ${device}` };

  it('counts in and out without an account, once a device, and sees that they did', async () => {
    const community = await world.found(village());
    const app = world.app();
    const send = (on: boolean) =>
      app.request(`/v1/${community}/intents`, { method: 'POST', headers, body: wish('with-us', { on }) });
    expect((await send(true)).status).toBe(200);
    expect((await send(true)).status).toBe(200);
    const read = async () => (await (await app.request(`/v1/${community}`, { headers })).json()) as object;
    expect(await read()).toMatchObject({ purpose: { counts: { withUs: 1 }, mine: { withUs: true } } });
    expect(await (await app.request(`/v1/${community}`)).json()).not.toHaveProperty('purpose.mine');
    expect((await send(false)).status).toBe(200);
    const after = await read();
    expect(after).toMatchObject({ purpose: { mine: { withUs: false } } });
    expect(after).not.toHaveProperty('purpose.counts.withUs');
  });

  it('is not told what members show each other, nor is whom only a token speaks of', async () => {
    const [ada, bo, cy] = village().members ?? [];
    const members = [ada, { ...bo, visibility: 'members' }, { ...cy, visibility: 'nobody' }];
    const progress = [{ member: 'cy', ladder: 'pull-up', visibility: 'members', measures: { reps: 1 } }];
    const open = village({ members, progress } as Partial<CommunityDocument>);
    const community = await world.found(open, { joining: 'listed' });
    const seenBy = async (authorization: string) => {
      const response = await world.app().request(`/v1/${community}/members`, { headers: { authorization } });
      const { members, total } = (await response.json()) as { members: { id: string }[]; total: number };
      return [members.map(({ id }) => id), total];
    };
    expect(await seenBy(headers.authorization)).toEqual([['ada'], 1]);
    expect(await seenBy(`Bearer ${await world.token(community, 'zed')}`)).toEqual([['ada'], 1]);
    expect(await seenBy(`Bearer ${await world.token(community, 'ada')}`)).toEqual([['ada', 'bo', 'cy'], 3]);
  });

  it('may do nothing else', async () => {
    const community = await world.found(village());
    const app = world.app();
    const post = (body: string) => app.request(`/v1/${community}/intents`, { method: 'POST', headers, body });
    expect((await post(wish('pledge', { on: true, purposeVersion: 3 }))).status).toBe(401);
    expect((await post(wish('claim-role', { role: 'connector', on: true }))).status).toBe(401);
    for (const path of ['me', 'queue', 'document?archive'])
      expect((await app.request(`/v1/${community}/${path}`, { headers })).status, path).toBe(401);
  });

  it('is kept as what cannot be told from another community’s, and never as it was said', async () => {
    const communities = [await world.found(village()), await world.found(village())];
    const kept = [];
    for (const community of communities) {
      await world
        .app()
        .request(`/v1/${community}/intents`, { method: 'POST', headers, body: wish('with-us', { on: true }) });
      const [row] = await within(world.db, community, (trx) => trx.selectFrom('with_us').selectAll().execute());
      kept.push(row?.who);
      expect(JSON.stringify(row)).not.toContain(device);
      const [taken] = await within(world.db, community, (trx) => trx.selectFrom('taken').selectAll().execute());
      expect(JSON.stringify(taken)).not.toContain(device);
    }
    expect(new Set(kept).size).toBe(2);
  });

  it('is 128 bits and nothing else', async () => {
    const community = await world.found(village());
    for (const word of ['', 'x', device.slice(1), `${device}0`, device.toUpperCase().replace('A', 'G')])
      expect(
        (await world.app().request(`/v1/${community}`, { headers: { authorization: `Kith-Guest ${word}` } })).status,
        word,
      ).toBe(401);
  });
});

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
