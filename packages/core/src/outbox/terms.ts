import type { ReadableAtom } from 'nanostores';
import type { ProviderError, Receipt } from '../provider.js';
import type { Actor, Intent, Refusal } from '../rules/intent.js';
import type { Patience } from './answer.js';
import type { Keep } from './keep.js';
import type { Waiting } from './waiting.js';

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
  /** Hears of a wish that another tab has settled, which waits here no more. */
  settled?(intent: Intent): void;
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
  /** Sends again all that waits for a sign-in; what is refused so once more is not told again. */
  retryAll(): Promise<void>;
  /** Throws a wish away that was refused. */
  discard(key: string): Promise<void>;
  /** Hears what becomes of wishes that were made on an earlier page. Returns the way to stop. */
  hear(told: (outcome: Outcome, intent: Intent) => void): () => void;
  /** What is read is of this revision: wishes it has need not be shown beside it any more. */
  confirm(revision: number): void;
}
