import { atom, onMount, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';
import type { Answer, Change, Provider, Query } from './provider.js';
import { ProviderError } from './provider.js';

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
  readonly read: Read;
  readonly watch: Watch;
  /** What was made before under this key, else what is made now: a view on the store that its watchers share. */
  once<T>(key: readonly unknown[], make: () => T): T;
}

/** Reads once, patiently; rejects with a `ProviderError`, or with whatever aborted the signal. */
export type Read = <Q extends Query>(query: Q, signal: AbortSignal) => Promise<Answer<Q>>;

/** Puts a store before a provider. Nothing is read or watched but while something listens. */
export function createStore(
  provider: Provider,
  { viewer, now = () => new Date(), patience = 10_000 }: StoreOptions = {},
): Store {
  const views = new Map<string, unknown>();
  const store: Store = {
    protocol: 1,
    provider,
    viewer,
    now,
    read: (query, signal) =>
      readPatiently(provider, viewer === undefined ? query : { ...query, viewer }, signal, patience),
    watch: createWatch(provider),
    once<T>(key: readonly unknown[], make: () => T): T {
      const name = JSON.stringify(key);
      if (!views.has(name)) views.set(name, make());
      return views.get(name) as T;
    },
    ask: (query) => store.once(['ask', query], () => createAsked(query, store)),
  };
  return store;
}

/** Tells a listener of every change until it is stopped. */
export type Watch = (changed: (change: Change) => void) => () => void;

/** The provider is watched once, while anything on the page listens. */
function createWatch(provider: Provider): Watch {
  const listeners = new Set<(change: Change) => void>();
  let stop: (() => void) | undefined;
  const tell = (change: Change) => listeners.forEach((listener) => listener(isChange(change) ? change : UNCLEAR));
  return (changed) => {
    if (listeners.add(changed).size === 1) stop = attempt(() => provider.watch?.(tell));
    return () => {
      listeners.delete(changed);
      if (!listeners.size) attempt(() => stop?.());
    };
  };
}

/** Whoever tells of a change without saying what may mean anything. */
const UNCLEAR: Change = { revision: -Infinity, touched: [{ kind: 'community', id: '' }] };

function isChange(change: Change | undefined): boolean {
  return Number.isFinite(change?.revision) && Array.isArray(change?.touched) && change.touched.every(isPiece);
}

/** A provider that cannot be watched, or not left, is read all the same. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function createAsked<Q extends Query>(query: Q, { read, watch, now }: Store): Asked<Answer<Q>> {
  const $answer = atom<Loaded<Answer<Q>>>({ state: 'loading' });
  const loader = createLoader($answer, now);
  const load = () =>
    loader.load(async (signal) => {
      const answer = await read(query, signal);
      // Of two answers the newer wins, in whichever order they arrive.
      return (known) => (!known ? answer : known.revision > answer.revision ? known : settled(known, answer));
    });
  onMount($answer, () => {
    void load();
    const unwatch = watch(load);
    return () => {
      unwatch();
      loader.stop();
    };
  });
  return { $answer, reload: load };
}

/** An answer; what it says the same as the one before stays the same objects, so that what draws them sees no change. */
function settled<T extends object>(before: T, answer: T): T {
  const said = (name: string) => before[name as keyof T];
  const fields = Object.entries(answer).map(([name, value]: [string, unknown]) => [
    name,
    JSON.stringify(said(name)) === JSON.stringify(value) ? said(name) : value,
  ]);
  return Object.fromEntries(fields) as T;
}

export interface Loader<T> {
  /** Reads, then merges what was read into what is known by then. Never rejects: the atom says how it went. */
  load(read: (signal: AbortSignal) => Promise<(known: T | undefined) => T>): Promise<void>;
  /** Aborts what is on its way. */
  stop(): void;
}

/**
 * Loads into an atom: what is known stays while more is on its way, the read that began last says how things
 * stand, and what nobody waits for any more is aborted.
 */
export function createLoader<T>($into: PreinitializedWritableAtom<Loaded<T>>, now: () => Date): Loader<T> {
  let abort = new AbortController();
  let begun = 0;
  let settled = 0;
  let at: Date | undefined;

  function show(loaded: Loaded<T>): void {
    try {
      $into.set(loaded);
    } catch (error) {
      // A listener's own: it is no failure of the provider, and the page hears of it as of any uncaught error.
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  return {
    async load(read) {
      const turn = ++begun;
      const { signal } = abort;
      if ($into.value.state === 'failed') show({ ...known($into.value), state: 'loading' });
      try {
        const merge = await read(signal);
        const value = merge($into.value.value);
        at = now();
        // What failed began later than this, and might have brought something newer.
        show(
          $into.value.state === 'failed' && turn < settled ? { ...$into.value, value, at } : { state: 'ready', value },
        );
      } catch (error) {
        if (signal.aborted || turn < settled) return;
        show({ ...known($into.value), state: 'failed', error: asProviderError(error), ...(at && { at }) });
      }
      settled = Math.max(settled, turn);
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

async function readPatiently<Q extends Query>(
  provider: Provider,
  query: Q,
  signal: AbortSignal,
  patience: number,
): Promise<Answer<Q>> {
  const late = new AbortController();
  const stop = AbortSignal.any([signal, late.signal]);
  const stopped = new Promise<never>((_, reject) => stop.addEventListener('abort', () => reject(stop.reason)));
  const giveUp = setTimeout(() => {
    late.abort(new ProviderError('busy', { message: `${provider.name} said nothing for ${patience / 1000} s` }));
  }, patience);
  try {
    // Asked inside the race: a provider that throws at once would leave the other promise to nobody.
    const asked = (async () => provider.read(query, stop))();
    const answer = await Promise.race([asked, stopped]);
    if (isAnswer(query, answer)) return answer;
    throw new ProviderError('invalid', { message: `${provider.name} gave no answer to the question (${query.kind})` });
  } finally {
    clearTimeout(giveUp);
  }
}

/** What of each answer is a list of pieces. */
const LISTS: { readonly [K in Query['kind']]: readonly (keyof Answer<Extract<Query, { kind: K }>>)[] } = {
  community: [],
  purpose: ['people'],
  roles: ['roles'],
  members: ['members'],
  member: ['people'],
  wall: ['letters', 'people'],
  ladder: ['progress', 'people'],
  suggestions: ['suggestions', 'people'],
  introductions: ['introductions', 'people'],
  inbox: ['letters', 'people'],
};

/** Whether an answer has the outline of one. What is inside its pieces is the provider's to check. */
function isAnswer(query: Query, answer: unknown): boolean {
  if (!isPiece(answer) || !Number.isFinite(answer.revision)) return false;
  return LISTS[query.kind]
    .map((name: string) => answer[name])
    .every((list) => Array.isArray(list) && list.every(isPiece));
}

/** Reads every field, so that one that throws does so here and not where it is drawn. */
function isPiece(piece: unknown): piece is Record<string, unknown> {
  return typeof piece === 'object' && piece !== null && Object.values(piece).length > 0;
}

/** What a provider throws that is no `ProviderError` (of this version of Kith or another) becomes one. */
function asProviderError(error: unknown): ProviderError {
  if (error instanceof Error && error.name === 'ProviderError') return error as ProviderError;
  const message =
    error instanceof Error ? error.message : typeof error === 'string' ? error : 'The provider gave no reason.';
  return new ProviderError('invalid', { message, cause: error });
}
