import type { Change, CommunityDocument, Provider, ProviderError } from '@kith/core';
import { createCommons, intentNames } from '@kith/core/rules';

export interface MemoryOptions {
  /** Milliseconds an answer takes, and a wish. */
  delay?: number;
  /** What reads and wishes fail with; a function is asked at each. */
  fail?: ProviderError | (() => ProviderError | undefined);
  /** When it is. */
  now?: () => Date;
}

export interface MemoryProvider extends Required<Omit<Provider, 'place' | 'reach' | 'renew' | 'merge'>> {
  /**
   * Replaces everything there is with what `update` makes of it, and tells watchers what is different for everyone. What
   * an update of a public document leaves unsaid stays as it was, and of what is new it is a yes.
   */
  change(update: (archive: CommunityDocument) => CommunityDocument): void;
  /** A copy of everything there is. */
  archive(): CommunityDocument;
  watch(changed: (change: Change) => void): () => void;
}

/**
 * A community that lives as long as the page: for stories and tests. It takes every wish, of whomever it says it is. The
 * document is copied, never changed; a public one counts as the yes of everyone in it.
 */
export function memory(document: CommunityDocument, { delay = 0, fail, now }: MemoryOptions = {}): MemoryProvider {
  const commons = createCommons(document, now && { now });

  /** Waits as long as it was told to, and fails if it was told to. */
  async function ready(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (delay) await pause(delay, signal);
    const failure = typeof fail === 'function' ? fail() : fail;
    if (failure) throw failure;
  }

  return {
    name: 'memory',
    takes: new Set(intentNames),
    async read(query, signal) {
      await ready(signal);
      return commons.read(query);
    },
    async round(viewer, signal) {
      await ready(signal);
      return commons.round(viewer);
    },
    async send(intent, signal) {
      await ready(signal);
      return commons.take(intent);
    },
    watch: commons.watch,
    change: commons.change,
    archive: commons.archive,
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', leave, { once: true });
  });
}
