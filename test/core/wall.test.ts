import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createStore,
  ProviderError,
  type Change,
  type Member,
  type Provider,
  type Query,
  type Recognition,
  type WallShown,
  wallOf,
} from '@kith/core';

type WallQuery = Extract<Query, { kind: 'wall' }>;

const PAGE = 3;

/** A community the test changes, whose provider answers with fresh copies, at once or when it is told to. */
function village(count: number, { held = false } = {}) {
  const letters: Recognition[] = [];
  const people = new Map<string, Member>(['ada', 'bo', 'cy'].map((id) => [id, { id, name: `${id} 1` }]));
  const reads: { query: WallQuery; signal: AbortSignal; go(): void; fail(error: unknown): void }[] = [];
  let revision = 1;
  let written = 0;
  let tell: ((change: Change) => void) | undefined;

  const write = (from = 'ada') => {
    written++;
    letters.unshift({ id: `l${written}`, from, to: ['bo'], text: 'version 1', cheers: { count: 1, by: ['cy'] } });
  };
  const change = (act: () => void, ...touched: Change['touched']) => {
    act();
    revision++;
    tell?.({ revision, touched });
  };
  const letter = (id: string) => ({ kind: 'recognition', id });

  function answer({ ids, after, limit = 20 }: WallQuery) {
    const start = after === undefined ? 0 : letters.findIndex(({ id }) => Number(id.slice(1)) < Number(after));
    const rows =
      start < 0 ? [] : ids ? letters.filter(({ id }) => ids.includes(id)) : letters.slice(start, start + limit);
    const page = structuredClone(rows);
    const last = page.at(-1);
    const older = !ids && last && last.id !== letters.at(-1)?.id;
    return {
      letters: page,
      people: page.length ? structuredClone([...people.values()]) : [],
      total: letters.length,
      revision,
      ...(older && { after: last.id.slice(1) }),
    };
  }

  const provider: Provider = {
    name: 'village',
    takes: new Set(),
    read: ((query: WallQuery, signal: AbortSignal) => {
      const said = answer(query);
      return new Promise<typeof said>((resolve, reject) => {
        const read = {
          query,
          signal,
          go: () => done(() => resolve(said)),
          fail: (error: unknown) => done(() => reject(error)),
        };
        const done = (settle: () => void) => {
          reads.splice(reads.indexOf(read), 1);
          settle();
        };
        asked.push(query);
        if (!held) return resolve(said);
        signal.addEventListener('abort', () => reads.includes(read) && reads.splice(reads.indexOf(read), 1));
        reads.push(read);
      });
    }) as unknown as Provider['read'],
    watch(changed) {
      tell = changed;
      return () => (tell = undefined);
    },
  };
  const asked: WallQuery[] = [];
  for (let i = 0; i < count; i++) write();

  return {
    provider,
    letters,
    people,
    reads,
    asked,
    writes: (n = 1, from?: string) => {
      for (let i = 0; i < n; i++) change(() => write(from), letter(`l${written + 1}`));
    },
    edit: (id: string, patch: Partial<Recognition>) =>
      change(() => Object.assign(letters.find((each) => each.id === id) as object, patch), letter(id)),
    remove: (id: string) =>
      change(
        () =>
          letters.splice(
            letters.findIndex((each) => each.id === id),
            1,
          ),
        { ...letter(id), gone: true },
      ),
    meet: (member: Member) => change(() => people.set(member.id, member), { kind: 'member', id: member.id }),
    hide: (id: string) => change(() => people.delete(id), { kind: 'member', id, gone: true }),
    change,
  };
}

function wallAt(provider: Provider) {
  const { $shown, more, showNew, reload } = wallOf(createStore(provider), {}, PAGE);
  const now = () => $shown.value?.value as WallShown;
  return {
    $shown,
    more,
    showNew,
    reload,
    now,
    state: () => $shown.value?.state,
    ids: () =>
      now()
        .letters.map(({ id }) => id)
        .join(' '),
  };
}

