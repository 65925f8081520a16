import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProviderError, type Change } from '@kith/core';
import { createLive, within } from '@kith/server';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';
import { purpose, turn } from './turn.js';

const world = createWorld();
afterEach(() => {
  vi.useRealTimers();
});

describe('who listens to a community', () => {
  const open = (options: object = {}) => createLive({ db: world.db, log: world.log, within: 0, ...options });

  it('hears what changed, by kind and id, once, and nothing after they stop', async () => {
    const community = await world.found(village());
    const live = open();
    const heard: Change[] = [];
    const { revision, stop } = await live.listen(community, undefined, (change) => heard.push(change));
    expect(revision).toBe(1);
    await turn(world, community);
    live.changed(community);
    await expect.poll(() => heard).toEqual([{ revision: 2, touched: [purpose] }]);
    live.changed(community);
    await turn(world, community, 'bo');
    live.changed(community);
    await expect.poll(() => heard).toHaveLength(2);
    stop();
    await turn(world, community, 'cy');
    live.changed(community);
    const later: Change[] = [];
    const other = await live.listen(community, 3, (change) => later.push(change));
    expect([later, heard.length]).toEqual([[{ revision: 4, touched: [purpose] }], 2]);
    other.stop();
  });

  it('hears within 100 ms what happened within 100 ms, as one change', async () => {
    const community = await world.found(village());
    const live = open({ within: undefined });
    const heard: Change[] = [];
    await live.listen(community, undefined, (change) => heard.push(change));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const member of ['ada', 'bo', 'cy', 'dee']) {
      await turn(world, community, member);
      live.changed(community);
    }
    await vi.advanceTimersByTimeAsync(99);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await expect.poll(() => heard).toEqual([{ revision: 5, touched: [purpose] }]);
    live.close();
  });

  it('hears what was missed, however it was missed', async () => {
    const community = await world.found(village());
    for (const member of ['ada', 'bo', 'cy']) await turn(world, community, member);
    const live = open();
    const since = async (after: number) => {
      const heard: Change[] = [];
      const { stop } = await live.listen(community, after, (change) => heard.push(change));
      stop();
      return heard;
    };
    expect(await since(1)).toEqual([{ revision: 4, touched: [purpose] }]);
    expect(await since(4)).toEqual([]);
    const anything = [{ revision: 4, touched: [{ kind: 'community', id: community }] }];
    // A community that was put back, a change that nobody knows any more.
    expect(await since(9)).toEqual(anything);
    await within(world.db, community, (trx) => trx.deleteFrom('change').where('revision', '=', 2).execute());
    expect([await since(1), await since(2)]).toEqual([anything, [{ revision: 4, touched: [purpose] }]]);
  });

  it('misses nothing that is written while they come', async () => {
    const community = await world.found(village());
    const live = open();
    let last = 1;
    const writing = (async () => {
      for (let i = 0; i < 40; i++) {
        last = await turn(world, community, ['ada', 'bo', 'cy'][i % 3], i % 2 === 0);
        live.changed(community);
      }
    })();
    const heard: Change[][] = [];
    for (let i = 0; i < 20; i++) {
      const mine: Change[] = [];
      heard.push(mine);
      await live.listen(community, 1, (change) => mine.push(change));
    }
    await writing;
    for (const mine of heard) {
      await expect.poll(() => mine.at(-1)?.revision).toBe(last);
      const revisions = mine.map(({ revision }) => revision);
      expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    }
  });

  it('is told that there is no such community', async () => {
    await expect(open().listen('nowhere', undefined, () => undefined)).rejects.toBeInstanceOf(ProviderError);
    const { status } = await ask(world, world.app(), 'nowhere', '/changes');
    expect(status).toBe(404);
  });

  it('hears that the line still holds', async () => {
    const community = await world.found(village());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const headers = { accept: 'text/event-stream', 'last-event-id': '1' };
    const { body, headers: said } = await world.app().request(`/v1/${community}/changes`, { headers });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(said.get('content-type')).toContain('text/event-stream');
    expect((await reader?.read())?.value).toContain('event: here');
    const next = reader?.read();
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await next)?.value).toBe(': still here\n\n');
    await reader?.cancel();
  });
});
