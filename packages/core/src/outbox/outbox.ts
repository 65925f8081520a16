import { atom } from 'nanostores';
import { asProviderError } from '../asking.js';
import type { Receipt } from '../provider.js';
import type { Intent, Refusal } from '../rules/intent.js';
import { refusalIn, waitAfter, type Patience } from './answer.js';
import { apart } from './apart.js';
import { looked, type Keep, type Kept } from './keep.js';
import { lanes } from './lanes.js';
import { renewed } from './renewed.js';
import type { Outbox, OutboxOptions, Outcome } from './terms.js';
import {
  aboutOf,
  byKey,
  claimed,
  isOpen,
  sameActor,
  sameLine,
  shown,
  waitsForSignIn,
  type Waiting,
} from './waiting.js';
import { writtenIn } from './written.js';

export type { Keep, Kept, Outbox, OutboxOptions, Outcome, Patience, Waiting };

/** Thrown in the place of sending what is not there any more. */
const gone = new Error('Another tab has settled this wish.');

/** How many wishes are on their way at once: fewer than a browser's connections to one host. */
const most = 5;

/**
 * Keeps every wish from the click until the provider has definitely taken or refused it. It is written down before it is
 * sent and crossed out only after the answer, so it may be sent twice: that it counts once is the provider's promise, by
 * its key. Before a wish is sent, each earlier one about the same thing has its answer, whichever tab wrote it down; and
 * what is on the disk no more, where it was written there, is not sent: another tab has sent it or thrown it away.
 */
