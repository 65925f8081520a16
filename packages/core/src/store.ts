import { atom, onMount, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';
import { asProviderError, readPatiently } from './asking.js';
import { isPiece, type Answer, type Change, type Provider, type ProviderError, type Query } from './provider.js';
import type { View } from './view/view.js';
import { createWishes, type Wishes } from './wishes.js';

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
export interface Store extends Wishes {
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
  const { watch, tell, tellNews } = createWatch(provider);
  /** Whose part in it is read: also a device's that counted in without an account. */
  let eyes = viewer;
  const doubt = (touched: Change['touched']) => tell({ revision: 0, touched });
  const see = (guest: string) => {
    if (eyes === guest) return;
    eyes = guest;
    doubt([{ kind: 'purpose', id: 'purpose' }]);
  };
  const store: Store = {
    ...createWishes({ provider, viewer, now, patience, tell: tellNews, doubt, see }),
    protocol: 1,
    provider,
    viewer,
    now,
    read: (query, signal) =>
      readPatiently(provider, eyes === undefined ? query : { ...query, viewer: eyes }, signal, patience),
    watch,
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

type Tell = (change: Change) => void;

/** The provider is watched once, while anything on the page listens. */
function createWatch(provider: Provider): { watch: Watch; tell: Tell; tellNews: Tell } {
  const listeners = new Set<Tell>();
  let stop: (() => void) | undefined;
  /** The last revision at which each piece was said to have changed. */
  const heard = new Map<string, number>();
  const isNews = ({ revision }: Change) => {
    return ({ kind, id }: Change['touched'][number]) => (heard.get(`${kind} ${id}`) ?? -Infinity) < revision;
  };
  const tell: Tell = (said) => {
    const change = isChange(said) ? said : UNCLEAR;
    for (const { kind, id } of change.touched.filter(isNews(change))) heard.set(`${kind} ${id}`, change.revision);
    listeners.forEach((listener) => listener(change));
  };
  return {
    tell,
    // What is only the viewer's own no provider names to everyone.
    tellNews(change) {
      const touched = change.touched.filter(isNews(change));
      if (touched.length) tell({ ...change, touched });
    },
    watch(changed) {
      if (listeners.add(changed).size === 1) stop = attempt(() => provider.watch?.(tell));
      return () => {
        listeners.delete(changed);
        if (!listeners.size) attempt(() => stop?.());
      };
    },
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

function createAsked<Q extends Query>(query: Q, { read, watch, now, $view }: Store): Asked<Answer<Q>> {
  const $confirmed = atom<Loaded<Answer<Q>>>({ state: 'loading' });
  const loader = createLoader($confirmed, now);
  let asked = 0;
  let answered = 0;
  const load = () => {
    const turn = ++asked;
    return loader.load(async (signal) => {
      const answer = await read(query, signal);
      return (known) => {
        // Of two answers the newer wins, in whichever order they arrive; of the same, what was asked for last.
        const isOld = known && (known.revision - answer.revision || answered - turn) > 0;
        if (isOld) return known;
        answered = turn;
        return known ? settled(known, answer) : answer;
      };
    });
  };
  const $answer = viewed(
    $confirmed,
    $view,
    (view, answer) => view.answer(query, answer),
    () => {
      void load();
      const unwatch = watch(load);
      return () => {
        unwatch();
        loader.stop();
      };
    },
  );
  return { $answer, reload: load };
}

/** What is confirmed, with what was wished over it; both only while something listens, from `begin` to what it returns. */
export function viewed<T>(
  $confirmed: PreinitializedWritableAtom<Loaded<T>>,
  $view: Store['$view'],
  see: (view: View, confirmed: T) => T,
  begin: () => () => void,
): ReadableAtom<Loaded<T>> {
  const $seen = atom($confirmed.value);
  const show = () => {
    const loaded = $confirmed.value;
    const view = $view.value;
    const { value: confirmed } = loaded;
    // What a provider's pieces hold nobody has checked: where no wish can be made in them they are shown as they are.
    const value = view && confirmed !== undefined ? (attempt(() => see(view, confirmed)) ?? confirmed) : confirmed;
    $seen.set(value === undefined || value === loaded.value ? loaded : { ...loaded, value });
  };
  onMount($seen, () => {
    const leave = [$confirmed.listen(show), $view.listen(show)];
    show();
    const end = begin();
    return () => {
      end();
      leave.forEach((stop) => stop());
    };
  });
  return $seen;
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
        show({ ...known($into.value), state: 'failed', error: asProviderError(error, 'invalid'), ...(at && { at }) });
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
