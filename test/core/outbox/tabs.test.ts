import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Keep, type OutboxOptions, type Outcome } from '../../../packages/core/src/outbox/outbox.js';
import { subjectOf, type Intent } from '../../../packages/core/src/rules/index.js';
import { ada, cheer, disk, kept, said, settings, settle, taker } from './support.js';

const never = () => new Promise<never>(() => undefined);

describe('the order of wishes', () => {
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

  it('is that of the clicks, however long each takes to be written down', async () => {
    const keep = disk();
    let write = () => {};
    const slow: Keep = {
      ...keep,
      put: (row) =>
        said(row.intent).on ? new Promise((ok) => (write = () => void keep.put(row).then(ok))) : keep.put(row),
    };
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep: slow, send });
    const all = [cheer('r1', true), cheer('r1', false)].map((intent) => outbox.take(intent));
    await settle();
    expect(taken).toEqual([]);
    write();
    await Promise.all(all);
    expect(taken.map((intent) => said(intent).on)).toEqual([true, false]);
  });

  it('holds across tabs, whether the one that wrote the earlier wish is alive or frozen', async () => {
    const keep = disk();
    const { taken, send } = taker();
    const frozen = createOutbox({ ...settings, keep, send: never });
    const [first, other, second] = [cheer('r1'), cheer('r2'), cheer('r1', false)];
    void frozen.take(first);
    void frozen.take(other);
    await settle();
    const outbox = createOutbox({ ...settings, keep, send });
    await outbox.take(second);
    expect(taken.map(({ key }) => key)).toEqual([first.key, second.key]);
    expect([...keep.rows.keys()]).toEqual([other.key]);
    expect(outbox.$waiting.get().map(({ intent }) => intent.key)).toEqual([first.key, second.key]);
  });

  it('waits for an earlier wish that fails, whoever made it', async () => {
    const keep = disk();
    const [first, second] = [cheer('r1'), cheer('r1', false)];
    await keep.put(kept(first));
    const { taken, send } = taker();
    let tries = 0;
    const outbox = createOutbox({
      ...settings,
      keep,
      send: (intent) => {
        if (intent.key === first.key && tries++ < 3) throw new ProviderError('offline');
        return send(intent);
      },
    });
    await outbox.take(second);
    expect(taken.map(({ key }) => key)).toEqual([first.key, second.key]);
  });

  it('leaves out what somebody else wished, and what was refused', async () => {
    const keep = disk();
    await keep.put(kept(cheer('r1', true, { member: 'bo' })));
    await keep.put({ ...kept(cheer('r1')), refusal: { reason: 'self' } });
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep, send });
    const mine = cheer('r1', false);
    await outbox.take(mine);
    expect(taken).toEqual([mine]);
    expect(outbox.$waiting.get()).toHaveLength(1);
  });

  it('takes a refusal from the tab that was told it', async () => {
    const keep = disk();
    let again = () => {};
    let sent = 0;
    const outbox = createOutbox({
      ...settings,
      keep,
      pause: () => new Promise<void>((resolve) => (again = resolve)),
      send: async () => {
        sent++;
        throw new ProviderError('offline');
      },
    });
    const [first, second] = [cheer('r1'), cheer('r1', false)];
    const waiting = outbox.take(first);
    await settle();
    const { taken, send } = taker();
    const other = createOutbox({
      ...settings,
      keep,
      send: async (intent) => {
        if (intent.key === first.key) throw new ProviderError('refused', { reason: 'too-often' });
        return send(intent);
      },
    });
    await other.take(second);
    again();
    await waiting;
    expect(taken).toEqual([second]);
    expect(sent).toBe(1);
    expect(outbox.$waiting.get()).toMatchObject([{ refusal: { reason: 'too-often' } }]);
  });
});

