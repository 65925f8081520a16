import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, ProviderError, type Answer, type Loaded, type Outcome, type Provider } from '@kith/core';
import { memory } from '@kith/providers/memory';
import type * as saying from '../../packages/core/src/saying.js';
import { village } from './village.js';

/** Whether the code that saying takes arrives. */
const code = { arrives: true };
vi.mock('../../packages/core/src/saying.js', async (original) => {
  const { createSaying } = await original<typeof saying>();
  return {
    createSaying(...given: Parameters<typeof createSaying>) {
      if (!code.arrives) throw new TypeError('Failed to fetch dynamically imported module');
      return createSaying(...given);
    },
  };
});

const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
  code.arrives = true;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const source = () =>
  village({ archive: false, purpose: { statement: 'Everyone can fix something', version: 3, counts: { withUs: 4 } } });

/** A store, what it shows of the purpose, and the wishes that are on their way to its provider. */
function page({ viewer, provider: own }: { viewer?: string; provider?: Partial<Provider> } = {}) {
  const inner = memory(source());
  const sent: { take(): void; fail(error: unknown): void }[] = [];
  const provider: Provider = {
    ...inner,
    send: (intent, signal) =>
      new Promise((resolve, reject) => {
        sent.push({ take: () => resolve(inner.send(intent, signal)), fail: reject });
      }),
    ...own,
  };
  const store = createStore(provider, viewer === undefined ? {} : { viewer });
  const { $answer } = store.ask({ kind: 'purpose' });
  const leave = $answer.listen(() => {});
  return {
    store,
    inner,
    sent,
    leave,
    withUs: () => ($answer.value as Loaded<Answer<{ kind: 'purpose' }>>).value?.purpose?.counts?.withUs,
    mine: () => ($answer.value as Loaded<Answer<{ kind: 'purpose' }>>).value?.purpose?.mine,
    wishes: () => store.$wishes.value ?? [],
  };
}

/** Counts in, and gives what one is told. */
function countIn({ store }: ReturnType<typeof page>, on = true): Outcome[] {
  const told: Outcome[] = [];
  store.wish('with-us', { on }, (outcome) => told.push(outcome));
  return told;
}

