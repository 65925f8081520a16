import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Keep, type Kept, type Outcome } from '../../../packages/core/src/outbox/outbox.js';
import { newKey, subjectOf, type Actor, type Intent } from '../../../packages/core/src/rules/index.js';

const ada: Actor = { member: 'ada' };
let tick = 0;
const cheer = (recognition: string, on = true, actor: Actor = ada): Intent => ({
  key: newKey(++tick),
  name: 'cheer',
  detail: { recognition, on },
  actor,
  community: 'village',
  at: '2026-11-01T10:00:00Z',
});

/** What a disk would hold: it outlives every outbox. */
function disk(isRefused = () => false): Keep & { rows: Map<string, Kept> } {
  const rows = new Map<string, Kept>();
  return {
    rows,
    async put(kept) {
      await Promise.resolve();
      if (isRefused()) throw new Error('quota');
      rows.set(kept.intent.key, structuredClone(kept));
    },
    async remove(key) {
      await Promise.resolve();
      rows.delete(key);
    },
    all: async (place) =>
      [...rows.values()].filter((kept) => kept.place === place).sort((a, b) => (a.intent.key < b.intent.key ? -1 : 1)),
  };
}

/** A provider that takes each key once. */
function taker(fault: () => 'none' | 'offline' | 'busy' | 'lost' = () => 'none') {
  const taken: Intent[] = [];
  let arrivals = 0;
  return {
    taken,
    get arrivals() {
      return arrivals;
    },
    async send(intent: Intent): Promise<Receipt> {
      await Promise.resolve();
      const what = fault();
      if (what === 'offline' || what === 'busy') throw new ProviderError(what);
      arrivals++;
      if (!taken.some(({ key }) => key === intent.key)) taken.push(intent);
      if (what === 'lost') throw new ProviderError('offline');
      return { revision: taken.length };
    },
  };
}

const atOnce = () => Promise.resolve();
const settings = { place: 'village', actor: ada, pause: atOnce };

