import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Change } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { createLive } from '@kith/server';
import { village } from '../core/village.js';
import { ask, createWorld, unlimited } from './support.js';

const world = createWorld();
const sockets: Socket[] = [];
let community = '';
beforeAll(async () => {
  community = await world.found(village());
});
afterEach(() => {
  vi.useRealTimers();
  sockets.splice(0).forEach((socket) => socket.destroy());
});

/** Somebody who says this much and then takes nothing of what comes back. */
function slow(base: string, said: string): Promise<Socket> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.pause();
      socket.write(said, () => resolve(socket));
    });
    sockets.push(socket);
    socket.once('error', reject);
  });
}

const listening = { accept: 'text/event-stream', 'last-event-id': '1' };
const stream = (app: ReturnType<typeof world.app>, more: object = {}) =>
  app.request(`/v1/${community}/changes`, { headers: { ...listening, ...more } });

describe('who is slow', () => {
  it('keeps nobody else from being answered, whether they send or take slowly', async () => {
    const base = await world.listen();
    const head = (line: string) => `${line} HTTP/1.1\r\nhost: x\r\n`;
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        slow(
          base,
          [
            head(`POST /v1/${community}/intents`) + 'content-length: 1000\r\n\r\n{',
            head(`GET /v1/${community}/changes`) + 'accept: text/event-stream\r\n\r\n',
            head(`GET /v1/${community}/document`),
          ][i % 3] ?? '',
        ),
      ),
    );
    const headers = { authorization: `Bearer ${await world.token(community, 'ada')}` };
    for (let i = 0; i < 20; i++) {
      const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: i % 2 === 0 } });
      const sent = await fetch(`${base}/v1/${community}/intents`, { method: 'POST', headers, body });
      const read = await fetch(`${base}/v1/${community}/wall`);
      expect([sent.status, read.status]).toEqual([200, 200]);
    }
  }, 60_000);

  it('has one change waiting for them, however much happens, and it says no more than it need', async () => {
    const live = createLive({ db: world.db, log: world.log, within: 0 });
    const told: ((change: Change) => void)[] = [];
    const app = world.app({
      live: { ...live, listen: async (_, __, tell) => ({ revision: told.push(tell), stop: () => undefined }) },
    });
    const { body } = await stream(app);
    for (let revision = 2; revision < 3000; revision++)
      told[0]?.({ revision, touched: [{ kind: 'member', id: `m${revision}` }] });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('id: 2999\n')) heard += (await reader?.read())?.value ?? expect.fail();
    expect(heard.match(/^data: \{/gm)?.length).toBeLessThanOrEqual(2);
    expect(heard).toContain(`data: {"revision":2999,"touched":[{"kind":"community","id":"${community}"}]}`);
    await reader?.cancel();
  });

  it('is cut after a while, and makes room', async () => {
    const app = world.app({ limits: { ...unlimited, lines: { each: 1, all: 1 } } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { body, status } = await stream(app);
    expect([status, (await stream(app)).status]).toEqual([200, 429]);
    await vi.advanceTimersByTimeAsync(29_000);
    expect((await stream(app)).status).toBe(429);
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    const next = await stream(app);
    expect(next.status).toBe(200);
    await next.body?.cancel();
    await body?.cancel();
  });
});

describe('lines that are open', () => {
  const limited = (each: number, all: number) => world.app({ limits: { ...unlimited, lines: { each, all } } });

  it('are so many for a member or an address, and so many in all; who finds no place is told when to come back', async () => {
    const app = limited(2, 3);
    const ada = { authorization: `Bearer ${await world.token(community, 'ada')}` };
    const bo = { authorization: `Bearer ${await world.token(community, 'bo')}` };
    const open = [await stream(app, ada), await stream(app, ada)];
    const late = await stream(app, ada);
    expect([late.status, late.headers.get('retry-after'), await late.json()]).toMatchObject([
      429,
      '30',
      { reason: 'busy' },
    ]);
    open.push(await stream(app, bo));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    const full = await stream(app);
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await ask(world, app, community, '/changes?after=1')).status).toBe(200);
    await open[0]?.body?.cancel();
    await expect.poll(async () => (await stream(app)).status).toBe(200);
    for (const each of open.slice(1)) await each.body?.cancel();
  });

  it('are not used up by who asks for a community that is not there', async () => {
    const app = limited(1, 1);
    for (let i = 0; i < 3; i++)
      expect((await app.request('/v1/nowhere/changes', { headers: listening })).status).toBe(404);
    const { body, status } = await stream(app);
    expect(status).toBe(200);
    await body?.cancel();
  });
});
