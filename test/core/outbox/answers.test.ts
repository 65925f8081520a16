import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Outcome } from '../../../packages/core/src/outbox/outbox.js';
import { checked, type Intent } from '../../../packages/core/src/rules/index.js';
import { cheer, disk, kept, settings, settle, taker } from './support.js';

const signedOut = () => new ProviderError('refused', { reason: 'signed-out' });

describe('an answer that says somebody has to sign in', () => {
  it('has who asks made known once, for all that are on their way, and then the wish is sent', async () => {
    let isKnown = false;
    let renewals = 0;
    const { taken, send } = taker();
    const outbox = createOutbox({
      ...settings,
      keep: disk(),
      renew: async () => {
        renewals++;
        await settle();
        isKnown = true;
      },
      send: async (intent) => {
        if (!isKnown) throw signedOut();
        return send(intent);
      },
    });
    await Promise.all([cheer('r1'), cheer('r2')].map((intent) => outbox.take(intent)));
    expect(renewals).toBe(1);
    expect(taken).toHaveLength(2);
  });

  it('makes it wait, with all that follows about the same thing, until somebody has', async () => {
    const keep = disk();
    let isKnown = false;
    const tried: string[] = [];
    const { taken, send } = taker();
    const options = {
      ...settings,
      keep,
      renew: async () => {
        throw new Error('no session');
      },
      send: async (intent: Intent) => {
        if (!isKnown) tried.push(intent.key);
        if (!isKnown) throw signedOut();
        return send(intent);
      },
    };
    const outbox = createOutbox(options);
    const told: Outcome[] = [];
    const [first, second] = [cheer('r1'), cheer('r1', false)];
    await outbox.take(first, (outcome) => told.push(outcome));
    await outbox.take(second);
    expect(new Set(tried)).toEqual(new Set([first.key]));
    const refusal = { reason: 'signed-out' };
    expect(outbox.$waiting.get()).toMatchObject([{ refusal }, { refusal }]);
    expect(told).toEqual([{ refused: refusal }]);

    isKnown = true;
    await createOutbox(options).adopt();
    expect(taken).toEqual([first, second]);
    await outbox.retryAll();
    expect(taken).toEqual([first, second]);
    expect(told).toEqual([{ refused: refusal }]);
    expect(outbox.$waiting.get()).toEqual([]);
    expect(keep.rows.size).toBe(0);
  });
});

describe('an answer that is none', () => {
  const garbage: [string, () => unknown][] = [
    ['an error of its own', () => Promise.reject(new TypeError('x is not a function'))],
    ['nothing, thrown', () => Promise.reject(undefined)],
    ['something without a prototype, thrown', () => Promise.reject(Object.create(null))],
    ['nothing', () => undefined],
    ['a receipt without a revision', () => ({})],
    ['a receipt in words', () => ({ revision: 'soon' })],
    ['a receipt that is no number', () => ({ revision: Number.NaN })],
    [
      'an error at once',
      () => {
        throw new Error('at once');
      },
    ],
  ];
  it.each(garbage)('is tried again: %s', async (_, answer) => {
    const answers = [answer, () => Promise.resolve({ revision: 1 })];
    const outbox = createOutbox({ ...settings, keep: disk(), send: () => answers.shift()?.() as Promise<Receipt> });
    const told: Outcome[] = [];
    await outbox.take(cheer('r1'), (outcome) => told.push(outcome));
    expect(told).toMatchObject([{ failed: { name: 'ProviderError', kind: 'busy' } }, { sent: { revision: 1 } }]);
  });

  it('makes the wait as long as is asked for, and no longer for a number that is none', async () => {
    const waits: [number, number][] = [];
    const asked = [90, -1, Number.NaN, 1e12];
    const outbox = createOutbox({
      ...settings,
      keep: disk(),
      random: () => 0.5,
      pause: async (milliseconds, least) => void waits.push([milliseconds, least]),
      send: async () => {
        const retryAfter = asked.shift();
        if (retryAfter !== undefined) throw new ProviderError('busy', { retryAfter });
        return { revision: 1 };
      },
    });
    await outbox.take(cheer('r1'));
    expect(waits).toEqual([
      [90_000, 90_000],
      [1000, 0],
      [2000, 0],
      [86_400_000, 86_400_000],
    ]);
  });
});

describe('a refusal', () => {
  const kinds: [ProviderError, string][] = [
    [new ProviderError('refused', { reason: 'not-yours' }), 'not-yours'],
    [new ProviderError('refused'), 'not-allowed'],
    [new ProviderError('invalid'), 'invalid'],
    [new ProviderError('gone'), 'gone'],
    [Object.assign(new Error('of another version'), { name: 'ProviderError', kind: 'gone' }) as ProviderError, 'gone'],
  ];
  it.each(kinds)('is told by its reason: %s, %s', async (error, reason) => {
    const outbox = createOutbox({ ...settings, keep: disk(), send: () => Promise.reject(error) });
    await outbox.take(cheer('r1'));
    expect(outbox.$waiting.get()).toMatchObject([{ kept: true, refusal: { reason } }]);
  });

  it('stays in sight where it cannot be written down, and can be tried again', async () => {
    let isFull = false;
    const keep = disk(() => isFull);
    let isRefusing = true;
    const { taken, send } = taker();
    const outbox = createOutbox({
      ...settings,
      keep,
      send: async (intent) => {
        isFull = true;
        if (isRefusing) throw new ProviderError('invalid');
        return send(intent);
      },
    });
    const intent = cheer('r1');
    await outbox.take(intent);
    expect(outbox.$waiting.get()).toMatchObject([{ kept: true, refusal: { reason: 'invalid' } }]);
    expect(keep.rows.has(intent.key)).toBe(true);
    keep.rows.set(intent.key, { ...kept(intent), refusal: { reason: 'invalid' } });
    isRefusing = false;
    await outbox.retry(intent.key);
    expect(taken).toEqual([intent]);
  });

  it('comes before a wish is sent that says nothing sensible', async () => {
    const { send, ...provider } = taker();
    const check = async ({ name, detail }: Intent) => {
      const said = checked(name, detail);
      return 'reason' in said ? said : undefined;
    };
    const outbox = createOutbox({ ...settings, keep: disk(), send, check });
    const said: unknown[] = [{ recognition: 5, on: true }, null, undefined, 'cheer'];
    for (const detail of said) await outbox.take({ ...cheer('r1'), detail } as Intent);
    await outbox.take({ ...cheer('r1'), name: 'constructor' } as unknown as Intent);
    expect(outbox.$waiting.get().map(({ refusal }) => refusal?.reason)).toEqual(Array(5).fill('invalid'));
    expect(provider.arrivals).toBe(0);
  });
});

describe('what listens', () => {
  it('stops no wish by throwing', async () => {
    const uncaught: unknown[] = [];
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => uncaught.push(error));
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep: disk(), send });
    const [first, second] = [cheer('r1'), cheer('r1', false)];
    await outbox.take(first, () => {
      throw new Error('of the page');
    });
    await outbox.take(second);
    await settle();
    process.removeAllListeners('uncaughtException');
    for (const listener of others) process.on('uncaughtException', listener);
    expect(taken).toEqual([first, second]);
    expect(uncaught).toMatchObject([{ message: 'of the page' }]);
  });
});