/** A wall somebody looks at, with its first page here. */
async function wallWith(count: number, options?: { held: boolean }) {
  const place = village(count, options);
  const wall = wallAt(place.provider);
  const leave = wall.$shown.listen(() => {});
  await go(place);
  return { ...place, ...wall, leave };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const go = async ({ reads }: Pick<ReturnType<typeof village>, 'reads'>) => {
  await settled();
  while (reads.length) {
    reads[0]?.go();
    await settled();
  }
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a wall', () => {
  it('asks for nothing until somebody looks', async () => {
    const { provider, asked } = village(4);
    wallAt(provider);
    await settled();
    expect(asked).toEqual([]);
  });

  it('shows the newest page, and says how many there are and that older ones can be had', async () => {
    const { now, ids, asked } = await wallWith(7);
    expect(ids()).toBe('l7 l6 l5');
    expect(now()).toMatchObject({ total: 7, older: true, waiting: 0 });
    expect(asked).toEqual([{ kind: 'wall', filters: {}, limit: PAGE }]);
  });

  it('adds older letters a page at a time, to the first ever written', async () => {
    const { now, ids, more } = await wallWith(7);
    await more();
    expect(ids()).toBe('l7 l6 l5 l4 l3 l2');
    expect(now().older).toBe(true);
    await more();
    expect(ids()).toBe('l7 l6 l5 l4 l3 l2 l1');
    expect(now().older).toBe(false);
    await more();
    expect(ids()).toBe('l7 l6 l5 l4 l3 l2 l1');
  });

  it('fetches a page once however often it is asked for meanwhile', async () => {
    const { ids, more, asked, edit } = await wallWith(9);
    await Promise.all([more(), more(), more()]);
    edit('l9', { text: 'version 2' });
    await settled();
    expect(ids()).toBe('l9 l8 l7 l6 l5 l4');
    expect(asked.filter(({ after }) => after)).toHaveLength(1);
    await more();
    expect(ids()).toBe('l9 l8 l7 l6 l5 l4 l3 l2 l1');
  });

  it('can ask for more again after that failed, and keeps what it shows', async () => {
    const { ids, more, reads, state } = await wallWith(5, { held: true });
    const asking = more();
    for (const read of [...reads]) read.fail(new ProviderError('offline'));
    await asking;
    expect(state()).toBe('failed');
    expect(ids()).toBe('l5 l4 l3');
    const again = more();
    await go({ reads });
    await again;
    expect(state()).toBe('ready');
    expect(ids()).toBe('l5 l4 l3 l2 l1');
  });

  it('shows a letter once, also when a page holds it twice or two pages do', async () => {
    const letters = ['c', 'b', 'b', 'a'].map((id): Recognition => ({ id }));
    const pages = new Map([
      [undefined, letters.slice(0, 3)],
      ['b', letters.slice(1)],
    ]);
    const { $shown, more, ids } = wallAt({
      name: 'twice',
      takes: new Set(),
      read: (async ({ after }: WallQuery) => ({
        letters: pages.get(after) ?? [],
        people: [],
        total: 3,
        revision: 1,
        ...(after ? {} : { after: 'b' }),
      })) as unknown as Provider['read'],
    });
    $shown.listen(() => {});
    await settled();
    expect(ids()).toBe('c b');
    await more();
    expect(ids()).toBe('c b a');
  });

  it('aborts what it asked for when nobody looks any more, and lets go of it', async () => {
    const { leave, more, reads, ids } = await wallWith(7, { held: true });
    const asking = more();
    const { signal } = reads[0] as (typeof reads)[0];
    leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(signal.aborted).toBe(true);
    await asking;
    expect(ids()).toBe('l7 l6 l5');
    expect(reads).toEqual([]);
  });
});

describe('a wall nobody looks at any more', () => {
  it('asks for nothing, also where more was wanted', async () => {
    const { leave, edit, more, asked, reads } = await wallWith(7, { held: true });
    edit('l7', { text: 'version 2' });
    edit('l6', { text: 'version 2' });
    void more();
    leave();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(before);
    expect(reads).toEqual([]);
  });

  it('has forgotten that more was wanted when somebody comes back', async () => {
    const { leave, edit, more, asked, reads, $shown } = await wallWith(7, { held: true });
    edit('l7', { text: 'version 2' });
    void more();
    leave();
    await vi.advanceTimersByTimeAsync(1000);
    $shown.listen(() => {});
    await go({ reads });
    expect(asked.filter(({ after }) => after)).toEqual([]);
  });
});

