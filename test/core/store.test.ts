import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, ProviderError, type Change, type Loaded, type Provider, wallOf } from '@kith/core';

/** A read on its way, to be answered by the test. */
interface Pending {
  signal: AbortSignal;
  answer(revision: number): void;
  give(answer: unknown): void;
  fail(error: unknown): void;
}

const community = (revision: number) => ({ revision, community: { id: 'tools', name: `Tools ${revision}` } });

/** A provider that answers when the test says so. */
function hand(more: Partial<Provider> = {}) {
  const reads: Pending[] = [];
  const provider: Provider = {
    name: 'hand',
    takes: new Set(),
    read: (_, signal) =>
      new Promise<never>((resolve, reject) => {
        const give = resolve as (answer: unknown) => void;
        reads.push({ signal, give, answer: (revision) => give(community(revision)), fail: reject });
      }),
    ...more,
  };
  return { provider, reads };
}

/** A provider whose reads do this. */
const reading = (read: () => unknown): Provider => ({ name: 'odd', takes: new Set(), read: read as Provider['read'] });

/** Lets every promise that can go on go on. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const nameOf = ({ value }: Loaded<ReturnType<typeof community>>) => value?.community.name;
const ask = (provider: Provider, options?: Parameters<typeof createStore>[1]) => {
  const store = createStore(provider, options);
  const { $answer, reload } = store.ask({ kind: 'community' });
  return { store, reload, $answer, now: () => $answer.value as Loaded<ReturnType<typeof community>> };
};

const uncaught = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  process.on('unhandledRejection', uncaught);
});

afterEach(async () => {
  await settled();
  vi.useRealTimers();
  // A rejection nobody handles is told of after a turn of the real loop.
  await new Promise(setImmediate);
  process.off('unhandledRejection', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
  uncaught.mockClear();
});

describe('a store', () => {
  it('reads nothing until something listens, then once for two', async () => {
    const { provider, reads } = hand();
    const { store, $answer, now } = ask(provider);
    expect(reads).toHaveLength(0);
    expect(now()).toEqual({ state: 'loading' });

    $answer.listen(() => {});
    store.ask({ kind: 'community' }).$answer.listen(() => {});
    expect(reads).toHaveLength(1);

    reads[0]?.answer(1);
    await settled();
    expect(now()).toEqual({ state: 'ready', value: community(1) });
  });

  it('holds one atom and one wall for each different question', () => {
    const { store } = ask(hand().provider);
    expect(store.ask({ kind: 'member', id: 'ada' })).toBe(store.ask({ kind: 'member', id: 'ada' }));
    expect(store.ask({ kind: 'member', id: 'ada' })).not.toBe(store.ask({ kind: 'member', id: 'bo' }));
    expect(wallOf(store, { member: 'ada' }, 20)).toBe(wallOf(store, { member: 'ada' }, 20));
    expect(wallOf(store, { member: 'ada' }, 20)).not.toBe(wallOf(store, { role: 'ada' }, 20));
    expect(wallOf(store, {}, 20)).not.toBe(wallOf(store, {}, 10));
  });

  it('aborts what is on its way when the last listener leaves, and not before', async () => {
    const { provider, reads } = hand();
    const { $answer, now } = ask(provider);
    const leave = [$answer.listen(() => {}), $answer.listen(() => {})];
    leave[0]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reads[0]?.signal.aborted).toBe(false);

    leave[1]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reads[0]?.signal.aborted).toBe(true);
    expect(now()).toEqual({ state: 'loading' });
  });

  it('reads anew, and keeps what it knew meanwhile, when somebody comes back', async () => {
    const { provider, reads } = hand();
    const { $answer, now } = ask(provider);
    const leave = $answer.listen(() => {});
    reads[0]?.answer(1);
    await settled();
    leave();
    await vi.advanceTimersByTimeAsync(1000);

    $answer.listen(() => {});
    expect(reads).toHaveLength(2);
    expect(nameOf(now())).toBe('Tools 1');
    reads[1]?.answer(2);
    await settled();
    expect(nameOf(now())).toBe('Tools 2');
  });

  it('does not read again for who leaves and comes back within a second', async () => {
    const { provider, reads } = hand();
    const { $answer } = ask(provider);
    $answer.listen(() => {})();
    await vi.advanceTimersByTimeAsync(500);
    $answer.listen(() => {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(reads).toHaveLength(1);
    expect(reads[0]?.signal.aborted).toBe(false);
  });

  it('reads once when told to while nobody listens', () => {
    const { provider, reads } = hand();
    ask(provider).reload();
    expect(reads).toHaveLength(1);
  });
});

describe('of two answers', () => {
  it('the newer stays, in whichever of 10,000 orders they arrive', async () => {
    const orders = fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 7 })
      .chain((revisions) =>
        fc.tuple(fc.constant(revisions), fc.shuffledSubarray([...revisions.keys()], { minLength: revisions.length })),
      );
    await fc.assert(
      fc.asyncProperty(orders, async ([revisions, order]) => {
        const { provider, reads } = hand();
        const { $answer, reload, now } = ask(provider);
        $answer.listen(() => {});
        for (const _ of revisions.slice(1)) reload();
        let newest = 0;
        for (const i of order) {
          newest = Math.max(newest, revisions[i] as number);
          reads[i]?.answer(revisions[i] as number);
          for (let turn = 0; turn < 12; turn++) await Promise.resolve();
          expect(now()).toEqual({ state: 'ready', value: community(newest) });
        }
      }),
      { numRuns: 10_000, seed: 4 },
    );
  }, 60_000);
});

describe('a failure', () => {
  const offline = new ProviderError('offline');
  const at = new Date('2026-07-15T10:00:00Z');

  /** An atom that knows revision 1 since `at`, and has been asked to reload twice. */
  async function reloading() {
    const { provider, reads } = hand();
    const asked = ask(provider, { now: () => at });
    asked.$answer.listen(() => {});
    reads[0]?.answer(1);
    await settled();
    asked.reload();
    asked.reload();
    return { ...asked, first: reads[1] as Pending, second: reads[2] as Pending };
  }

  it('keeps the last known value and says since when it is known', async () => {
    const { first, now } = await reloading();
    first.fail(offline);
    await settled();
    expect(now()).toEqual({ state: 'failed', error: offline, value: community(1), at });
  });

  it('says no time where nothing was ever known', async () => {
    const { provider, reads } = hand();
    const { $answer, now } = ask(provider);
    $answer.listen(() => {});
    reads[0]?.fail(offline);
    await settled();
    expect(now()).toEqual({ state: 'failed', error: offline });
  });

  it('does not count when something newer arrived since it began', async () => {
    const { first, second, now } = await reloading();
    second.answer(2);
    await settled();
    first.fail(offline);
    await settled();
    expect(now()).toEqual({ state: 'ready', value: community(2) });
  });

  it('counts when only what began earlier arrives after it, which is shown as the last known', async () => {
    const { first, second, now } = await reloading();
    second.fail(offline);
    await settled();
    first.answer(2);
    await settled();
    expect(now()).toEqual({ state: 'failed', error: offline, value: community(2), at });
  });

  it('is over when it is tried again: loading, with what is known, then ready', async () => {
    const { provider, reads } = hand();
    const { $answer, reload, now } = ask(provider);
    const states: string[] = [];
    $answer.listen(({ state, value }) => states.push(`${state} ${value ? 'known' : 'unknown'}`));
    reads[0]?.fail(offline);
    await settled();
    reload();
    reads[1]?.answer(1);
    await settled();
    reload();
    reads[2]?.fail(offline);
    await settled();
    reload();
    reads[3]?.answer(2);
    await settled();
    expect(states).toEqual([
      'failed unknown',
      'loading unknown',
      'ready known',
      'failed known',
      'loading known',
      'ready known',
    ]);
    expect(now()).toEqual({ state: 'ready', value: community(2) });
  });
});

