import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Keep } from '../../../packages/core/src/outbox/outbox.js';
import { isOpen } from '../../../packages/core/src/outbox/waiting.js';
import { decide, keyOf, RowMap, type Intent } from '../../../packages/core/src/rules/index.js';
import { cheer, disk, said, settings } from './support.js';

const letters = ['r1', 'r2', 'r3'];
const faults = ['none', 'none', 'none', 'offline', 'busy', 'lost', 'twice', 'held', 'garbage', 'refused'] as const;
type Fault = (typeof faults)[number];

/** A provider with the real rules, which knows each key once, and a network that loses, doubles and holds back. */
function village(next: () => Fault) {
  const rows = new RowMap();
  const taken: Intent[] = [];
  const refused = new Set<string>();
  const held: Intent[] = [];

  function take(intent: Intent): Receipt {
    if (!taken.some(({ key }) => key === intent.key)) {
      const said = decide(new Map(), intent, intent.actor, new Date());
      rows.apply(Array.isArray(said) ? said : []);
      taken.push(intent);
    }
    return { revision: taken.length };
  }

  return {
    rows,
    taken,
    refused,
    release: () => held.splice(0, 2).forEach(take),
    async send(intent: Intent): Promise<Receipt> {
      await Promise.resolve();
      const fault = next();
      if (fault === 'offline' || fault === 'busy') throw new ProviderError(fault);
      if (fault === 'garbage') throw new TypeError('x is undefined');
      if (fault === 'held') held.push(intent);
      if (fault === 'held') throw new ProviderError('offline');
      if (fault === 'refused' && !taken.some(({ key }) => key === intent.key)) {
        refused.add(intent.key);
        throw new ProviderError('refused', { reason: 'too-often' });
      }
      const receipt = take(intent);
      if (fault === 'twice') held.push(intent);
      if (fault === 'lost') throw new ProviderError('offline');
      return receipt;
    },
  };
}

/** What was thrown away, and by when; `late` is what a tab sent that had looked for it only since. */
interface Thrown {
  at: Map<string, number>;
  late: string[];
}

/** One tab: what it has begun goes on without it, and what comes back reaches it only while it is awake. */
function openTab(keep: Keep, send: (intent: Intent) => Promise<Receipt>, thrown: Thrown) {
  /** When each wish was last looked for; whatever is on its way since cannot know. */
  const looked = new Map<string, number>();
  let state: 'awake' | 'frozen' | 'dead' = 'awake';
  let wake = () => {};
  let awake = Promise.resolve();
  const here = () => (state === 'dead' ? new Promise<never>(() => undefined) : awake);
  const through =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await here();
      const result = await act(...args).catch(async (error: unknown) => {
        await here();
        throw error;
      });
      await here();
      return result;
    };
  return {
    outbox: createOutbox({
      ...settings,
      keep: {
        put: through(keep.put),
        mark: through(keep.mark),
        has: through((key) => {
          looked.set(key, thrown.at.size);
          return keep.has(key);
        }),
        remove: through(keep.remove),
        all: through(keep.all),
        about: through(keep.about),
      },
      send: through((intent) => {
        const at = thrown.at.get(intent.key);
        if (at !== undefined && (looked.get(intent.key) ?? Infinity) > at) thrown.late.push(intent.key);
        return send(intent);
      }),
      pause: through(async () => undefined),
    }),
    isAwake: () => state === 'awake',
    kill: () => (state = 'dead'),
    freeze() {
      if (state === 'awake') awake = new Promise((resolve) => (wake = resolve));
      state = 'frozen';
    },
    thaw() {
      state = 'awake';
      wake();
    },
  };
}

const acts = ['wish', 'kill', 'freeze', 'thaw', 'release', 'adopt', 'discard', 'retry'] as const;
type Act = (typeof acts)[number];

const histories = fc.array(
  fc.record({
    place: fc.nat(2),
    act: fc.constantFrom<Act>(...acts, 'wish', 'wish', 'wish'),
    letter: fc.constantFrom(...letters),
    on: fc.boolean(),
    after: fc.nat(40),
  }),
  { minLength: 5, maxLength: 30 },
);
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;
type Village = ReturnType<typeof village>;
type Disk = ReturnType<typeof disk>;