describe('what another tab threw away', () => {
  /** A wish that this outbox tries again and again, and another tab was refused and threw away. */
  async function thrownAway(own: Partial<OutboxOptions> = {}) {
    const keep = disk();
    const { taken, send } = taker();
    const settled: Intent[] = [];
    let isBusy = true;
    let again = () => {};
    const outbox = createOutbox({
      ...settings,
      keep,
      settled: (intent) => settled.push(intent),
      pause: () => new Promise<void>((resolve) => (again = resolve)),
      send: async (intent) => {
        if (isBusy) throw new ProviderError('busy');
        return send(intent);
      },
      ...own,
    });
    const wish = cheer('r1');
    const waiting = outbox.take(wish);
    await settle();
    const other = createOutbox({
      ...settings,
      keep,
      send: async () => {
        throw new ProviderError('refused', { reason: 'too-often' });
      },
    });
    await other.adopt();
    await other.discard(wish.key);
    expect(keep.rows.size).toBe(0);
    isBusy = false;
    return { keep, taken, settled, outbox, wish, waiting, again: () => again() };
  }

  it('is not tried again, and waits no more', async () => {
    const { taken, settled, outbox, wish, waiting, again } = await thrownAway();
    again();
    await waiting;
    expect(taken).toEqual([]);
    expect(settled).toEqual([wish]);
    expect(outbox.$waiting.get()).toEqual([]);
  });

  it('is not sent before the next wish about the same thing', async () => {
    const tried: boolean[] = [];
    const { outbox } = await thrownAway({
      send: async (intent) => {
        tried.push(said(intent).on);
        if (said(intent).on) throw new ProviderError('refused', { reason: 'signed-out' });
        return { revision: 1 };
      },
    });
    await outbox.take(cheer('r1', false));
    expect(tried).toEqual([true, false]);
  });

  it('is sent all the same where the disk cannot be read any more, or all on it is gone', async () => {
    const keep = disk();
    const none = () => Promise.reject(new Error('There is no database any more.'));
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep: { ...keep, has: none }, send });
    const wish = cheer('r1');
    await outbox.take(wish);
    expect(taken).toEqual([wish]);
  });

  it('is not brought back by a refusal that comes late', async () => {
    let refuse = () => {};
    const { keep, outbox, waiting } = await thrownAway({
      send: () =>
        new Promise<never>((_, reject) => {
          refuse = () => reject(new ProviderError('refused', { reason: 'signed-out' }));
        }),
    });
    refuse();
    await waiting;
    expect(keep.rows.size).toBe(0);
    expect(outbox.$waiting.get()).toEqual([]);
  });

  it('is not sent once it is known who asks, where it was thrown away meanwhile', async () => {
    let isKnown = false;
    let end = () => {};
    const { taken, send } = taker();
    const { waiting } = await thrownAway({
      renew: () => new Promise<void>((resolve) => (end = () => ((isKnown = true), resolve()))),
      send: async (intent) => {
        if (!isKnown) throw new ProviderError('refused', { reason: 'signed-out' });
        return send(intent);
      },
    });
    end();
    await waiting;
    expect(taken).toEqual([]);
  });
});

