import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { createStore, ProviderError, wallOf, type Answer, type Change, type CommunityDocument } from '@kith/core';
import type { Loaded, Provider, Query, Receipt } from '@kith/core';
import {
  createCommons,
  newKey,
  type Detail,
  type Intent,
  type IntentName,
} from '../../packages/core/src/rules/index.js';
import { viewWith } from '../../packages/core/src/view/view.js';
import { history, type Step } from './rules/histories.js';
import { village } from './village.js';

const now = () => new Date('2026-11-01T10:00:00Z');

/** A village that tells the world more than its rows: there are people behind its numbers that it does not name. */
export function crowded(): CommunityDocument {
  const letter = (id: string, more: object) => ({
    id,
    occasion: 'thanks',
    text: 'You held it.',
    at: '2026-10-01',
    ...more,
  });
  return village({
    archive: false,
    purpose: {
      statement: 'Everyone can fix something',
      version: 3,
      counts: { withUs: 40, pledged: 12 },
      by: ['bo'],
      lines: [{ id: 'l1', member: 'bo', text: 'My kettle.', backed: { count: 4, by: ['cy'] }, at: '2026-10-01' }],
    },
    recognitions: [
      letter('r1', { from: 'bo', to: ['ada', 'cy'], unnamed: 2, cheers: { count: 7, by: ['dee'] } }),
      letter('r2', { from: 'ada', to: ['bo'], at: '2026-09-01' }),
      letter('r3', { from: 'cy', to: ['dee'], cheers: { count: 3, by: ['ada', 'bo'] }, at: '2026-08-01' }),
      letter('r4', { occasion: 'ask', from: 'dee', to: [], backed: { count: 5, by: ['bo'] }, at: '2026-07-01' }),
    ],
    progress: [
      { member: 'bo', ladder: 'pull-up', measures: { reps: 3 }, reached: { hang: '2026-06-01', first: '2026-06-02' } },
    ],
  });
}

/** What the widgets of a page ask. */
const questions: Query[] = [
  { kind: 'purpose' },
  { kind: 'member', id: 'ada' },
  { kind: 'member', id: 'bo' },
  { kind: 'ladder', id: 'pull-up' },
  { kind: 'introductions' },
  { kind: 'inbox' },
];