describe('letters that arrive', () => {
  it('wait until they are let in', async () => {
    const { now, ids, writes, showNew } = await wallWith(4);
    writes(2);
    await settled();
    expect(ids()).toBe('l4 l3 l2');
    expect(now()).toMatchObject({ waiting: 2, total: 6 });
    showNew();
    expect(ids()).toBe('l6 l5 l4 l3 l2');
    expect(now()).toMatchObject({ waiting: 0, older: true });
  });

  it('are shown at once on an empty wall', async () => {
    const { now, ids, writes } = await wallWith(0);
    expect(now()).toMatchObject({ letters: [], total: 0, waiting: 0 });
    writes(1);
    await settled();
    expect(ids()).toBe('l1');
    expect(now().waiting).toBe(0);
  });

  it('leave no gap when more than a page of them came: the wall begins anew with the newest page', async () => {
    const { now, ids, writes, showNew, more } = await wallWith(4);
    await more();
    writes(5);
    await settled();
    expect(ids()).toBe('l4 l3 l2 l1');
    expect(now().waiting).toBe(PAGE);
    showNew();
    expect(ids()).toBe('l9 l8 l7');
    expect(now().older).toBe(true);
    await more();
    await more();
    expect(ids()).toBe('l9 l8 l7 l6 l5 l4 l3 l2 l1');
  });

  it('leave no gap when the wall begins anew while older letters are on their way', async () => {
    const { now, ids, writes, showNew, more, reads } = await wallWith(7, { held: true });
    writes(4);
    await go({ reads });
    const asking = more();
    showNew();
    await go({ reads });
    await asking;
    expect(ids()).toBe('l11 l10 l9');
    expect(now().older).toBe(true);
    const again = more();
    await go({ reads });
    await again;
    expect(ids()).toBe('l11 l10 l9 l8 l7 l6');
  });

  it('stand in their own place, be that between letters already shown', async () => {
    const { now, ids, letters, change, showNew } = await wallWith(4);
    change(() => letters.splice(1, 0, { id: 'l3.5' }), { kind: 'recognition', id: 'l3.5' });
    await settled();
    expect(now().waiting).toBe(1);
    showNew();
    expect(ids()).toBe('l4 l3.5 l3 l2');
  });

  it('wait also where they are older than all that is shown, and no page would bring them', async () => {
    const { now, ids, letters, change, showNew } = await wallWith(2);
    change(() => letters.push({ id: 'l0' }), { kind: 'recognition', id: 'l0' });
    await settled();
    expect(now()).toMatchObject({ waiting: 1, older: false });
    showNew();
    expect(ids()).toBe('l2 l1 l0');
  });

  it('are not the older ones that move up where a shown one is gone', async () => {
    const { now, ids, remove, more } = await wallWith(5);
    remove('l3');
    await settled();
    expect(ids()).toBe('l5 l4');
    expect(now().waiting).toBe(0);
    await more();
    expect(ids()).toBe('l5 l4 l2 l1');
  });

  it('do not wait any more once they are gone', async () => {
    const { now, writes, remove } = await wallWith(4);
    writes(2);
    await settled();
    remove('l5');
    await settled();
    expect(now().waiting).toBe(1);
  });

  it('wait on, whatever an older answer says', async () => {
    const letters = ['c', 'b', 'a'].map((id): Recognition => ({ id }));
    const answer = (revision: number, first: number) => ({
      letters: letters.slice(first),
      people: [],
      total: 3,
      revision,
    });
    const heads = [answer(1, 1), answer(2, 0), answer(1, 1)];
    const { $shown, now, reload, ids, state } = wallAt({
      name: 'lagging',
      takes: new Set(),
      read: (async ({ ids }: WallQuery) => (ids ? answer(1, 1) : heads.shift())) as unknown as Provider['read'],
    });
    $shown.listen(() => {});
    await settled();
    for (const _ of [1, 2]) {
      reload();
      await settled();
      expect(state()).toBe('ready');
      expect(ids()).toBe('b a');
      expect(now().waiting).toBe(1);
    }
  });

  it('change nothing when there are none to let in', async () => {
    const { $shown, showNew } = wallAt(village(3).provider);
    showNew();
    expect($shown.value).toEqual({ state: 'loading' });
  });

  it('can be let in while the newest could not be had, which is still said', async () => {
    const { state, ids, writes, showNew, reads, reload } = await wallWith(4, { held: true });
    writes();
    await go({ reads });
    reload();
    reads[0]?.fail(new ProviderError('offline'));
    await settled();
    showNew();
    expect(state()).toBe('failed');
    expect(ids()).toBe('l5 l4 l3 l2');
  });
});