describe('a wish', () => {
  it('is there from the click, unsent, and shows once the code is here', async () => {
    const here = page({ viewer: 'ada' });
    await settled();
    countIn(here);
    expect(here.wishes()).toMatchObject([{ kept: false, intent: { name: 'with-us', actor: { member: 'ada' } } }]);
    await vi.waitFor(() => expect(here.withUs()).toBe(5));
    expect(here.sent).toHaveLength(1);
  });

  it('shows in the same turn where the code is here already', async () => {
    const here = page({ viewer: 'ada' });
    await here.store.prepare();
    await settled();
    countIn(here);
    // Nothing but promises that can go on at once.
    for (let i = 0; i < 10; i++) await Promise.resolve();
    expect(here.withUs()).toBe(5);
  });

  it('waits for code that does not arrive, and is sent when it does', async () => {
    code.arrives = false;
    const here = page({ viewer: 'ada' });
    const told = countIn(here);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(here.wishes()).toHaveLength(1);
    expect(here.sent).toHaveLength(0);
    code.arrives = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(here.sent).toHaveLength(1);
    here.sent[0]?.take();
    await settled();
    expect(told).toMatchObject([{ sent: {} }]);
    expect(here.wishes()).toHaveLength(1);
  });

  it('is undone where it is refused, is told of, and can be thrown away', async () => {
    const here = page({ viewer: 'ada' });
    await here.store.prepare();
    await settled();
    const told = countIn(here);
    await settled();
    here.sent[0]?.fail(new ProviderError('refused', { reason: 'too-often', params: { when: '2026-11-22' } }));
    await settled();
    const refusal = { reason: 'too-often', params: { when: '2026-11-22' } };
    expect(told).toEqual([{ refused: refusal }]);
    expect(here.withUs()).toBe(4);
    const [wish] = here.wishes();
    expect(wish?.refusal).toEqual(refusal);
    here.store.discard(wish?.intent.key ?? '');
    await settled();
    expect(here.wishes()).toEqual([]);
  });

  it('that nobody on the page follows is told of to whoever loaded what wishes need', async () => {
    const here = page({ viewer: 'ada' });
    const { hear } = await here.store.prepare();
    const heard: unknown[] = [];
    hear((outcome, { name }) => heard.push([name, outcome]));
    here.store.wish('with-us', { on: true });
    await settled();
    here.sent[0]?.fail(new ProviderError('refused', { reason: 'too-often' }));
    await settled();
    expect(heard).toEqual([['with-us', { refused: { reason: 'too-often' } }]]);
  });

  it('is sent once more where it is tried again', async () => {
    const here = page({ viewer: 'ada' });
    await here.store.prepare();
    countIn(here);
    await settled();
    here.sent[0]?.fail(new ProviderError('refused', { reason: 'too-often' }));
    await settled();
    here.store.retry(here.wishes()[0]?.intent.key ?? '');
    await settled();
    expect(here.withUs()).toBe(5);
    here.sent[1]?.take();
    await settled();
    expect(here.withUs()).toBe(5);
    expect(here.inner.archive().purpose?.counts?.withUs).toBe(5);
  });

  it('is never counted twice or not at all on its way from shown to confirmed', async () => {
    const here = page({ viewer: 'ada' });
    await here.store.prepare();
    await settled();
    const seen: (number | undefined)[] = [];
    here.store.ask({ kind: 'purpose' }).$answer.listen(() => seen.push(here.withUs()));
    countIn(here);
    await settled();
    here.sent[0]?.take();
    await vi.advanceTimersByTimeAsync(100);
    expect(new Set(seen)).toEqual(new Set([5]));
  });

  it('of a provider that tells of no changes is read again once it is sent', async () => {
    const here = page({ viewer: 'ada' });
    const quiet = page({ viewer: 'ada', provider: { watch: () => () => {} } });
    for (const each of [here, quiet]) {
      await each.store.prepare();
      await settled();
      countIn(each);
      await settled();
      each.sent[0]?.take();
      await vi.advanceTimersByTimeAsync(100);
      const { value } = each.store.ask({ kind: 'purpose' }).$answer.value as Loaded<Answer<{ kind: 'purpose' }>>;
      expect(value?.revision).toBe(2);
    }
  });

  it('of nobody is a device’s, which sees that it is counted', async () => {
    const here = page();
    countIn(here);
    await vi.waitFor(() => expect(here.sent).toHaveLength(1));
    here.sent[0]?.take();
    await vi.waitFor(() => expect(here.mine()).toEqual({ withUs: true }));
    expect(here.withUs()).toBe(5);
    countIn(here, false);
    await vi.waitFor(() => expect(here.withUs()).toBe(4));
  });

  it('of nobody that takes a name waits for a sign-in', async () => {
    const here = page();
    here.store.wish('pledge', { on: true, purposeVersion: 3 });
    await vi.waitFor(() => expect(here.sent).toHaveLength(1));
    here.sent[0]?.take();
    await vi.waitFor(() => expect(here.wishes()[0]?.refusal).toEqual({ reason: 'signed-out' }));
  });

  it('leaves a page readable whose pieces are none', async () => {
    const here = page({ viewer: 'ada', provider: {} });
    await here.store.prepare();
    const hollow = page({
      viewer: 'ada',
      provider: {
        read: (() =>
          Promise.resolve({
            revision: 1,
            members: 1,
            people: [],
            purpose: { statement: 'Here', lines: 7, counted: 7 },
          })) as never,
      },
    });
    await hollow.store.prepare();
    await settled();
    countIn(hollow);
    await settled();
    const { state, value } = hollow.store.ask({ kind: 'purpose' }).$answer.value as Loaded<Answer<{ kind: 'purpose' }>>;
    expect([state, value?.purpose?.statement]).toEqual(['ready', 'Here']);
    expect(hollow.sent).toHaveLength(1);
  });
});

describe('a refusal that says that what was read is old', () => {
  it.each(['stale-purpose', 'gone', 'unknown'])(
    'has it read again, where a provider tells of no changes: %s',
    async (reason) => {
      const inner = memory(source());
      const here = page({ viewer: 'ada', provider: { read: inner.read, watch: () => () => {} } });
      const statement = () =>
        (here.store.ask({ kind: 'purpose' }).$answer.value as Loaded<Answer<{ kind: 'purpose' }>>).value?.purpose
          ?.statement;
      await here.store.prepare();
      here.store.wish('pledge', { on: true, purposeVersion: 3 });
      await settled();
      inner.change((archive) => ({ ...archive, purpose: { statement: 'Nobody mends alone', version: 4 } }));
      expect(statement()).toBe('Everyone can fix something');
      here.sent[0]?.fail(new ProviderError('refused', { reason }));
      await settled();
      expect(statement()).toBe('Nobody mends alone');
      expect(here.wishes()).toMatchObject([{ refusal: { reason } }]);
    },
  );

  it('has nothing read again where it says something else', async () => {
    let reads = 0;
    const inner = memory(source());
    const read = ((query, signal) => (reads++, inner.read(query, signal))) as Provider['read'];
    const here = page({ viewer: 'ada', provider: { read, watch: () => () => {} } });
    await here.store.prepare();
    countIn(here);
    await settled();
    here.sent[0]?.fail(new ProviderError('refused', { reason: 'too-often' }));
    await settled();
    expect(reads).toBe(1);
  });
});

