import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createStore,
  wallOf,
  type Detail,
  type Intent,
  type IntentName,
  type Recognition,
  type WallShown,
} from '@kith/core';
import { memory } from '@kith/providers/memory';
import { newKey } from '../../packages/core/src/rules/index.js';
import { village } from './village.js';

const settled = () => vi.advanceTimersByTimeAsync(0);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T10:00:00Z`;
const story = (n: number): Recognition => ({
  id: `s${n}`,
  occasion: 'story',
  from: 'bo',
  text: `Story ${n}.`,
  at: day(n),
  state: 'shown',
});
const thanks = (n: number, more: Partial<Recognition> = {}): Recognition => ({
  id: `t${n}`,
  occasion: 'thanks',
  from: 'bo',
  to: ['ada'],
  text: 'You held it.',
  at: day(n),
  state: 'asked',
  ...more,
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-01T10:00:00Z') });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('addEventListener', () => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A wall of three letters a page, as Ada sees it, and what happens meanwhile. */
async function wallWith(recognitions: Recognition[]) {
  const provider = memory(village({ recognitions }));
  const store = createStore(provider, { viewer: 'ada' });
  const wall = wallOf(store, {}, 3);
  wall.$shown.listen(() => {});
  await store.prepare();
  await settled();
  const now = () => wall.$shown.value?.value as WallShown;
  return {
    ...wall,
    store,
    now,
    ids: () =>
      now()
        .letters.map(({ id }) => id)
        .join(' '),
    async wish<N extends IntentName>(name: N, detail: Detail<N>) {
      store.wish(name, detail);
      const { key } = store.$wishes.value?.at(-1)?.intent as Intent;
      await settled();
      return key;
    },
    /** Somebody else's wish. */
    async others<N extends IntentName>(member: string, name: N, detail: Detail<N>) {
      const intent = { key: newKey(), name, detail, actor: { member }, community: '', at: day(30) } as Intent;
      const sending = provider.send(intent, new AbortController().signal);
      await settled();
      await sending;
      return intent.key;
    },
  };
}

const told = { to: [], occasion: 'story' as const };

describe('a letter that its reader reported', () => {
  it('stays away from their wall, however much they do after', async () => {
    const { ids, now, wish } = await wallWith([story(1), story(2), story(3)]);
    await wish('report', { recognition: 's2', reason: 'It names my street.' });
    expect(ids()).toBe('s3 s1');
    for (let i = 0; i < 120; i++) await wish('cheer', { recognition: 's1', on: i % 2 === 0 });
    expect(ids()).toBe('s3 s1');
    expect(now().total).toBe(2);
  });

  it('is read anew once, and so is what a provider told of already not twice', async () => {
    const provider = memory(village({ recognitions: [story(1), story(2)] }));
    const asked: (readonly string[] | undefined)[] = [];
    const { read } = provider;
    provider.read = (query, signal) => {
      if (query.kind === 'wall') asked.push(query.ids);
      return read(query, signal);
    };
    const store = createStore(provider, { viewer: 'ada' });
    wallOf(store, {}, 3).$shown.listen(() => {});
    await store.prepare();
    await settled();
    store.wish('report', { recognition: 's2', reason: 'No.' });
    await settled();
    // Where one is gone, the newest page tells what moves up.
    expect(asked).toEqual([undefined, ['s2'], undefined]);
    store.wish('cheer', { recognition: 's1', on: true });
    await settled();
    expect(asked.slice(3)).toEqual([['s1']]);
  });
});

describe('a letter that stands by its reader’s own doing', () => {
  const three = [story(3), story(4), story(5)];

  it('is there at once with their yes, where letters of others wait', async () => {
    const { ids, now, wish, others, showNew } = await wallWith([...three, thanks(6)]);
    const new1 = await others('bo', 'recognize', { ...told, text: 'Another.' });
    expect([ids(), now().waiting]).toEqual(['s5 s4 s3', 1]);
    await wish('consent', { recognition: 't6', as: 'named' });
    expect([ids(), now().waiting]).toEqual(['t6 s5 s4 s3', 1]);
    showNew();
    expect([ids(), now().waiting]).toEqual([`${new1} t6 s5 s4 s3`, 0]);
  });

  it('waits where it was another who said yes', async () => {
    const { ids, now, others } = await wallWith([...three, thanks(6, { to: ['ada', 'cy'] })]);
    await others('cy', 'consent', { recognition: 't6', as: 'named' });
    expect([ids(), now().waiting]).toEqual(['s5 s4 s3', 1]);
  });

  it('is there at once where they wrote it to everybody', async () => {
    const { ids, now, wish } = await wallWith(three);
    const key = await wish('recognize', { ...told, text: 'Mine.' });
    expect([ids(), now().waiting, now().total]).toEqual([`${key} s5 s4 s3`, 0, 4]);
  });

  it('stands in its own place, though no page would bring it there', async () => {
    const letters = [1, 2, 3, 5, 6, 7, 8].map(story);
    const { ids, now, wish, more } = await wallWith([...letters, thanks(4)]);
    await more();
    expect(ids()).toBe('s8 s7 s6 s5 s3 s2');
    await wish('consent', { recognition: 't4', as: 'unnamed' });
    expect([ids(), now().waiting]).toEqual(['s8 s7 s6 s5 t4 s3 s2', 0]);
    await more();
    expect(ids()).toBe('s8 s7 s6 s5 t4 s3 s2 s1');
  });

  it('comes with the older letters where it is older than all that is shown', async () => {
    const { ids, wish, more } = await wallWith([...three, story(2), thanks(1)]);
    await wish('consent', { recognition: 't1', as: 'named' });
    expect(ids()).toBe('s5 s4 s3');
    await more();
    expect(ids()).toBe('s5 s4 s3 s2 t1');
  });

  it('stands last where no older ones can be had', async () => {
    const { ids, wish } = await wallWith([...three, thanks(1)]);
    await wish('consent', { recognition: 't1', as: 'named' });
    expect(ids()).toBe('s5 s4 s3 t1');
  });

  it('hides no gap when more than a page is let in after it', async () => {
    const { ids, now, wish, others, showNew, more } = await wallWith(three);
    const first = await others('bo', 'recognize', { ...told, text: 'One.' });
    const second = await others('bo', 'recognize', { ...told, text: 'Two.' });
    const key = await wish('recognize', { ...told, text: 'Mine.' });
    const third = await others('bo', 'recognize', { ...told, text: 'Three.' });
    expect([ids(), now().waiting]).toEqual([`${key} s5 s4 s3`, 2]);
    showNew();
    expect([ids(), now().older]).toEqual([`${third} ${key} ${second}`, true]);
    await more();
    expect(ids()).toBe(`${third} ${key} ${second} ${first} s5 s4`);
  });
});
