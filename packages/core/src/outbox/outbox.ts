import { atom, type ReadableAtom } from 'nanostores';
import { ProviderError, type Receipt } from '../provider.js';
import type { Actor, Intent, Refusal } from '../rules/intent.js';
import { subjectOf } from '../rules/subject.js';

/** A wish between the click and the moment what is read has it. */
export interface Waiting {
  readonly intent: Intent;
  /** It survives the page. */
  readonly kept: boolean;
  readonly refusal?: Refusal;
  readonly receipt?: Receipt;
}

/** What became of a wish. That it failed is told once; it is tried again by itself, and tells more. */
export type Outcome = { sent: Receipt } | { refused: Refusal } | { failed: ProviderError };

/** Where wishes are kept until there is a definitive answer. */
export interface Keep {
  /** Resolves once it would survive the browser being killed; rejects where nothing can be kept. */
  put(kept: Kept): Promise<void>;
  remove(key: string): Promise<void>;
  /** In the order they were made. */
  all(place: string): Promise<Kept[]>;
}

/** A wish as it is kept. `place` tells one community's provider from another. */
export interface Kept {
  place: string;
  intent: Intent;
  refusal?: Refusal | undefined;
}

export interface OutboxOptions {
  place: string;
  actor: Actor | undefined;
  /** Sends once, and is sure to settle; rejects with `ProviderError`. */
  send(intent: Intent): Promise<Receipt>;
  keep: Keep;
  /** Waits so many milliseconds, or until there is a reason to try at once: the network is back, the page is seen again. */
  pause(milliseconds: number): Promise<void>;
  /** From 0 to 1; default `Math.random`. */
  random?: () => number;
}

export interface Outbox {
  /** In the order they were made, oldest first. */
  readonly $waiting: ReadableAtom<readonly Waiting[]>;
  /** Keeps a wish, then sends it. Never rejects: `$waiting` tells, and `told` hears of every step. */
  take(intent: Intent, told?: (outcome: Outcome) => void): Promise<void>;
  /** Takes over what earlier pages left: only what the same actor wished. */
  adopt(): Promise<void>;
  /** Sends a refused wish again, as it is. */
  retry(key: string): Promise<void>;
  /** Throws a wish away that was refused. */
  discard(key: string): Promise<void>;
  /** What is read is of this revision: wishes it has need not be shown beside it any more. */
  confirm(revision: number): void;
}

/** Milliseconds: the first wait is at most the first, no wait is longer than the second. */
const patience = { first: 1000, longest: 60_000 };

/**
 * Keeps every wish from the click until the provider has definitely taken or refused it. It is written down before it is
 * sent and crossed out only after the answer, so it may be sent twice: that it counts once is the provider's promise, by
 * its key. Wishes about one thing go one after another.
 */
export function createOutbox({ place, actor, send, keep, pause, random = Math.random }: OutboxOptions): Outbox {
  const $waiting = atom<readonly Waiting[]>([]);
  /** The end of the line of each subject. */
  const lines = new Map<string, Promise<void>>();
  const listeners = new Map<string, (outcome: Outcome) => void>();

  const tell = (key: string, outcome: Outcome) => listeners.get(key)?.(outcome);

  const known = (key: string) => $waiting.value.find(({ intent }) => intent.key === key);

  function put(key: string, change: (before: Waiting) => Waiting): void {
    $waiting.set($waiting.value.map((each) => (each.intent.key === key ? change(each) : each)));
  }

  function drop(key: string): void {
    listeners.delete(key);
    $waiting.set($waiting.value.filter(({ intent }) => intent.key !== key));
  }

  function enqueue(intent: Intent): Promise<void> {
    const subject = subjectOf(intent);
    const turn = (lines.get(subject) ?? Promise.resolve()).then(() => deliver(intent));
    lines.set(subject, turn);
    return turn;
  }

  async function deliver(intent: Intent): Promise<void> {
    for (let tries = 0; known(intent.key); tries++) {
      try {
        const receipt = await send(intent);
        await keep.remove(intent.key).catch(() => undefined);
        put(intent.key, ({ refusal: _, ...before }) => ({ ...before, receipt }));
        tell(intent.key, { sent: receipt });
        listeners.delete(intent.key);
        return;
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal) {
          await keep.put({ place, intent, refusal }).catch(() => undefined);
          put(intent.key, (before) => ({ ...before, refusal }));
          tell(intent.key, { refused: refusal });
          return;
        }
        const failed = providerError(error);
        if (!tries) tell(intent.key, { failed });
        const longest = Math.min(patience.longest, patience.first * 2 ** tries);
        const asked = (failed.retryAfter ?? 0) * 1000;
        await pause(Math.max(asked, random() * longest));
      }
    }
  }

  return {
    $waiting,
    async take(intent, told) {
      if (known(intent.key)) return;
      if (told) listeners.set(intent.key, told);
      $waiting.set([...$waiting.value, { intent, kept: false }]);
      const kept = await keep.put({ place, intent }).then(
        () => true,
        () => false,
      );
      put(intent.key, (before) => ({ ...before, kept }));
      await enqueue(intent);
    },
    async adopt() {
      const left = (await keep.all(place).catch(() => [])).filter(
        ({ intent }) => sameActor(intent.actor, actor) && !known(intent.key),
      );
      $waiting.set([
        ...left.map(({ intent, refusal }) => ({ intent, kept: true, ...(refusal && { refusal }) })),
        ...$waiting.value,
      ]);
      await Promise.all(left.filter(({ refusal }) => !refusal).map(({ intent }) => enqueue(intent)));
    },
    async retry(key) {
      const refused = known(key);
      if (!refused?.refusal) return;
      put(key, ({ refusal: _, ...before }) => before);
      await keep.put({ place, intent: refused.intent }).catch(() => undefined);
      await enqueue(refused.intent);
    },
    async discard(key) {
      if (!known(key)?.refusal) return;
      drop(key);
      await keep.remove(key).catch(() => undefined);
    },
    confirm(revision) {
      const left = $waiting.value.filter(({ receipt }) => !receipt || receipt.revision > revision);
      if (left.length !== $waiting.value.length) $waiting.set(left);
    },
  };
}

/** Why a wish will never be taken as it is; `undefined` where trying again may help. */
function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || error.name !== 'ProviderError') return undefined;
  const { kind, reason, params } = error as ProviderError;
  if (kind === 'offline' || kind === 'busy') return undefined;
  return {
    reason: (reason ?? (kind === 'gone' ? 'gone' : 'invalid')) as Refusal['reason'],
    ...(params && { params: params as Record<string, string | number> }),
  };
}

/** What it throws, whatever that is: one that is no `ProviderError` says nothing definitive. */
function providerError(error: unknown): ProviderError {
  return error instanceof ProviderError ? error : new ProviderError('offline', { cause: error });
}

function sameActor(a: Actor | undefined, b: Actor | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