describe('letters that are shown', () => {
  it('are refreshed in place when touched; the others stay the same objects', async () => {
    const { now, ids, edit, more } = await wallWith(7);
    await more();
    const before = now().letters;
    edit('l3', { text: 'version 2' });
    await settled();
    expect(ids()).toBe('l7 l6 l5 l4 l3 l2');
    expect(now().letters[4]?.text).toBe('version 2');
    for (const i of [0, 1, 2, 3, 5]) expect(now().letters[i]).toBe(before[i]);
  });

  it('stay the same objects when read again unchanged', async () => {
    const { now, reload } = await wallWith(4);
    const before = now();
    reload();
    await settled();
    expect(now()).not.toBe(before);
    now().letters.forEach((letter, i) => expect(letter).toBe(before.letters[i]));
    expect(now().people).toBe(before.people);
  });

  it('go when they are gone, and do not come back with an older answer', async () => {
    const { ids, now, remove, more, reads } = await wallWith(7, { held: true });
    const asking = more();
    remove('l3');
    remove('l6');
    await go({ reads });
    await asking;
    expect(ids()).toBe('l7 l5 l4 l2');
    expect(now().total).toBe(5);
  });

  it('are refreshed also when they were touched while on their way', async () => {
    const { now, edit, meet, more, reads } = await wallWith(7, { held: true });
    const asking = more();
    edit('l3', { text: 'version 2' });
    meet({ id: 'bo', name: 'bo 2' });
    await go({ reads });
    await asking;
    expect(now().letters[4]).toMatchObject({ id: 'l3', text: 'version 2' });
    expect(now().people.get('bo')?.name).toBe('bo 2');
  });

  it('are asked for by name and all at once, whatever a page holds', async () => {
    const { edit, more, change, asked } = await wallWith(7);
    await more();
    edit('l2', { text: 'version 2' });
    await settled();
    expect(asked.at(-1)).toMatchObject({ ids: ['l2'], limit: 1 });
    change(() => {}, { kind: 'role', id: 'builder' }, { kind: 'purpose', id: 'purpose' });
    await settled();
    expect(asked.at(-1)).toMatchObject({ ids: ['l2'] });
    change(() => {}, { kind: 'member', id: 'ada' });
    await settled();
    expect(asked.at(-1)).toMatchObject({ ids: ['l7', 'l6', 'l5', 'l4', 'l3', 'l2'], limit: 6 });
  });

  it('are refreshed by the next attempt when the first failed', async () => {
    const { state, now, edit, reads, reload, writes } = await wallWith(7, { held: true });
    edit('l6', { text: 'version 2' });
    reads.find(({ query }) => query.ids)?.fail(new ProviderError('busy'));
    await go({ reads });
    expect(state()).toBe('failed');
    expect(now().letters[1]?.text).toBe('version 1');

    writes();
    expect(reads.find(({ query }) => query.ids)?.query.ids).toEqual(['l6']);
    await go({ reads });
    expect(state()).toBe('ready');
    expect(now().letters[1]?.text).toBe('version 2');

    edit('l5', { text: 'version 2' });
    reads[0]?.fail(new ProviderError('busy'));
    await go({ reads });
    reload();
    await go({ reads });
    expect(state()).toBe('ready');
    expect(now().letters[2]?.text).toBe('version 2');
  });

  it('are refreshed when somebody comes back to a wall that changed meanwhile', async () => {
    const { now, ids, leave, $shown, more, edit, remove, writes } = await wallWith(7);
    await more();
    const before = now();
    leave();
    await vi.advanceTimersByTimeAsync(1000);
    edit('l4', { text: 'version 2' });
    remove('l3');
    writes();
    expect(now()).toBe(before);

    $shown.listen(() => {});
    expect(ids()).toBe('l7 l6 l5 l4 l3 l2');
    await settled();
    expect(ids()).toBe('l7 l6 l5 l4 l2');
    expect(now().letters[3]?.text).toBe('version 2');
    expect(now().waiting).toBe(1);
  });

  it('are not read again for each of many changes at once', async () => {
    const { edit, asked, now } = await wallWith(4);
    const before = asked.length;
    for (let i = 2; i <= 50; i++) edit('l4', { text: `version ${i}` });
    await settled();
    expect(now().letters[0]?.text).toBe('version 50');
    expect(asked.length - before).toBeLessThanOrEqual(4);
  });
});