describe('a session that is over', () => {
  /** A provider that knows who asks only sometimes. */
  function guarded(renew?: (is: { known: boolean }) => Promise<void>) {
    const is = { known: false };
    const tries: string[] = [];
    const told: Outcome[] = [];
    const inner = memory(source());
    const here = page({
      viewer: 'ada',
      provider: {
        send: async (intent, signal) => {
          tries.push(intent.name);
          if (!is.known) throw new ProviderError('refused', { reason: 'signed-out' });
          return inner.send(intent, signal);
        },
        ...(renew && { renew: () => renew(is) }),
      },
    });
    here.store.wish('pledge', { on: true, purposeVersion: 3 }, (outcome) => told.push(outcome));
    return { ...here, is, tries, told };
  }

  it('is made known anew, once, and what waited for that goes, too', async () => {
    let renewals = 0;
    const here = guarded(async (is) => {
      is.known = ++renewals > 1;
    });
    await settled();
    expect(here.wishes()).toMatchObject([{ refusal: { reason: 'signed-out' } }]);
    expect([here.tries, renewals]).toEqual([['pledge', 'pledge'], 1]);
    here.store.wish('claim-role', { role: 'connector', on: true });
    await settled();
    expect(renewals).toBe(2);
    expect(here.wishes().map(({ receipt }) => !!receipt)).toEqual([true, true]);
    expect(here.told).toMatchObject([{ refused: { reason: 'signed-out' } }, { sent: {} }]);
  });

  it('that cannot be renewed in time is tried again later, and keeps nobody waiting', async () => {
    const here = guarded(() => new Promise(() => undefined));
    await settled();
    expect(here.wishes()).toMatchObject([{ kept: false }]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(here.wishes()).toMatchObject([{ refusal: { reason: 'signed-out' } }]);
  });

  it('is asked about again each time somebody is back, once, which is told only where it helped', async () => {
    const here = guarded();
    const turn = (hidden: boolean) => {
      Object.assign(document, { hidden });
      document.dispatchEvent(new Event('visibilitychange'));
      dispatchEvent(new Event(hidden ? 'pagehide' : 'pageshow'));
    };
    await settled();
    expect(here.tries).toHaveLength(1);
    dispatchEvent(new Event('pageshow'));
    await settled();
    expect(here.tries).toHaveLength(1);
    turn(true);
    turn(false);
    await settled();
    expect(here.tries).toHaveLength(2);
    expect(here.told).toMatchObject([{ refused: {} }]);
    vi.stubGlobal('navigator', { onLine: false });
    dispatchEvent(new Event('offline'));
    vi.stubGlobal('navigator', { onLine: true });
    here.is.known = true;
    dispatchEvent(new Event('online'));
    await settled();
    expect(here.tries).toHaveLength(3);
    expect(here.told).toMatchObject([{ refused: {} }, { sent: {} }]);
    turn(true);
    turn(false);
    await settled();
    expect(here.tries).toHaveLength(3);
  });
});

describe('whose eyes', () => {
  it('are not forgotten by an answer from before they were known', async () => {
    const reads: { viewer: string | undefined; give(): void }[] = [];
    const inner = memory(source());
    const here = page({
      provider: {
        read: ((query, signal) =>
          new Promise((resolve) => {
            reads.push({ viewer: query.viewer, give: () => resolve(inner.read(query, signal) as never) });
          })) as Provider['read'],
        send: inner.send,
        watch: inner.watch,
      },
    });
    countIn(here);
    await vi.waitFor(() => expect(reads.some(({ viewer }) => viewer?.startsWith('guest '))).toBe(true));
    await settled();
    for (const { give } of [...reads].reverse()) give();
    await vi.waitFor(() => expect(here.mine()?.withUs).toBe(true));
    await settled();
    expect(here.mine()?.withUs).toBe(true);
  });
});