describe('a provider at fault', () => {
  const throws = (what: unknown) => () => {
    throw what;
  };
  const frozen = Object.freeze({ revision: 1, community: Object.freeze({ id: 'a', name: 'A' }) });
  const odd = (get: string) => ({
    revision: 1,
    get [get]() {
      throw new TypeError('no field');
    },
  });
  const unspeakable = { toString: throws(new Error('no words')) };

  it.each<[string, () => unknown]>([
    ['throws', throws(new TypeError('broken'))],
    ['throws a ProviderError', throws(new ProviderError('gone'))],
    ['throws nothing', throws(undefined)],
    ['rejects with a string', () => Promise.reject('no')],
    ['rejects with undefined', () => Promise.reject(undefined)],
    ['rejects with null', () => Promise.reject(null)],
    ['rejects with a symbol', () => Promise.reject(Symbol('no'))],
    ['rejects with an object that cannot be put into words', () => Promise.reject(unspeakable)],
    ['rejects with an object without prototype', () => Promise.reject(Object.create(null))],
    ['gives no promise', () => 7],
    ['gives undefined', async () => undefined],
    ['gives null', async () => null],
    ['gives a string', async () => 'community'],
    ['gives a list', async () => []],
    ['gives an empty object', async () => ({})],
    ['gives a function', async () => () => {}],
    ['gives no revision', async () => ({ community: { id: 'a', name: 'A' } })],
    ['gives a revision that is none', async () => ({ ...community(1), revision: '1' })],
    ['gives NaN for a revision', async () => community(NaN)],
    ['gives an endless revision', async () => community(Infinity)],
    ['gives a revision that throws', async () => odd('revision')],
    ['gives a field that throws', async () => odd('community')],
    [
      'gives a promise that throws',
      () => ({
        get then() {
          throw new Error('no promise');
        },
      }),
    ],
    ['gives a thenable that throws', () => ({ then: throws(new Error('no then')) })],
  ])('that %s fails with a ProviderError', async (_, read) => {
    const { $answer, now } = ask(reading(read));
    $answer.listen(() => {});
    await settled();
    expect(now().state).toBe('failed');
    expect((now() as { error: unknown }).error).toBeInstanceOf(ProviderError);
    expect((now() as { error: Error }).error.message).toMatch(/\w/);
  });

  const pieces: Record<string, Parameters<ReturnType<typeof createStore>['ask']>[0]> = {
    people: { kind: 'purpose' },
    roles: { kind: 'roles' },
    members: { kind: 'members' },
    progress: { kind: 'ladder', id: 'l' },
    suggestions: { kind: 'suggestions' },
    introductions: { kind: 'introductions' },
    letters: { kind: 'inbox' },
  };
  const whole = { people: [], roles: [], members: [], progress: [], suggestions: [], introductions: [], letters: [] };

  it.each(Object.entries(pieces))(
    'that gives as %s what is no list of pieces fails with a ProviderError',
    async (list, query) => {
      for (const rows of [undefined, null, 'rows', 7, {}, [null], ['row'], [undefined], [{}], [odd('name')]]) {
        const { $answer } = createStore(reading(async () => ({ revision: 1, ...whole, [list]: rows }))).ask(query);
        $answer.listen(() => {});
        await settled();
        expect($answer.value).toMatchObject({ state: 'failed', error: { name: 'ProviderError', kind: 'invalid' } });
      }
    },
  );

  it.each(Object.entries(pieces))('that gives empty %s is none', async (_, query) => {
    const { $answer } = createStore(reading(async () => ({ revision: 1, ...whole }))).ask(query);
    $answer.listen(() => {});
    await settled();
    expect($answer.value?.state).toBe('ready');
  });

  it('keeps its own words and kind where it gives a ProviderError, also of another copy of Kith', async () => {
    const theirs = Object.assign(new Error('try later'), { name: 'ProviderError', kind: 'busy', retryAfter: 3 });
    const { $answer, now } = ask(reading(throws(theirs)));
    $answer.listen(() => {});
    await settled();
    expect(now()).toEqual({ state: 'failed', error: theirs });
  });

  it('leaves no rejection behind when it throws at once and everyone has left', async () => {
    const { $answer, now } = ask(
      reading(() => {
        throw new TypeError('broken');
      }),
    );
    const leave = $answer.listen(() => {});
    await settled();
    expect(now().state).toBe('failed');
    leave();
    await vi.advanceTimersByTimeAsync(1000);
  });

  it('keeps the cause of what it throws', async () => {
    const cause = new TypeError('broken');
    const { $answer, now } = ask(reading(throws(cause)));
    $answer.listen(() => {});
    await settled();
    expect(now()).toMatchObject({ state: 'failed', error: { kind: 'invalid', message: 'broken', cause } });
  });

  it('that gives what is frozen is none', async () => {
    const { $answer, reload, now } = ask(reading(async () => frozen));
    $answer.listen(() => {});
    await settled();
    reload();
    await settled();
    expect(now()).toEqual({ state: 'ready', value: frozen });
  });

  it('that never settles fails when patience ends, and is told to stop', async () => {
    const { provider, reads } = hand();
    const { $answer, now } = ask(provider, { patience: 4000 });
    $answer.listen(() => {});
    await vi.advanceTimersByTimeAsync(3999);
    expect(now().state).toBe('loading');
    await vi.advanceTimersByTimeAsync(1);
    expect(now()).toMatchObject({ state: 'failed', error: { name: 'ProviderError', kind: 'busy' } });
    expect((now() as { error: Error }).error.message).toBe('hand said nothing for 4 s');
    expect(reads[0]?.signal.aborted).toBe(true);
  });

  it('that settles late or twice is not heard any more', async () => {
    const { provider, reads } = hand();
    const { $answer, reload, now } = ask(provider);
    $answer.listen(() => {});
    await vi.advanceTimersByTimeAsync(10_000);
    reads[0]?.answer(1);
    await settled();
    expect(now()).toMatchObject({ state: 'failed', error: { kind: 'busy' } });

    reload();
    reads[1]?.answer(2);
    reads[1]?.answer(3);
    reads[1]?.fail(new Error('too late'));
    await settled();
    expect(now()).toEqual({ state: 'ready', value: community(2) });
  });

  it('that rejects late is not heard any more', async () => {
    const { provider, reads } = hand();
    const { $answer, now } = ask(provider);
    $answer.listen(() => {});
    await vi.advanceTimersByTimeAsync(10_000);
    const failed = now();
    reads[0]?.fail(new Error('too late'));
    await settled();
    expect(now()).toBe(failed);
  });

  it('leaves no timer and no listener behind once it has answered', async () => {
    const { provider, reads } = hand();
    const { $answer } = ask(provider);
    $answer.listen(() => {});
    const listening = () => getEventListeners(reads[0]?.signal as AbortSignal, 'abort').length;
    expect([vi.getTimerCount(), listening()]).toEqual([1, 1]);
    reads[0]?.answer(1);
    await settled();
    expect([vi.getTimerCount(), listening()]).toEqual([0, 0]);
  });
});

