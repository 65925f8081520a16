import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '@kith/core/rules';
import { createLive } from '@kith/server';
import { village } from '../core/village.js';
import { ask, createWorld, unlimited } from './support.js';

const world = createWorld();
afterEach(() => vi.restoreAllMocks());

/** How often the database is asked by what is done. */
async function asked(act: () => unknown): Promise<number> {
  const begin = vi.spyOn(world.db, 'transaction');
  begin.mockClear();
  await act();
  return begin.mock.calls.length;
}

/** The app of a community at a time that stands still. */
async function open(options: Parameters<typeof world.app>[0] = {}) {
  const community = await world.found(village());
  const live = createLive({ db: world.db, log: world.log });
  const now = new Date();
  const app = world.app({ live, now: () => now, ...options });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`/v1/${community}${path}`, { headers });
  return { community, live, app, get, now };
}

describe('what everyone gets', () => {
  it('is found once for all who ask at the same time, and for who asks right after', async () => {
    const { get } = await open();
    const texts: string[] = [];
    const look = async () => texts.push(await (await get('/wall')).text());
    expect(await asked(() => Promise.all(Array.from({ length: 20 }, look)))).toBe(1);
    expect(await asked(look)).toBe(0);
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] ?? '')).toHaveProperty('letters');
  });

  it('is another thing after a change, at once', async () => {
    const { get, app, community } = await open();
    const before: unknown = await (await get('/wall')).json();
    const { status } = await ask(world, app, community, '/intents', {
      as: 'ada',
      method: 'POST',
      body: { key: newKey(), name: 'recognize', detail: { to: [], occasion: 'story', text: 'A lamp of Ada.' } },
    });
    expect(status).toBe(200);
    expect(JSON.stringify(before)).not.toContain('A lamp of Ada.');
    expect(await (await get('/wall')).text()).toContain('A lamp of Ada.');
  });

  it('is looked at again where there may have been news that did not come', async () => {
    const { live, get, now } = await open();
    await get('/wall');
    live.wake();
    expect(await asked(() => get('/wall'))).toBe(1);
    now.setSeconds(now.getSeconds() + 3);
    expect(await asked(() => get('/wall'))).toBe(1);
  });

  it('comes with what it came with the first time, to each origin with its own', async () => {
    const { get } = await open();
    const first = await get('/members', { origin: 'https://elsewhere.example' });
    const again = await get('/members', { origin: 'https://elsewhere.example' });
    expect(Object.fromEntries(again.headers)).toEqual(Object.fromEntries(first.headers));
    expect(first.headers.get('vary')).toBe('Origin');
    expect((await get('/members')).headers.get('vary')).toBeNull();
  });

  it('is nothing that was said to somebody in particular, nor given to them', async () => {
    const { get, community } = await open();
    const authorization = `Bearer ${await world.token(community, 'ada')}`;
    const mine = await (await get('/suggestions', { authorization })).text();
    const open_ = await (await get('/suggestions')).text();
    expect(mine).not.toBe(open_);
    expect(await (await get('/suggestions', { authorization })).text()).toBe(mine);
    expect((await get('/suggestions', { authorization: 'Bearer nonsense' })).status).toBe(401);
  });

  it('is not there where nothing was found, however often it is asked for', async () => {
    const { app } = await open();
    const look = () => app.request('/v1/nowhere/wall');
    expect(await asked(look)).toBe(1);
    expect(await asked(look)).toBe(1);
    const both = await Promise.all([look(), look()]);
    expect(await Promise.all(both.map(async (each) => [each.status, await each.json()]))).toEqual([
      [404, expect.objectContaining({ reason: 'gone' })],
      [404, expect.objectContaining({ reason: 'gone' })],
    ]);
  });

  it('is nothing to who asks too often, as everything else', async () => {
    const { get } = await open({ limits: { ...unlimited, address: { burst: 2, perMinute: 1 } }, proxies: [] });
    const statuses = [];
    for (const _ of [1, 2, 3, 4]) statuses.push((await get('/wall')).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  it('is not kept where it is very long', async () => {
    const letter = (n: number) => ({
      id: `r${n}`,
      occasion: 'story',
      from: 'ada',
      to: [],
      text: 'A lamp. '.repeat(120),
    });
    const recognitions = Array.from({ length: 350 }, (_, n) => ({ ...letter(n), state: 'shown' }));
    const community = await world.found(village({ recognitions }));
    const app = world.app();
    const look = async () => (await app.request(`/v1/${community}/document`)).text();
    expect((await look()).length).toBeGreaterThan(300_000);
    expect(await asked(look)).toBe(1);
  });

  it('is the last on its connection while the server closes', async () => {
    const { get, live } = await open();
    expect((await get('/wall')).headers.get('connection')).toBeNull();
    live.close();
    expect((await get('/wall')).headers.get('connection')).toBe('close');
  });

  it('is a line in the log for each who gets it', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({ level: 'info', base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
    const { get, community } = await open({ log });
    await get('/members/ada');
    await get('/members/ada');
    const said = { method: 'GET', route: '/v1/:community/members/:id', community, status: 200, msg: 'Answered.' };
    expect(lines).toMatchObject([said, said]);
  });

  it('is found by one expression over all addresses', async () => {
    const { app, get } = await open();
    await get('');
    expect(app.router.name).toContain('RegExpRouter');
  });
});
