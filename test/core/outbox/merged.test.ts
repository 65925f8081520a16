import { describe, expect, it } from 'vitest';
import type { Provider } from '@kith/core';
import { guestsOfPage } from '../../../packages/core/src/outbox/guests.js';
import type { Kept } from '../../../packages/core/src/outbox/keep.js';
import { mergeGuest } from '../../../packages/core/src/outbox/merged.js';

function set({ fails = false, waiting = [] as Kept[], canMerge = true } = {}) {
  const merged: string[] = [];
  const merge = async (guest: string) => {
    if (fails) throw new Error('No line.');
    merged.push(guest);
  };
  const provider = { name: 'x', ...(canMerge && { merge }) } as unknown as Provider;
  const guests = guestsOfPage();
  const keep = { all: async () => waiting } as never;
  return { merged, guests, run: () => mergeGuest({ provider, place: 'here', guests, keep }) };
}

describe('a guest who signed in', () => {
  it('is merged once and then forgotten', async () => {
    const { merged, guests, run } = set();
    const guest = await guests.make('here');
    expect([await run(), await run()]).toEqual([true, false]);
    expect([merged, await guests.of('here')]).toEqual([[guest], undefined]);
  });

  it('is remembered where that failed, so that a later page tries again', async () => {
    const { guests, run } = set({ fails: true });
    const guest = await guests.make('here');
    expect([await run(), await guests.of('here')]).toEqual([false, guest]);
  });

  it('is remembered while something of theirs waits to be sent', async () => {
    const waiting: Kept[] = [];
    const { guests, run } = set({ waiting });
    const guest = await guests.make('here');
    waiting.push({ place: 'here', about: '', intent: { key: '1', actor: { guest } } as never });
    expect([await run(), await guests.of('here')]).toEqual([true, guest]);
  });

  it('was none, or is of a provider that merges nobody: nothing happens', async () => {
    expect(await set().run()).toBe(false);
    const { guests, run } = set({ canMerge: false });
    await guests.make('here');
    expect(await run()).toBe(false);
  });
});
