import { atom, onMount, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Answer, Change, Provider, Query, WallFilters } from './provider.js';
import { ProviderError } from './provider.js';
import { createWall, type Wall } from './wall.js';

/** What an atom holds: the last known value stays while something newer loads or fails to. */
export type Loaded<T> =
  | { readonly state: 'loading'; readonly value?: T }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: ProviderError; readonly value?: T; readonly at?: Date };

/** An atom that loads with its first listener, and a way to load it again. */
export interface Asked<T> {
  readonly $answer: ReadableAtom<Loaded<T>>;
  reload(): void;
}

export interface StoreOptions {
  /** Whose eyes: a member's id. */
  viewer?: string;
  now?: () => Date;
  /** Milliseconds after which a provider that says nothing counts as failed. Default 10,000. */
  patience?: number;
}

/** One community as the elements see it. Two tags with the same source hold the same store. */
export interface Store {
  /** Stores of other versions of Kith on the page are used when this is the same. */
  readonly protocol: 1;
  readonly provider: Provider;
  readonly viewer: string | undefined;
  now(): Date;
  /** One atom for each different question. */
  ask<Q extends Query>(query: Q): Asked<Answer<Q>>;
  /** One wall for each different choice of letters. */
  wall(filters: WallFilters, pageSize: number): Wall;
}

/** Reads once, patiently; rejects with a `ProviderError`, or with whatever aborted the signal. */
export type Read = <Q extends Query>(query: Q, signal: AbortSignal) => Promise<Answer<Q>>;

/** Puts a store before a provider. Nothing is read until something listens; nothing is kept when nothing does. */
export function createStore(provider: Provider, { viewer, now = () => new Date(), patience = 10_000 }: StoreOptions = {}): Store {
  const asked = new Map<string, unknown>();
  const read: Read = (query, signal) => readPatiently(provider, query, signal, patience);
  const once = <T>(key: unknown[], make: () => T): T => {
    const name = JSON.stringify(key);
    if (!asked.has(name)) asked.set(name, make());
    return asked.get(name) as T;
  };
  const watch = createWatch(provider);
  return {
    protocol: 1,
    provider,
    viewer,
    now,
    ask: (query) => once(['ask', query], () => createAsked(query, read, watch, now)),
    wall: (filters, pageSize) => once(['wall', filters, pageSize], () => createWall(filters, pageSize, read, watch, now)),
  };
}

/** Tells a listener of every change until it is stopped. */
export type Watch = (changed: (change: Change) => void) => () => void;

/** The provider is watched once, while anything on the page listens. */
function createWatch(provider: Provider): Watch {
  const listeners = new Set<(change: Change) => void>();
  let stop: (() => void) | undefined;
  return (changed) => {
    listeners.add(changed);
    stop ??= provider.watch?.((change) => listeners.forEach((listener) => listener(change)));
    return () => {
      listeners.delete(changed);
      if (listeners.size) return;
      stop?.();
      stop = undefined;
    };
  };
}

function createAsked<Q extends Query>(query: Q, read: Read, watch: Watch, now: () => Date): Asked<Answer<Q>> {
  const $answer = atom<Loaded<Answer<Q>>>({ state: 'loading' });
  const loader = createLoader($answer, now);
  const load = () =>
    loader.load(async (signal) => {
      const answer = await read(query, signal);
      // Of two answers the newer wins, in whichever order they arrive.
      return (known) => (known && known.revision > answer.revision ? known : answer);
    });
  onMount($answer, () => {
    load();
    const unwatch = watch(load);
    return () => {
      unwatch();
      loader.stop();
    };
  });
  return { $answer, reload: load };
}

export interface Loader<T> {
  /** Reads, then merges what was read into what is known by then. Never rejects: the atom says how it went. */
  load(read: (signal: AbortSignal) => Promise<(known: T | undefined) => T>): Promise<void>;
  /** Aborts what is on its way. */
  stop(): void;
}

/**
 * Loads into an atom: what is known stays while more is on its way, a failure counts only if nothing newer
 * arrived since it began, and what nobody waits for any more is aborted.
 */
export function createLoader<T>($into: WritableAtom<Loaded<T>>, now: () => Date): Loader<T> {
  let abort = new AbortController();
  let begun = 0;
  let arrived = 0;
  let at: Date | undefined;
  return {
    async load(read) {
      const turn = ++begun;
      const { signal } = abort;
      const before = $into.get();
      if (before.state === 'failed') $into.set({ ...known(before), state: 'loading' });
      try {
        const merge = await read(signal);
        if (signal.aborted) return;
        $into.set({ state: 'ready', value: merge($into.get().value) });
        arrived = Math.max(arrived, turn);
        at = now();
      } catch (error) {
        if (signal.aborted || turn < arrived) return;
        $into.set({ ...known($into.get()), state: 'failed', error: asProviderError(error), ...(at && { at }) });
      }
    },
    stop() {
      abort.abort();
      abort = new AbortController();
    },
  };
}

function known<T>({ value }: Loaded<T>): { value?: T } {
  return value === undefined ? {} : { value };
}

async function readPatiently<Q extends Query>(provider: Provider, query: Q, signal: AbortSignal, patience: number): Promise<Answer<Q>> {
  const abort = new AbortController();
  const giveUp = setTimeout(() => {
    abort.abort(new ProviderError('busy', { message: `${provider.name} said nothing for ${patience / 1000} s` }));
  }, patience);
  const leave = () => abort.abort(signal.reason);
  signal.addEventListener('abort', leave);
  try {
    const left = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason));
    });
    const answer = await Promise.race([provider.read(query, abort.signal), left]);
    if (typeof answer?.revision !== 'number') {
      throw new ProviderError('invalid', { message: `${provider.name} gave an answer without a revision` });
    }
    return answer;
  } finally {
    clearTimeout(giveUp);
    signal.removeEventListener('abort', leave);
  }
}

/** What a provider throws that is no `ProviderError` (of this version of Kith or another) becomes one. */
function asProviderError(error: unknown): ProviderError {
  if (error instanceof Error && error.name === 'ProviderError') return error as ProviderError;
  return new ProviderError('invalid', { message: error instanceof Error ? error.message : String(error), cause: error });
}
