import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '@kith/core';
import { createLive } from '@kith/server';
import { listenTo, type LiveOptions } from '../../packages/providers/src/live.js';
import { village } from '../core/village.js';
import { createWorld } from './support.js';
import { purpose, turn } from './turn.js';

const world = createWorld();
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a page that listens', () => {
  /** A page over a real wire that a test can cut, on a community. */
  async function page(options: Partial<LiveOptions> = {}) {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const community = await world.found(village());
    const live = createLive({ db: world.db, log: world.log, within: 0 });
    const url = `${await world.listen({ live })}/v1/${community}/changes`;
    const lines: AbortController[] = [];
    const asked: string[] = [];
    /** Whether lines hold, and whether the server is there at all. */
    const net = { streams: true, works: true };
    const fetch: typeof globalThis.fetch = async (address, init) => {
      const accept = (init?.headers as Record<string, string>).accept ?? '';
      asked.push(accept);
      if (!net.works || (!net.streams && accept === 'text/event-stream')) throw new TypeError('fetch failed');
      const line = new AbortController();
      if (accept === 'text/event-stream') lines.push(line);
      return globalThis.fetch(address, {
        ...init,
        signal: AbortSignal.any([line.signal, init?.signal as AbortSignal]),
      });
    };
    const heard: Change[] = [];
    const begin = () =>
      listenTo({ url, fetch, from: () => 1, locks: undefined, ...options }, (change) => heard.push(change));
    const write = async (member: string) => {
      const revision = await turn(world, community, member);
      live.changed(community);
      return revision;
    };
    const cut = () => lines.at(-1)?.abort();
    return { community, heard, asked, lines, net, begin, write, cut };
  }

  it('hears again, and what it missed, after the line was lost and the server gone', async () => {
    const { heard, lines, net, begin, write, cut } = await page();
    const stop = begin();
    await write('ada');
    await expect.poll(() => heard.map(({ revision }) => revision)).toEqual([2]);
    net.works = false;
    cut();
    await write('bo');
    await write('cy');
    expect(heard).toHaveLength(1);
    net.works = true;
    await expect.poll(() => heard.at(-1)).toEqual({ revision: 4, touched: [purpose] });
    expect(lines.length).toBeGreaterThan(1);
    await write('dee');
    await expect.poll(() => heard.at(-1)?.revision).toBe(5);
    stop();
  });

  it('asks now and then where no line holds', async () => {
    const { heard, asked, net, begin, write } = await page();
    net.streams = false;
    const stop = begin();
    await write('ada');
    await expect.poll(() => heard.at(-1)).toEqual({ revision: 2, touched: [purpose] });
    expect(asked).toContain('application/json');
    stop();
  });

  it('waits longer each time, and never more than half a minute', async () => {
    const { asked, net, begin } = await page();
    net.works = false;
    vi.spyOn(Math, 'random').mockReturnValue(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stop = begin();
    const tries: number[] = [];
    for (const wait of [0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      tries.push(asked.length);
    }
    // A line and a question each time.
    expect(tries).toEqual([2, 4, 6, 8, 10, 12, 14, 16]);
    stop();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked).toHaveLength(16);
  });

  it('lets its line go while nobody sees it, and catches up when it is seen again', async () => {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    vi.stubGlobal('document', document);
    const { heard, lines, begin, write } = await page();
    const stop = begin();
    await write('ada');
    await expect.poll(() => heard).toHaveLength(1);
    window.dispatchEvent(new Event('pagehide'));
    await write('bo');
    window.dispatchEvent(new Event('pageshow'));
    await expect.poll(() => heard.at(-1)?.revision).toBe(3);
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    await write('cy');
    expect([heard.length, lines.length]).toEqual([2, 2]);
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => heard.at(-1)?.revision).toBe(4);
    stop();
    window.dispatchEvent(new Event('pageshow'));
    expect(lines).toHaveLength(3);
  });

  it('shares one line with the other tabs of its browser, and takes it over from one that closes', async () => {
    const locks = oneAtATime();
    const { heard, lines, begin, write } = await page({ locks });
    const first = begin();
    await write('ada');
    await expect.poll(() => heard).toHaveLength(1);
    const second = begin();
    await expect.poll(() => heard.length).toBe(2);
    await write('bo');
    await expect.poll(() => heard.length).toBe(4);
    expect(heard.slice(2)).toEqual([
      { revision: 3, touched: [purpose] },
      { revision: 3, touched: [purpose] },
    ]);
    expect(lines).toHaveLength(1);
    first();
    await write('cy');
    await expect.poll(() => heard.at(-1)).toEqual({ revision: 4, touched: [purpose] });
    expect([lines.length, heard.length]).toEqual([2, 5]);
    second();
  });
});

/** Web Locks as far as one name goes. */
function oneAtATime(): LockManager {
  let turn: Promise<unknown> = Promise.resolve();
  let holders = 0;
  return {
    async request(_: string, options: LockOptions, act: (lock: Lock | null) => Promise<unknown>) {
      if (options.ifAvailable && holders) return act(null);
      holders++;
      const before = turn;
      const mine = before.then(() => (options.signal?.aborted ? undefined : act({} as Lock)));
      turn = mine.catch(() => undefined).finally(() => holders--);
      return mine;
    },
  } as unknown as LockManager;
}