describe('letters that are none', () => {
  const cycle: Record<string, unknown> = { id: 'l1', text: 'round' };
  cycle['self'] = cycle;
  const unreadable = (field: string) =>
    Object.defineProperty({ id: 'l1' }, field, {
      enumerable: true,
      get() {
        throw new TypeError('no field');
      },
    });

  it.each<[string, unknown]>([
    ['a letter that throws', unreadable('text')],
    ['a letter without an outline', {}],
    ['a letter to a number', { id: 'l1', to: 7 }],
    ['a letter whose answers are no list', { id: 'l1', answers: 7 }],
    ['a letter that goes round in a circle', cycle],
  ])('%s: the wall fails, keeps what it shows, and is well again when they are', async (_, letter) => {
    let letters: unknown[] = [{ id: 'l1', text: 'well' }];
    const { $shown, reload, state, now } = wallAt({
      name: 'odd',
      takes: new Set(),
      read: (async () => ({ letters, people: [], total: 1, revision: 1 })) as unknown as Provider['read'],
    });
    $shown.listen(() => {});
    await settled();
    letters = [letter];
    reload();
    await settled();
    expect($shown.value).toMatchObject({ state: 'failed', error: { name: 'ProviderError', kind: 'invalid' } });
    expect(now().letters).toEqual([{ id: 'l1', text: 'well' }]);
    letters = [{ id: 'l1', text: 'well again' }];
    reload();
    await settled();
    expect(state()).toBe('ready');
    expect(now().letters).toEqual([{ id: 'l1', text: 'well again' }]);
  });
});

describe('the people of a wall', () => {
  it('stay the same map while only strangers join, who are in it', async () => {
    const { now, people, writes, more } = await wallWith(7);
    const before = now().people;
    people.set('di', { id: 'di', name: 'di 1' });
    writes(1, 'di');
    await settled();
    await more();
    expect(now().people).toBe(before);
    expect(before.get('di')?.name).toBe('di 1');
  });

  it('are another map when one of them changed', async () => {
    const { now, meet } = await wallWith(4);
    const before = now().people;
    meet({ id: 'bo', name: 'bo 2' });
    await settled();
    expect(now().people).not.toBe(before);
    expect(now().people.get('bo')?.name).toBe('bo 2');
    expect(before.get('bo')?.name).toBe('bo 1');
  });

  it('lose who is not public any more, and find who becomes so, as another map each time', async () => {
    const { now, hide, meet } = await wallWith(4);
    const first = now().people;
    hide('cy');
    await settled();
    const second = now().people;
    expect(second.has('cy')).toBe(false);
    expect(second).not.toBe(first);
    meet({ id: 'cy', name: 'cy 2' });
    await settled();
    expect(now().people.get('cy')?.name).toBe('cy 2');
    expect(now().people).not.toBe(second);
  });
});