describe('what an earlier page left', () => {
  it('is taken over by its own actor, and only here', async () => {
    const keep = disk();
    await keep.put(kept(cheer('r1', true, { member: 'bo' })));
    await keep.put(kept(cheer('r2'), 'elsewhere'));
    await keep.put(kept(cheer('r3')));
    const { taken, send } = taker();
    await createOutbox({ ...settings, keep, send }).adopt();
    expect(taken.map(({ detail }) => detail)).toEqual([{ recognition: 'r3', on: true }]);
    expect(keep.rows.size).toBe(2);
  });

  it('is told of to whoever listens, and to nobody else', async () => {
    const keep = disk();
    const [left, mine] = [cheer('r1'), cheer('r2')];
    await keep.put(kept(left));
    const answers = [
      new ProviderError('refused', { reason: 'gone' }),
      new ProviderError('refused', { reason: 'self' }),
    ];
    const outbox = createOutbox({ ...settings, keep, send: () => Promise.reject(answers.shift()) });
    const heard: [Outcome, Intent][] = [];
    const stop = outbox.hear((outcome, intent) => heard.push([outcome, intent]));
    await outbox.adopt();
    await outbox.take(mine, () => undefined);
    expect(heard).toEqual([[{ refused: { reason: 'gone' } }, left]]);
    stop();
    answers.push(new ProviderError('refused', { reason: 'too-often' }));
    await outbox.retry(left.key);
    expect(heard).toHaveLength(1);
  });

  it('is sent in the order it was wished', async () => {
    const keep = disk();
    const left = [cheer('r1'), cheer('r1', false), cheer('r1')];
    for (const intent of [...left].reverse()) await keep.put(kept(intent));
    const { taken, send } = taker();
    const outbox = createOutbox({ ...settings, keep, send });
    await outbox.adopt();
    expect(taken).toEqual(left);
    expect(outbox.$waiting.get().map(({ intent }) => intent)).toEqual(left);
  });

  it('is found though the disk is slow to answer', async () => {
    const keep = disk();
    const [left, mine] = [cheer('r1'), cheer('r1', false)];
    await keep.put(kept(left));
    let silences = 0;
    const slow =
      <A extends unknown[], R>(look: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (++silences % 3) throw new Error('The database says nothing.');
        return look(...args);
      };
    const waits: number[] = [];
    const pause = async (milliseconds: number) => void waits.push(milliseconds);
    const { taken, send } = taker();
    const slowly = { ...keep, all: slow(keep.all), about: slow(keep.about) };
    const outbox = createOutbox({ ...settings, keep: slowly, pause, send });
    await outbox.take(mine);
    expect(taken).toEqual([left, mine]);
    await keep.put(kept(cheer('r2')));
    await outbox.adopt();
    expect(taken).toHaveLength(3);
    // A browser that has just begun may need a moment.
    expect(waits).toEqual([1000, 1000]);
  });

  it('is taken over by one tab at a time, which lets others have it once it cannot go on', async () => {
    const keep = disk();
    await keep.put(kept(cheer('r1')));
    let turn = Promise.resolve();
    const alone = (act: () => Promise<void>) => (turn = turn.then(act));
    const arrivals: string[] = [];
    let answer = (_: Receipt) => {};
    const first = createOutbox({
      ...settings,
      keep,
      alone,
      pause: never,
      send: () => {
        arrivals.push('first');
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const second = createOutbox({ ...settings, keep, alone, send: taker().send });
    void first.adopt();
    const adopted = second.adopt();
    await settle();
    expect(second.$waiting.get()).toEqual([]);
    answer({ revision: 1 });
    await adopted;
    expect(second.$waiting.get()).toEqual([]);

    await keep.put(kept(cheer('r2')));
    const offline = createOutbox({
      ...settings,
      keep,
      alone,
      pause: never,
      send: async () => {
        throw new ProviderError('offline');
      },
    });
    void offline.adopt();
    await second.adopt();
    expect(second.$waiting.get()).toMatchObject([{ receipt: { revision: 1 } }]);
    expect(arrivals).toEqual(['first']);
  });

  it('becomes the first member’s where nobody had signed in, and stays nobody’s for a guest', async () => {
    const keep = disk();
    const [wished, refused] = [cheer('r1'), cheer('r2')].map((intent) => ({ ...intent, actor: undefined })) as [
      Intent,
      Intent,
    ];
    const { taken, send } = taker();
    const nobody = createOutbox({
      ...settings,
      keep,
      actor: undefined,
      send: async () => {
        throw new ProviderError('refused', { reason: 'signed-out' });
      },
    });
    await nobody.take(wished);
    await keep.put({ ...kept(refused), refusal: { reason: 'gone' } });
    const guest = createOutbox({ ...settings, keep, actor: { guest: 'a1' }, send: never });
    void guest.adopt();
    await settle();
    expect(guest.$waiting.get()).toHaveLength(2);
    expect([...keep.rows.values()].map(({ intent }) => intent.actor)).toEqual([undefined, undefined]);

    await createOutbox({ ...settings, keep, send }).adopt();
    expect(taken).toEqual([{ ...wished, actor: ada }]);
    expect([...keep.rows.values()]).toMatchObject([
      { intent: { key: refused.key, actor: ada }, refusal: { reason: 'gone' } },
    ]);
    const later = createOutbox({ ...settings, keep, actor: { member: 'bo' }, send });
    await later.adopt();
    expect(later.$waiting.get()).toEqual([]);
  });
});