export function createOutbox({
  place,
  actor,
  send,
  check,
  renew,
  keep,
  settled,
  pause,
  alone = (act) => act(),
  random = Math.random,
  patience = { first: 1000, longest: 60_000 },
}: OutboxOptions): Outbox {
  const $waiting = atom<readonly Waiting[]>([]);
  /** The end of the line of all that is about one thing. */
  const lines = new Map<string, Promise<void>>();
  const listeners = new Map<string, (outcome: Outcome) => void>();
  const onTheirWay = lanes(most);
  const written = writtenIn(keep, place);
  const hearers = new Set<(outcome: Outcome, intent: Intent) => void>();
  const sendRenewed = renewed(sendIfThere, renew, () => void retryAll());
  /** Aborts with the provider's next answer. */
  let reached = new AbortController();
  /** What waits for all that was adopted, or for the first try that failed. */
  const adopting = new Set<() => void>();

  const known = (key: string) => $waiting.value.find(({ intent }) => intent.key === key);

  const set = (waiting: readonly Waiting[]) => apart(() => $waiting.set(waiting));
  const tell = (intent: Intent, outcome: Outcome) => {
    const told = listeners.get(intent.key);
    for (const hear of told ? [told] : hearers) apart(() => hear(outcome, intent));
  };

  function show(more: readonly Waiting[]): void {
    const fresh = more.filter(({ intent }) => !known(intent.key));
    if (fresh.length) set([...$waiting.value, ...fresh].sort(byKey));
  }

  function change(key: string, to: (before: Waiting) => Waiting): void {
    set($waiting.value.map((each) => (each.intent.key === key ? to(each) : each)));
  }

  /** Gives whether it is written down. */
  async function write(intent: Intent, refusal?: Refusal): Promise<boolean> {
    const isWritten = await written.put(intent, refusal);
    if (isWritten) change(intent.key, (before) => ({ ...before, kept: true }));
    return isWritten;
  }

  const rewrite = (intent: Intent, refusal?: Refusal) =>
    known(intent.key)?.kept ? written.mark(intent, refusal) : write(intent, refusal);

  const isGone = async (intent: Intent) =>
    !known(intent.key) || (!!known(intent.key)?.kept && (await written.isGone(intent)));

  async function sendIfThere(intent: Intent): Promise<Receipt> {
    if (await isGone(intent)) throw gone;
    return send(intent);
  }

  async function refuse(intent: Intent, refusal: Refusal): Promise<void> {
    const isNews = known(intent.key)?.refusal?.reason !== refusal.reason;
    change(intent.key, (before) => ({ ...before, refusal }));
    if (isNews) tell(intent, { refused: refusal });
    await rewrite(intent, refusal);
    if (await isGone(intent)) await drop(intent);
  }

  /** Lets go of what another tab has settled, with what was written of it since. */
  async function drop(intent: Intent): Promise<void> {
    apart(() => settled?.(intent));
    await remove(intent.key);
  }

  async function remove(key: string): Promise<void> {
    listeners.delete(key);
    if (known(key)) set($waiting.value.filter(({ intent }) => intent.key !== key));
    await keep.remove(key).catch(() => undefined);
  }

  async function close(intent: Intent, receipt: Receipt): Promise<void> {
    const { key } = intent;
    change(key, ({ refusal: _, ...before }) => ({ ...before, receipt }));
    tell(intent, { sent: receipt });
    listeners.delete(key);
    await keep.remove(key).catch(() => undefined);
  }

  /** Stands in line at once: the order is that of the clicks, however long each takes to be written down. */
  function enqueue(intent: Intent, written: Promise<boolean>): Promise<void> {
    const about = aboutOf(intent);
    const turn = Promise.all([written, lines.get(about)])
      .then(([isWritten]) => deliver(intent, isWritten))
      .finally(() => lines.get(about) === turn && lines.delete(about));
    lines.set(about, turn);
    return turn;
  }

  async function deliver(intent: Intent, isWritten: boolean): Promise<void> {
    for (let tries = 0; isOpen(known(intent.key)); tries++) {
      try {
        await inOrder(intent, isWritten);
        return;
      } catch (error) {
        const failed = asProviderError(error, 'busy');
        if (tries === 0) tell(intent, { failed });
        for (const stumble of adopting) stumble();
        const { milliseconds, least } = waitAfter(failed, tries, random(), patience);
        await pause(milliseconds, least, failed.kind === 'offline' ? reached.signal : undefined);
      }
    }
  }

  /** Sends it after all that comes before it, unless another tab has sent one of them and been refused. */
  async function inOrder(intent: Intent, isWritten: boolean): Promise<void> {
    const about = aboutOf(intent);
    const line = (await looked(() => keep.about(place, about), [])).filter((kept) => sameActor(kept.intent, intent));
    const refused = new Map(line.filter((kept) => !isOpen(kept)).map((kept) => [kept.intent.key, kept.refusal]));
    if (!isWritten) refused.delete(intent.key);
    show(line.filter((kept) => kept.intent.key < intent.key && isOpen(kept)).map(shown));
    const before = $waiting.value.filter((each) => each.intent.key < intent.key && sameLine(each.intent, intent));
    for (const each of [...before.filter(isOpen).map((waiting) => waiting.intent), intent]) {
      const refusal = refused.get(each.key);
      await (refusal ? refuse(each, refusal) : attempt(each));
      const now = known(each.key);
      // Where one waits for a sign-in, so does what comes after it.
      if (now?.refusal && waitsForSignIn(now)) return each === intent ? undefined : refuse(intent, now.refusal);
    }
  }

  /** One try. Throws whatever is no definitive answer. */
  async function attempt(intent: Intent): Promise<void> {
    const nonsense = await check?.(intent).catch(() => undefined);
    if (nonsense) return refuse(intent, nonsense);
    let receipt: Receipt;
    try {
      receipt = await onTheirWay(() => sendRenewed(intent));
    } catch (error) {
      if (error === gone) return drop(intent);
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      reach();
      return refuse(intent, refusal);
    }
    reach();
    await close(intent, receipt);
  }

  function reach(): void {
    reached.abort();
    reached = new AbortController();
  }

  async function again({ intent }: Waiting): Promise<void> {
    const rewritten = rewrite(intent);
    change(intent.key, ({ refusal: _, ...before }) => before);
    await enqueue(intent, rewritten);
  }

  /** The last of each line, which takes along those before it. */
  async function retryAll(): Promise<void> {
    const all = $waiting.value.filter(waitsForSignIn).map(({ intent }) => intent);
    const last = all.filter((intent, i) => !all.some((other, at) => at > i && sameLine(other, intent)));
    await Promise.all(last.map((intent) => enqueue(intent, Promise.resolve(true))));
  }

  return {
    $waiting,
    async take(intent, told) {
      if (known(intent.key)) return;
      if (told) listeners.set(intent.key, told);
      show([{ intent, kept: false }]);
      await enqueue(intent, write(intent));
    },
    async adopt() {
      let turns: Promise<unknown> | undefined;
      await alone(async () => {
        const left = (
          await looked(
            () => keep.all(place),
            [],
            () => pause(patience.first, 0),
          )
        ).filter(({ intent }) => !known(intent.key));
        const mine = left.flatMap((kept) => claimed(kept, actor));
        show(mine.map(shown));
        const begin = (each: Kept) => {
          const written = left.includes(each) ? Promise.resolve(true) : write(each.intent, each.refusal);
          return each.refusal ? written : enqueue(each.intent, written);
        };
        turns = Promise.all([retryAll(), ...mine.filter((each) => !waitsForSignIn(each)).map(begin)]);
        // A tab that waits long for its provider is no reason for others to wait.
        let stumble = () => {};
        const stumbled = new Promise<void>((resolve) => adopting.add((stumble = resolve)));
        await Promise.race([turns, stumbled]);
        adopting.delete(stumble);
      });
      await turns;
    },
    async retry(key) {
      const refused = known(key);
      if (refused?.refusal) await again(refused);
    },
    retryAll,
    async discard(key) {
      if (known(key)?.refusal) await remove(key);
    },
    hear(told) {
      hearers.add(told);
      return () => hearers.delete(told);
    },
    confirm(revision) {
      const left = $waiting.value.filter(({ receipt }) => !receipt || receipt.revision > revision);
      if (left.length !== $waiting.value.length) set(left);
    },
  };
}