describe('a listener that throws', () => {
  it('stops no other, makes no failure, and its error reaches the page uncaught', async () => {
    const later: (() => void)[] = [];
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((callback) => void later.push(callback));
    const { provider, reads } = hand();
    const { $answer, reload, now } = ask(provider);
    const heard: string[] = [];
    const leave = $answer.listen(() => {
      throw new Error('mine');
    });
    $answer.listen(({ state }) => heard.push(state));
    reads[0]?.answer(1);
    await settled();
    expect(now()).toEqual({ state: 'ready', value: community(1) });
    reload();
    reads[1]?.fail(new ProviderError('busy'));
    await settled();
    reload();
    expect(heard).toEqual(['ready', 'failed', 'loading']);
    expect(later).toHaveLength(3);
    for (const report of later) expect(report).toThrow('mine');
    leave();
    vi.restoreAllMocks();
  });
});

describe('a provider that can be watched', () => {
  const touched: Change['touched'] = [{ kind: 'purpose', id: 'purpose' }];

  function watched(watch?: Provider['watch']) {
    const stop = vi.fn();
    const changed: ((change: Change) => void)[] = [];
    const start = vi.fn(
      watch ??
        ((tell: (change: Change) => void) => {
          changed.push(tell);
          return stop;
        }),
    );
    const { provider, reads } = hand({ watch: start });
    return { ...ask(provider), reads, start, stop, change: (change: unknown) => changed.at(-1)?.(change as Change) };
  }

  it('is watched once, from the first listener to the last', async () => {
    const { store, start, stop, $answer } = watched();
    expect(start).not.toHaveBeenCalled();
    const leave = [$answer, store.ask({ kind: 'roles' }).$answer, wallOf(store, {}, 20).$shown].map((atom) =>
      atom.listen(() => {}),
    );
    expect(start).toHaveBeenCalledTimes(1);
    leave[0]?.();
    leave[1]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(stop).not.toHaveBeenCalled();
    leave[2]?.();
    await vi.advanceTimersByTimeAsync(1000);
    expect(stop).toHaveBeenCalledTimes(1);

    $answer.listen(() => {});
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('makes what is listened to be read again, and nothing else', async () => {
    const { store, reads, change, $answer, now } = watched();
    store.ask({ kind: 'roles' });
    $answer.listen(() => {});
    reads[0]?.answer(1);
    await settled();
    change({ revision: 2, touched });
    expect(reads).toHaveLength(2);
    expect(now().state).toBe('ready');
    reads[1]?.answer(2);
    await settled();
    expect(nameOf(now())).toBe('Tools 2');
  });

  it('is not heard any more once nothing listens', async () => {
    const { reads, change, $answer } = watched();
    $answer.listen(() => {})();
    await vi.advanceTimersByTimeAsync(1000);
    change({ revision: 2, touched });
    expect(reads).toHaveLength(1);
  });

  it.each([
    undefined,
    null,
    'changed',
    {},
    { revision: 2 },
    { touched },
    { revision: NaN, touched },
    { revision: 2, touched: [null] },
  ])('makes everything be read again when it tells of %j, which says nothing', async (change) => {
    const { reads, change: tell, $answer, store } = watched();
    wallOf(store, {}, 20).$shown.listen(() => {});
    $answer.listen(() => {});
    reads[0]?.give({ revision: 1, letters: [{ id: 'l1' }], people: [], total: 1 });
    reads[1]?.answer(1);
    await settled();
    tell(change);
    expect(reads).toHaveLength(5);
  });

  it('is read all the same when watching throws', async () => {
    const { reads, $answer, now } = watched(() => {
      throw new Error('no watching');
    });
    const leave = $answer.listen(() => {});
    reads[0]?.answer(1);
    await settled();
    expect(now().state).toBe('ready');
    leave();
    await vi.advanceTimersByTimeAsync(1000);
  });

  it('is watched once, and left quietly, when it gives no way to stop or one that throws', async () => {
    for (const stop of [
      undefined,
      () => {
        throw new Error('no stopping');
      },
    ]) {
      const { store, start, reads, $answer } = watched(() => stop as () => void);
      const leave = [$answer, store.ask({ kind: 'roles' }).$answer].map((atom) => atom.listen(() => {}));
      expect(start).toHaveBeenCalledTimes(1);
      leave.forEach((each) => each());
      await vi.advanceTimersByTimeAsync(1000);
      expect(reads.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    }
  });

  it('may tell of a change while watching begins', async () => {
    const { reads, $answer } = watched((tell) => {
      tell({ revision: 1, touched });
      return () => {};
    });
    $answer.listen(() => {});
    expect(reads).toHaveLength(2);
  });
});

describe('an answer that says the same again', () => {
  it('keeps its objects, forgets what is gone, and is as new as it says', async () => {
    let told: ((change: Change) => void) | undefined;
    const answers = [
      { revision: 1, members: [{ id: 'ada', name: 'Ada' }], after: '1 ada', total: 2 },
      { revision: 3, members: [{ id: 'ada', name: 'Ada' }], total: 1 },
      { revision: 2, members: [{ id: 'bo', name: 'Bo' }], total: 1 },
    ];
    const provider = {
      name: 'test',
      takes: new Set<string>(),
      read: () => Promise.resolve(answers.shift()),
      watch: (listener: (change: Change) => void) => ((told = listener), () => undefined),
    } as unknown as Provider;
    const { $answer } = createStore(provider).ask({ kind: 'members' });
    const leave = $answer.listen(() => undefined);
    await vi.waitFor(() => expect($answer.get().state).toBe('ready'));
    const before = $answer.get().value;
    told?.({ revision: 3, touched: [] });
    await vi.waitFor(() => expect($answer.get().value?.revision).toBe(3));
    expect($answer.get().value?.members).toBe(before?.members);
    expect($answer.get().value).not.toHaveProperty('after');
    told?.({ revision: 2, touched: [] });
    await vi.waitFor(() => expect(answers).toHaveLength(0));
    expect($answer.get().value?.members).toBe(before?.members);
    leave();
  });
});