/** Lets all go on by itself. */
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 10_000; i++) {
    if (isSo()) return;
    await Promise.resolve();
  }
  expect.fail('It never comes to rest.');
}

type Tab = ReturnType<typeof openTab>;

/** One of the refused wishes a tab shows. */
function refusedIn({ $waiting }: Tab['outbox'], n: number): string | undefined {
  const refused = $waiting.get().filter(({ refusal }) => refusal);
  return refused[n % refused.length]?.intent.key;
}

/** Three tabs live through a history, and come to rest. Gives what was wished, in the order of the clicks. */
async function live(history: History, provider: Village, keep: Disk, thrown: Thrown): Promise<Intent[]> {
  const opened: Tab[] = [];
  const open = () => {
    const tab = openTab(keep, provider.send, thrown);
    opened.push(tab);
    return tab;
  };
  const tabs = [open(), open(), open()];
  const wishes: Intent[] = [];
  const acts: Record<Act, (tab: Tab, step: History[number]) => void | Promise<void>> = {
    async wish({ isAwake, outbox }, { letter, on }) {
      if (!isAwake()) return;
      const intent = cheer(letter, on);
      wishes.push(intent);
      void outbox.take(intent);
      await until(() => outbox.$waiting.get().some((each) => each.intent === intent && each.kept));
    },
    kill(tab, { place }) {
      tab.kill();
      tabs[place] = open();
      void tabs[place].outbox.adopt();
    },
    freeze: (tab) => tab.freeze(),
    thaw: (tab) => tab.thaw(),
    adopt: ({ outbox }) => void outbox.adopt(),
    async discard({ isAwake, outbox }, { place }) {
      const key = refusedIn(outbox, place);
      if (!isAwake() || !key) return;
      void outbox.discard(key);
      await until(() => !keep.rows.has(key));
      thrown.at.set(key, thrown.at.size);
    },
    retry({ isAwake, outbox }, { place }) {
      const key = refusedIn(outbox, place);
      if (isAwake() && key) void outbox.retry(key);
    },
    release: () => provider.release(),
  };
  try {
    for (const step of history) {
      await acts[step.act](tabs[step.place] ?? open(), step);
      for (let i = 0; i < step.after; i++) await Promise.resolve();
    }
    for (const tab of tabs) tab.thaw();
    void open().outbox.adopt();
    const isEmpty = () => [...keep.rows.values()].every(({ refusal }) => refusal);
    const isAtRest = (tab: Tab) => !tab.isAwake() || !tab.outbox.$waiting.get().some(isOpen);
    await until(() => isEmpty() && opened.every(isAtRest));
  } finally {
    for (const tab of opened) tab.kill();
  }
  return wishes;
}

describe('three tabs and one provider', () => {
  it('lose no wish, double none, keep their order and send nothing that was thrown away, whatever fails and whichever tab is killed or frozen', async () => {
    let wished = 0;
    let discarded = 0;
    await fc.assert(
      fc.asyncProperty(histories, fc.infiniteStream(fc.constantFrom(...faults)), async (history, stream) => {
        const keep = disk();
        const provider = village(() => stream.next().value);
        const thrown: Thrown = { at: new Map(), late: [] };
        const wishes = await live(history, provider, keep, thrown);
        provider.release();
        wished += wishes.length;
        discarded += thrown.at.size;
        expect(thrown.late).toEqual([]);
        const taken = new Set(provider.taken.map(({ key }) => key));
        const lost = wishes.filter(({ key }) => !taken.has(key) && !thrown.at.has(key) && !keep.rows.get(key)?.refusal);
        expect(lost).toEqual([]);
        for (const letter of letters) {
          const about = (all: Intent[]) => all.filter((intent) => said(intent).recognition === letter);
          const keys = (all: Intent[]) => about(all).flatMap(({ key }) => (provider.refused.has(key) ? [] : [key]));
          expect(keys(provider.taken)).toEqual(keys(wishes));
          const last = about(wishes).at(-1);
          if (!last || about(wishes).some(({ key }) => provider.refused.has(key))) continue;
          expect(!!provider.rows.get(keyOf('cheer', letter, 'ada'))).toBe(said(last).on);
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(wished).toBeGreaterThan(10_000);
    expect(discarded).toBeGreaterThan(100);
  }, 60_000);
});
