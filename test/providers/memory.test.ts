import { describe, expect, it, vi } from 'vitest';
import { ProviderError, type Change } from '@kith/core';
import { memory } from '@kith/providers/memory';
import { riverside } from '../core/riverside.js';
import { providerContract } from './contract.js';

providerContract('memory', (document) => memory(document), {
  change: (provider, update) => provider.change(update),
  writes: 'itself',
});

const signal = () => new AbortController().signal;

describe('memory', () => {
  it('shows everyone what is public, whatever it was given', async () => {
    const provider = memory({
      kith: 1,
      archive: true,
      recognitions: [{ id: 'r', state: 'asked' }],
      members: [{ id: 'ada', name: 'Ada' }],
    });
    expect(await provider.read({ kind: 'wall' }, signal())).toMatchObject({ total: 0 });
    expect(await provider.read({ kind: 'members' }, signal())).toMatchObject({ total: 0 });
  });

  it('leaves the document it was given alone', async () => {
    const document = riverside();
    const provider = memory(document);
    await provider.read({ kind: 'wall' }, signal());
    provider.change((mine) => {
      mine.members?.splice(0);
      return mine;
    });
    expect(document).toEqual(riverside());
    expect(Object.isFrozen(document.recognitions?.[0])).toBe(false);
  });

  it('is not changed by what becomes of that document', () => {
    const document = riverside();
    const provider = memory(document);
    const heard: Change[] = [];
    provider.watch((change) => heard.push(change));
    document.members?.splice(0);
    provider.change((mine) => mine);
    expect(heard).toEqual([]);
  });

  it('tells what changed, by kind and id, and nothing where nothing did', () => {
    const provider = memory(riverside());
    const heard: Change[] = [];
    provider.watch((change) => heard.push(change));
    provider.change((document) => document);
    expect(heard).toEqual([]);
    provider.change((document) => ({
      ...document,
      community: { id: 'riverside', name: 'Riverside' },
      purpose: { statement: 'Mend together' },
      roles: [],
      members: document.members?.filter(({ id }) => id !== 'sweeper'),
      recognitions: [{ id: 'new' }, ...(document.recognitions ?? [])],
      ladders: document.ladders?.map((ladder) => ({ ...ladder, name: 'Workbench' })),
      progress: document.progress?.slice(0, 1),
    }));
    expect(heard).toHaveLength(1);
    expect(heard[0]?.touched).toEqual(
      expect.arrayContaining([
        { kind: 'community', id: 'riverside' },
        { kind: 'purpose', id: 'purpose' },
        { kind: 'role', id: 'connector', gone: true },
        { kind: 'role', id: 'builder', gone: true },
        { kind: 'member', id: 'sweeper', gone: true },
        { kind: 'recognition', id: 'new' },
        { kind: 'ladder', id: 'bench' },
        { kind: 'progress', id: 'bo/bench', gone: true },
      ]),
    );
    expect(heard[0]?.touched).toHaveLength(8);
  });

  it('says of what is not public that something changed, and not what', () => {
    const provider = memory(riverside());
    const heard: Change[] = [];
    provider.watch((change) => heard.push(change));
    provider.change((document) => ({
      ...document,
      introductions: [{ id: 'i', people: ['ada', 'bo'], state: 'asked' }],
    }));
    expect(heard).toEqual([{ revision: 2, touched: [] }]);
  });

  it('fails and takes its time when told to', async () => {
    vi.useFakeTimers();
    try {
      const failure = new ProviderError('offline');
      await expect(memory(riverside(), { fail: failure }).read({ kind: 'wall' }, signal())).rejects.toBe(failure);
      let down = true;
      const flaky = memory(riverside(), { delay: 50, fail: () => (down ? failure : undefined) });
      const first = expect(flaky.read({ kind: 'wall' }, signal())).rejects.toBe(failure);
      await vi.advanceTimersByTimeAsync(50);
      await first;
      down = false;
      const second = flaky.read({ kind: 'wall' }, signal());
      const leaving = new AbortController();
      const third = expect(flaky.read({ kind: 'wall' }, leaving.signal)).rejects.toBe('gone');
      leaving.abort('gone');
      expect(vi.getTimerCount()).toBe(1);
      await vi.advanceTimersByTimeAsync(50);
      expect((await second).total).toBe(5);
      await third;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
