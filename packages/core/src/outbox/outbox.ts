import { atom, type ReadableAtom } from 'nanostores';
import type { ProviderError, Receipt } from '../provider.js';
import type { Actor, Intent, Refusal } from '../rules/intent.js';
import { providerError, refusalIn, waitAfter, type Patience } from './answer.js';
import { apart } from './apart.js';
import { looked, type Keep, type Kept } from './keep.js';
import { lanes } from './lanes.js';
import { renewed } from './renewed.js';
import { aboutOf, byKey, claimed, isOpen, sameActor, shown, waitsForSignIn, type Waiting } from './waiting.js';

export type { Keep, Kept, Patience, Waiting };

/** What became of a wish. That it failed is told once; it is tried again by itself, and tells more. */
export type Outcome = { sent: Receipt } | { refused: Refusal } | { failed: ProviderError };

export interface OutboxOptions {
  place: string;
  actor: Actor | undefined;
  /** Sends once, and is sure to settle. What it rejects with, save a `ProviderError`, says nothing definitive. */
  send(intent: Intent): Promise<Receipt>;
  /** Why a wish says nothing sensible, which is not sent then; default: what a provider says of it. */
  check?(intent: Intent): Promise<Refusal | undefined>;
  /** Makes that the provider knows who asks, where it did not any more; sure to settle. */
  renew?(): Promise<unknown>;
  keep: Keep;
  /**
   * Waits so many milliseconds, or until there is a reason to try at once: the network is back, the page is seen again.
   * Nothing is reason enough before `least`, which the provider asked for. Where `reached` aborts, that is one, too.
   */
  pause(milliseconds: number, least: number, reached?: AbortSignal): Promise<void>;
  /** Acts while no other tab of this place does, as far as that can be had: it saves requests, and no more. */
  alone?(act: () => Promise<void>): Promise<void>;
  /** From 0 to 1; default `Math.random`. */
  random?: () => number;
  patience?: Patience;
}

export interface Outbox {
  /** In the order they were made, oldest first. */
  readonly $waiting: ReadableAtom<readonly Waiting[]>;
  /** Keeps a wish, then sends it. Never rejects: `$waiting` tells, and `told` hears of every step. */
  take(intent: Intent, told?: (outcome: Outcome) => void): Promise<void>;
  /** Takes over what earlier pages left, only what the same actor wished, and sends again what waits for a sign-in. */
  adopt(): Promise<void>;
  /** Sends a refused wish again, as it is. */
  retry(key: string): Promise<void>;
  /** Sends again all that waits for a sign-in. */
  retryAll(): Promise<void>;
  /** Throws a wish away that was refused. */
  discard(key: string): Promise<void>;
  /** What is read is of this revision: wishes it has need not be shown beside it any more. */
  confirm(revision: number): void;
}

/** How many wishes are on their way at once: fewer than a browser's connections to one host. */
const most = 5;

/**
 * Keeps every wish from the click until the provider has definitely taken or refused it. It is written down before it is
 * sent and crossed out only after the answer, so it may be sent twice: that it counts once is the provider's promise, by
 * its key. Before a wish is sent, each earlier one about the same thing has its answer, whichever tab wrote it down.
 */
export function createOutbox({
  place,
  actor,
  send,
  check,
  renew,
  keep,
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
  const sendRenewed = renewed(send, renew);
  /** Aborts with the provider's next answer. */
  let reached = new AbortController();
  /** What waits for all that was adopted, or for the first try that failed. */
  const adopting = new Set<() => void>();

  const known = (key: string) => $waiting.value.find(({ intent }) => intent.key === key);

  const set = (waiting: readonly Waiting[]) => apart(() => $waiting.set(waiting));
  const tell = (key: string, outcome: Outcome) => apart(() => listeners.get(key)?.(outcome));

  function show(more: readonly Waiting[]): void {
    const fresh = more.filter(({ intent }) => !known(intent.key));
    if (fresh.length) set([...$waiting.value, ...fresh].sort(byKey));
  }

  function change(key: string, to: (before: Waiting) => Waiting): void {
    set($waiting.value.map((each) => (each.intent.key === key ? to(each) : each)));
  }

  /** Gives whether it is written down. */
  async function write(intent: Intent, refusal?: Refusal): Promise<boolean> {
    const isWritten = await keep.put({ place, about: aboutOf(intent), intent, ...(refusal && { refusal }) }).then(
      () => true,
      () => false,
    );
    if (isWritten) change(intent.key, (before) => ({ ...before, kept: true }));
    return isWritten;
  }

  async function refuse(intent: Intent, refusal: Refusal): Promise<void> {
    const isNews = known(intent.key)?.refusal?.reason !== refusal.reason;
    change(intent.key, (before) => ({ ...before, refusal }));
    if (isNews) tell(intent.key, { refused: refusal });
    await write(intent, refusal);
  }

  async function close({ key }: Intent, receipt: Receipt): Promise<void> {
    change(key, ({ refusal: _, ...before }) => ({ ...before, receipt }));
    tell(key, { sent: receipt });
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
        const failed = providerError(error);
        if (tries === 0) tell(intent.key, { failed });
        for (const stumble of adopting) stumble();
        const { milliseconds, least } = waitAfter(failed, tries, random(), patience);
        await pause(milliseconds, least, failed.kind === 'offline' ? reached.signal : undefined);
      }
    }
  }

  /** Sends it after all that comes before it, unless another tab has sent one of them and been refused. */
  async function inOrder(intent: Intent, isWritten: boolean): Promise<void> {
    const about = aboutOf(intent);
    const line = (await looked(() => keep.about(place, about))).filter((kept) => sameActor(kept.intent, intent));
    const refused = new Map(line.filter((kept) => !isOpen(kept)).map((kept) => [kept.intent.key, kept.refusal]));
    if (!isWritten) refused.delete(intent.key);
    show(line.filter((kept) => kept.intent.key < intent.key && isOpen(kept)).map(shown));
    const before = $waiting.value.filter(
      (each) => each.intent.key < intent.key && aboutOf(each.intent) === about && sameActor(each.intent, intent),
    );
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

  function again(refused: readonly Waiting[]): Promise<unknown> {
    return Promise.all(
      refused.map(({ intent }) => {
        change(intent.key, ({ refusal: _, ...before }) => before);
        return enqueue(intent, write(intent));
      }),
    );
  }

  const signedOut = () => $waiting.value.filter(waitsForSignIn);

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
            () => pause(patience.first, 0),
          )
        ).filter(({ intent }) => !known(intent.key));
        const mine = left.flatMap((kept) => claimed(kept, actor));
        show(mine.map(shown));
        const begin = (each: Kept) => {
          const written = left.includes(each) ? Promise.resolve(true) : write(each.intent, each.refusal);
          return each.refusal ? written : enqueue(each.intent, written);
        };
        turns = Promise.all([again(signedOut()), ...mine.filter((each) => !waitsForSignIn(each)).map(begin)]);
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
      if (refused?.refusal) await again([refused]);
    },
    async retryAll() {
      await again(signedOut());
    },
    async discard(key) {
      if (!known(key)?.refusal) return;
      listeners.delete(key);
      set($waiting.value.filter(({ intent }) => intent.key !== key));
      await keep.remove(key).catch(() => undefined);
    },
    confirm(revision) {
      const left = $waiting.value.filter(({ receipt }) => !receipt || receipt.revision > revision);
      if (left.length !== $waiting.value.length) set(left);
    },
  };
}