describe('an outbox', () => {
  it('writes a wish down before it is sent, and crosses it out only after the answer', async () => {
    const keep = disk();
    const seen: boolean[] = [];
    const intent = cheer('r1');
    const outbox = createOutbox({
      ...settings,
      keep,
      send: async ({ key }) => {
        seen.push(keep.rows.has(key));
        return { revision: 5 };
      },
    });
    const taken = outbox.take(intent);
    expect(outbox.$waiting.get()).toMatchObject([{ intent, kept: false }]);
    await taken;
    expect(seen).toEqual([true]);
    expect(keep.rows.size).toBe(0);
  });

  it('shows a wish until what is read has it', async () => {
    const outbox = createOutbox({ ...settings, keep: disk(), send: async () => ({ revision: 5 }) });
    await outbox.take(cheer('r1'));
    outbox.confirm(4);
    expect(outbox.$waiting.get()).toHaveLength(1);
    outbox.confirm(5);
    expect(outbox.$waiting.get()).toEqual([]);
  });

  it('takes a wish once', async () => {
    const { send, ...provider } = taker();
    const outbox = createOutbox({ ...settings, keep: disk(), send });
    const intent = cheer('r1');
    await Promise.all([outbox.take(intent), outbox.take(intent)]);
    expect(outbox.$waiting.get()).toHaveLength(1);
    expect(provider.taken).toHaveLength(1);
  });

  it('says where a wish is not kept, and sends it all the same', async () => {
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep: disk(() => true), send });
    await outbox.take(cheer('r1'));
    expect(outbox.$waiting.get()).toMatchObject([{ kept: false, receipt: { revision: 1 } }]);
    expect(taken).toHaveLength(1);
  });

  it('keeps what was refused, with its text, until somebody decides', async () => {
    const keep = disk();
    let isRefusing = true;
    let sent = 0;
    const send = async (): Promise<Receipt> => {
      sent++;
      if (isRefusing) throw new ProviderError('refused', { reason: 'too-often', params: { when: 'noon' } });
      return { revision: 1 };
    };
    const outbox = createOutbox({ ...settings, keep, send });
    const [first, second] = [cheer('r1'), cheer('r2')];
    await Promise.all([outbox.take(first), outbox.take(second)]);
    const refusal = { reason: 'too-often', params: { when: 'noon' } };
    expect(outbox.$waiting.get()).toMatchObject([{ refusal }, { refusal }]);

    const later = createOutbox({ ...settings, keep, send });
    await later.adopt();
    expect(sent).toBe(2);
    expect(later.$waiting.get()).toMatchObject([
      { intent: first, refusal },
      { intent: second, refusal },
    ]);

    isRefusing = false;
    await later.retry(first.key);
    expect(later.$waiting.get()[0]).toMatchObject({ receipt: { revision: 1 } });
    await later.discard(second.key);
    expect(later.$waiting.get()).toHaveLength(1);
    expect(keep.rows.size).toBe(0);
  });

  it('tells whoever wished what became of it: that it failed once, and every answer', async () => {
    const answers = [
      new ProviderError('offline'),
      new ProviderError('busy'),
      new ProviderError('refused', { reason: 'too-often' }),
      { revision: 4 },
    ];
    const send = async (): Promise<Receipt> => {
      const answer = answers.shift();
      if (!answer || answer instanceof ProviderError) throw answer ?? new Error('asked too often');
      return answer;
    };
    const outbox = createOutbox({ ...settings, keep: disk(), send });
    const told: Outcome[] = [];
    const intent = cheer('r1');
    await outbox.take(intent, (outcome) => told.push(outcome));
    await outbox.retry(intent.key);
    expect(told).toMatchObject([
      { failed: { kind: 'offline' } },
      { refused: { reason: 'too-often' } },
      { sent: { revision: 4 } },
    ]);
  });

  it('takes over only what its own actor wished, and only here', async () => {
    const keep = disk();
    await keep.put({ place: 'village', intent: cheer('r1', true, { member: 'bo' }) });
    await keep.put({ place: 'elsewhere', intent: cheer('r2') });
    await keep.put({ place: 'village', intent: cheer('r3') });
    const { taken, send } = taker();
    await createOutbox({ ...settings, keep, send }).adopt();
    expect(taken.map(({ detail }) => detail)).toEqual([{ recognition: 'r3', on: true }]);
    expect(keep.rows.size).toBe(2);
  });

  it('waits longer each time, never past a minute, and as long as it is asked to', async () => {
    const waits: number[] = [];
    let tries = 0;
    const outbox = createOutbox({
      ...settings,
      keep: disk(),
      random: () => 1,
      pause: async (milliseconds) => void waits.push(milliseconds),
      send: async () => {
        if (tries++ === 8) throw new ProviderError('busy', { retryAfter: 90 });
        if (tries < 11) throw new ProviderError('offline');
        return { revision: 1 };
      },
    });
    await outbox.take(cheer('r1'));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 90_000, 60_000]);
  });

  it('sends wishes about one thing one after another, and others beside them', async () => {
    const going = new Map<string, number>();
    let most = 0;
    let together = 0;
    const order: string[] = [];
    const outbox = createOutbox({
      ...settings,
      keep: disk(),
      send: async (intent) => {
        const subject = subjectOf(intent);
        going.set(subject, (going.get(subject) ?? 0) + 1);
        most = Math.max(most, going.get(subject) ?? 0);
        together = Math.max(
          together,
          [...going.values()].reduce((sum, n) => sum + n, 0),
        );
        for (let i = 0; i < 5; i++) await Promise.resolve();
        order.push(`${subject} ${(intent.detail as { on: boolean }).on}`);
        going.set(subject, (going.get(subject) ?? 0) - 1);
        return { revision: 1 };
      },
    });
    await Promise.all([cheer('r1'), cheer('r1', false), cheer('r2'), cheer('r1')].map((intent) => outbox.take(intent)));
    expect(most).toBe(1);
    expect(together).toBe(2);
    expect(order.filter((each) => each.includes('r1'))).toEqual([
      'letter r1 true',
      'letter r1 false',
      'letter r1 true',
    ]);
  });

  it('loses nothing and doubles nothing, whatever fails and whenever the browser is killed', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            letter: fc.constantFrom('r1', 'r2', 'r3'),
            on: fc.boolean(),
            kill: fc.boolean(),
            after: fc.nat(12),
          }),
          {
            minLength: 5,
            maxLength: 30,
          },
        ),
        fc.infiniteStream(
          fc.constantFrom('none' as const, 'none' as const, 'offline' as const, 'busy' as const, 'lost' as const),
        ),
        async (steps, faults) => {
          const keep = disk();
          const provider = taker(() => faults.next().value);
          const open = () => {
            let isHere = true;
            const dead = new Promise<never>(() => undefined);
            return {
              kill: () => (isHere = false),
              outbox: createOutbox({
                ...settings,
                keep: { ...keep, remove: (key) => (isHere ? keep.remove(key) : dead) },
                send: (intent) => (isHere ? provider.send(intent).then((said) => (isHere ? said : dead)) : dead),
              }),
            };
          };
          const wishes: Intent[] = [];
          let page = open();
          for (const { letter, on, kill, after } of steps) {
            const intent = cheer(letter, on);
            wishes.push(intent);
            const taken = page.outbox.take(intent);
            while (!keep.rows.has(intent.key) && !provider.taken.includes(intent)) await Promise.resolve();
            if (!kill) {
              await taken;
              continue;
            }
            for (let i = 0; i < after; i++) await Promise.resolve();
            page.kill();
            page = open();
            await page.outbox.adopt();
          }
          await page.outbox.adopt();
          sent += provider.arrivals;
          expect(keep.rows.size).toBe(0);
          for (const letter of ['r1', 'r2', 'r3']) {
            const of = ({ detail }: Intent) => (detail as { recognition: string }).recognition === letter;
            expect(provider.taken.filter(of).map(({ key }) => key)).toEqual(wishes.filter(of).map(({ key }) => key));
          }
        },
      ),
      { numRuns: 200, seed: 7 },
    );
    expect(sent).toBeGreaterThan(2000);
  });
});
