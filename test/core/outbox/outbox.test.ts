import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Outcome } from '../../../packages/core/src/outbox/outbox.js';
import { cheer, disk, said, settings, settle, taker } from './support.js';

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

  it('sends what could not reach the provider as soon as something does, and not what was asked to wait', async () => {
    let isBack = false;
    const again = new Map<string, () => void>();
    const { taken, send } = taker();
    const outbox = createOutbox({
      ...settings,
      keep: disk(),
      pause: (_, least, reached) =>
        new Promise((resolve) => {
          again.set(least ? 'asked' : `${again.size}`, resolve);
          reached?.addEventListener('abort', () => resolve());
        }),
      send: async (intent) => {
        if (!isBack && said(intent).recognition === 'r0') throw new ProviderError('busy', { retryAfter: 60 });
        if (!isBack) throw new ProviderError('offline');
        return send(intent);
      },
    });
    const waiting = ['r0', 'r1', 'r2', 'r3'].map((letter) => outbox.take(cheer(letter)));
    await settle();
    isBack = true;
    expect([...again.keys()]).toEqual(['asked', '1', '2', '3']);
    again.get('1')?.();
    await Promise.all(waiting.slice(1));
    expect(taken.map((intent) => said(intent).recognition)).toEqual(['r1', 'r2', 'r3']);
    again.get('asked')?.();
    await Promise.all(waiting);
    expect(taken).toHaveLength(4);

    isBack = false;
    const second = ['r4', 'r5'].map((letter) => outbox.take(cheer(letter)));
    await settle();
    isBack = true;
    again.get('4')?.();
    await Promise.all(second);
    expect(taken).toHaveLength(6);
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
});