/** A provider of everything in memory, whose network is in the hands of `random`: late, out of order, refusing, losing. */
function rough(random: () => number) {
  const commons = createCommons(crowded(), { now });
  const onTheirWay: (() => void)[] = [];
  const taken: { intent: Intent; revision: number }[] = [];
  const later = <T>(settle: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      onTheirWay.push(() => {
        try {
          resolve(settle());
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  const take = (intent: Intent): Receipt => {
    const receipt = commons.take(intent);
    taken.push({ intent, revision: receipt.revision });
    return receipt;
  };
  let isSmooth = false;

  const provider: Provider = {
    name: 'rough',
    takes: new Set(),
    async read(query) {
      // What is read is as it is now; it arrives when it arrives.
      const answer = await commons.read(query);
      return later(() => structuredClone(answer)) as never;
    },
    async send(intent) {
      await later(() => undefined);
      const chance = isSmooth ? 1 : random();
      if (chance < 0.15) throw new ProviderError('refused', { reason: 'too-often' });
      if (chance < 0.2) throw new ProviderError('busy');
      const receipt = take(intent);
      if (chance < 0.3) throw new ProviderError('offline');
      return later(() => receipt);
    },
    watch(changed) {
      return commons.watch((change: Change) => onTheirWay.push(() => changed(change)));
    },
  };
  return {
    provider,
    take,
    commons,
    taken,
    /** Lets one of those on their way arrive, whichever. */
    arrive: () => onTheirWay.splice(Math.floor(random() * onTheirWay.length), 1).forEach((land) => land()),
    smooth: () => (isSmooth = true),
    get isQuiet() {
      return !onTheirWay.length;
    },
  };
}

/** Somebody with a page before them. */
function reader(provider: Provider, viewer: string) {
  const arrived = new Map<string, Answer<Query>>();
  const store = createStore(
    {
      ...provider,
      async read(query, signal) {
        const answer = await provider.read(query, signal);
        const { viewer: _, ...question } = query;
        const name = JSON.stringify(question);
        if ((arrived.get(name)?.revision ?? -1) <= answer.revision) arrived.set(name, answer);
        return answer;
      },
    },
    { viewer, now, patience: 1e9 },
  );
  const $answers = questions.map((question) => store.ask(question).$answer);
  const wall = wallOf(store, {}, 50);
  const leave = [...$answers, wall.$shown].map(($each) => $each.listen(() => {}));
  return { viewer, store, wall, $answers, arrived, leave: () => leave.forEach((stop) => stop()) };
}
type Reader = ReturnType<typeof reader>;

/** Lets every promise that can go on go on. */
const settle = () => new Promise(setImmediate);

/** What only an archive says: a page that shows its own wishes may have it meanwhile, and draws nothing of it. */
const unsaid = new Set(['counted', 'pledges', 'settled', 'line', 'asked', 'passes', 'reasons']);

/** What a page shows of an answer, in no order where order says nothing; people are brought by the next answer. */
function plain(answer: unknown): unknown {
  const { revision: _, people: __, members: ___, ...said } = answer as Record<string, unknown>;
  return JSON.parse(JSON.stringify(said), (name, value: unknown) => {
    if (unsaid.has(name) || (name === 'mine' && value === false)) return undefined;
    if (name === 'records') return (value as Row[]).map(({ measure, value, at }) => ({ measure, value, at }));
    // One that the reader declined is drawn nowhere, read or not.
    const listed =
      name === 'introductions' ? (value as Declinable[]).filter(({ answers }) => answers?.[0]?.on !== false) : value;
    if (Array.isArray(listed) && !listed.length) return undefined;
    if (listed !== value) return listed;
    return name === 'by' && Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value;
  }) as unknown;
}
type Row = Record<string, unknown>;
type Declinable = { answers?: { on: boolean }[] };

/** Every answer a page has, with the wishes in it that it does not have. */
function shows({ store, $answers, arrived, viewer }: Reader): void {
  questions.forEach((question, i) => {
    const confirmed = arrived.get(JSON.stringify(question));
    const { value } = $answers[i]?.value as Loaded<Answer<Query>>;
    if (!confirmed) return;
    const wishes = store.$wishes.value ?? [];
    const expected = viewWith(wishes, viewer).answer(question, confirmed);
    // Which is dear to say well ten thousand times.
    if (!isDeepStrictEqual(value, expected)) expect(value).toEqual(expected);
  });
}

/**
 * The same answer, of a community in which the wishes were carried out that this one does not have. Nothing where one of
 * them is refused: a page cannot know all that a rule looks at, and shows it until it is told.
 */
async function carriedOut(question: Query, { store, arrived, viewer }: Reader, taken: Taken[]): Promise<unknown> {
  const revision = arrived.get(JSON.stringify(question))?.revision ?? 0;
  const commons = createCommons(crowded(), { now });
  const pending = (store.$wishes.value ?? []).filter(
    (wish) => !wish.refusal && !(wish.receipt && wish.receipt.revision <= revision),
  );
  const before = taken.filter((each) => each.revision <= revision).map(({ intent }) => intent);
  try {
    for (const intent of [...before, ...pending.map((wish) => wish.intent)]) commons.take(intent);
  } catch {
    return undefined;
  }
  const answer = await commons.read({ ...question, viewer });
  if (!('written' in answer)) return plain(answer);
  // A letter that leaves the wall for the inbox is not made up of what the inbox does not know.
  const known = new Set((arrived.get(JSON.stringify(question)) as typeof answer).letters.map(({ id }) => id));
  return plain({ ...answer, letters: answer.letters.filter(({ id }) => known.has(id)) });
}
type Taken = ReturnType<typeof rough>['taken'][number];

async function compare(page: Reader, taken: Taken[]): Promise<void> {
  for (const [i, question] of questions.entries()) {
    const { value } = page.$answers[i]?.value as Loaded<Answer<Query>>;
    const expected = value && (await carriedOut(question, page, taken));
    if (expected) expect(plain(value), `${page.viewer} ${JSON.stringify(question)}`).toEqual(expected);
  }
}

/** Two people before two pages of one community, and others who wish without one. */
async function twoReaders(steps: readonly Step[], seed: number): Promise<void> {
  const random = seeded(seed);
  const network = rough(random);
  const readers = ['ada', 'bo'].map((viewer) => reader(network.provider, viewer));
  await Promise.all(readers.map(({ store }) => store.prepare()));
  const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
  const closely = Math.floor(random() * steps.length);
  for (const [i, { by, name, make }] of steps.entries()) {
    const detail = make(things);
    if (!detail) continue;
    const mine = readers.find(({ viewer }) => viewer === by);
    let key = newKey();
    if (mine) {
      mine.store.wish(name, detail as Detail<IntentName>);
      key = mine.store.$wishes.value?.at(-1)?.intent.key ?? '';
    } else {
      const intent = { key, name, detail, actor: { member: by }, community: 'village', at: now().toISOString() };
      try {
        network.take(intent as Intent);
      } catch {
        continue;
      }
    }
    if (name === 'recognize') things.letters.push(key);
    if (name === 'pledge' && 'line' in detail) things.lines.push(key);
    if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
    for (let turns = Math.floor(random() * 6); turns > 0; turns--) {
      network.arrive();
      await settle();
    }
    await settle();
    readers.forEach(shows);
    if (i === closely) for (const each of readers) await compare(each, network.taken);
  }
  network.smooth();
  for (let still = 0; still < 5; still = network.isQuiet ? still + 1 : 0) {
    network.arrive();
    await settle();
    vi.advanceTimersByTime(60_000);
    await settle();
  }
  for (const each of readers) {
    for (const [n, question] of questions.entries()) {
      const { value } = each.$answers[n]?.value as Loaded<Answer<Query>>;
      expect(plain(value), `${each.viewer} ${JSON.stringify(question)}`).toEqual(
        plain(await network.commons.read({ ...question, viewer: each.viewer })),
      );
    }
    each.leave();
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is wished, and how the network fares meanwhile. */
const histories = fc.tuple(
  history.map((steps) => steps.slice(0, 8)),
  fc.integer(),
);

/** Holds two pages to what everyone reads, so many times. */
export async function holdTwoPages(numRuns: number, seed?: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // What a pause listens to.
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('addEventListener', () => {});
  try {
    const property = fc.asyncProperty(histories, ([steps, chance]) => twoReaders(steps, chance));
    await fc.assert(property, { numRuns, endOnFailure: true, ...(seed !== undefined && { seed }) });
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
}