describe('whatever the order', () => {
  it('of 10,000 series of answers, an older one never overwrites a newer: letters, those gone, and people', async () => {
    const revision = fc.integer({ min: 1, max: 6 });
    const series = fc.array(fc.tuple(revision, revision), { minLength: 2, maxLength: 5 });
    // Letter a changes with each revision, b is gone at odd ones from 3; ada is hidden at 4.
    const answerAt = (revision: number, { ids }: WallQuery) => {
      const letters: Recognition[] = [{ id: 'a', from: 'ada', text: `${revision}` }];
      if (revision < 3 || revision % 2 === 0) letters.push({ id: 'b', from: 'bo', text: `${revision}` });
      const people = [{ id: 'bo', name: `bo ${revision}` }];
      if (revision !== 4) people.push({ id: 'ada', name: `ada ${revision}` });
      return { letters: letters.filter(({ id }) => !ids || ids.includes(id)), people, total: letters.length, revision };
    };
    await fc.assert(
      fc.asyncProperty(series, async (series) => {
        const queue = [...series];
        let newest = 0;
        let newestOfB = { revision: 0, text: undefined as string | undefined };
        let hadB = false;
        let tell: (change: Change) => void = () => {};
        const { $shown, now } = wallAt({
          name: 'shuffled',
          takes: new Set(),
          read: (async (query: WallQuery) => {
            const revision = (query.ids ? queue[0]?.[1] : queue[0]?.[0]) ?? 1;
            const answer = answerAt(revision, query);
            newest = Math.max(newest, revision);
            const text = answer.letters.find(({ id }) => id === 'b')?.text;
            if ((text ?? query.ids?.includes('b')) && revision >= newestOfB.revision) newestOfB = { revision, text };
            return answer;
          }) as unknown as Provider['read'],
          watch: (changed) => {
            tell = changed;
            return () => {};
          },
        });
        $shown.listen(() => {});
        while (queue.length) {
          for (let turn = 0; turn < 30; turn++) await Promise.resolve();
          const truth = answerAt(newest, { kind: 'wall' });
          expect(now().letters.find(({ id }) => id === 'a')?.text).toBe(`${newest}`);
          expect(now().people.get('ada')?.name).toBe(truth.people.find(({ id }) => id === 'ada')?.name);
          expect(now().total).toBe(truth.total);
          const b = now().letters.find(({ id }) => id === 'b');
          if (b ?? (hadB && newestOfB.text)) expect(b?.text).toBe(newestOfB.text);
          hadB = b !== undefined;
          queue.shift();
          tell({ revision: 9, touched: [{ kind: 'role', id: 'r' }] });
        }
      }),
      { numRuns: 10_000, seed: 4 },
    );
  }, 60_000);

  it('of what happens, a wall that says it is ready shows what is so: no gap, nothing twice, nothing stale', async () => {
    const act = fc.oneof(
      { weight: 8, arbitrary: fc.record({ act: fc.constant('answer' as const), which: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('write', 'more', 'showNew'), which: fc.nat() }) },
      {
        weight: 1,
        arbitrary: fc.record({
          act: fc.constantFrom('edit', 'remove', 'rename', 'hide', 'fail', 'leave'),
          which: fc.nat(),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 8 }), fc.array(act, { maxLength: 40 }), async (count, acts) => {
        const place = village(count, { held: true });
        const { letters, people, reads } = place;
        const { $shown, now, more, showNew, reload, state } = wallAt(place.provider);
        let leave: (() => void) | undefined = $shown.listen(() => {});
        let version = 1;
        const at = <T>(list: readonly T[], which: number) => list[which % list.length];
        const flush = async () => {
          for (let turn = 0; turn < 30; turn++) await Promise.resolve();
        };
        for (const { act, which } of acts) {
          const letter = at(letters, which)?.id;
          const person = at(['ada', 'bo', 'cy'], which) as string;
          if (act === 'answer') at(reads, which)?.go();
          if (act === 'fail') at(reads, which)?.fail(new ProviderError('offline'));
          if (act === 'write') place.writes(1 + (which % 5));
          if (act === 'more') void more();
          if (act === 'showNew') showNew();
          if (act === 'edit' && letter) place.edit(letter, { text: `version ${++version}` });
          if (act === 'remove' && letter) place.remove(letter);
          if (act === 'rename') place.meet({ id: person, name: `${person} ${++version}` });
          if (act === 'hide') place.hide(person);
          if (act === 'leave') {
            leave?.();
            vi.advanceTimersByTime(1000);
            leave = which % 2 ? undefined : $shown.listen(() => {});
          }
          await flush();
          const ids = now()?.letters.map(({ id }) => id) ?? [];
          expect(new Set(ids).size).toBe(ids.length);
        }

        leave ??= $shown.listen(() => {});
        const finish = async () => {
          await flush();
          while (reads.length) {
            reads[0]?.go();
            await flush();
          }
        };
        await finish();
        if (state() === 'failed') {
          reload();
          await finish();
        }
        const isTrue = () => {
          const { letters: shown, older, waiting, total } = now();
          const start = Math.max(
            0,
            letters.findIndex(({ id }) => id === shown[0]?.id),
          );
          expect(shown.length > 0).toBe(letters.length > 0);
          expect(shown).toEqual(letters.slice(start, start + shown.length));
          if (start + shown.length < letters.length) expect(older).toBe(true);
          expect(waiting).toBe(Math.min(start, PAGE));
          expect(total).toBe(letters.length);
          for (const id of shown.length ? ['ada', 'bo', 'cy'] : [])
            expect(now().people.get(id)).toEqual(people.get(id));
        };
        expect(state()).toBe('ready');
        isTrue();
        showNew();
        isTrue();
        expect(now().waiting).toBe(0);
        while (now().older) {
          void more();
          await finish();
        }
        expect(now().letters).toEqual(letters);
      }),
      { numRuns: 1500, seed: 4 },
    );
  }, 60_000);
});
