import { atom, type ReadableAtom } from 'nanostores';
import type { Member, Recognition } from './document.js';
import { KnownLetters } from './known-letters.js';
import type { Answer, Change, Cursor, WallFilters } from './provider.js';
import { createLoader, viewed, type Loaded, type Store } from './store.js';
import type { View } from './view/view.js';

/** The letters shown so far, newest first. A letter, and the map of people, stay the same object until they change. */
export interface WallShown {
  readonly letters: readonly Recognition[];
  readonly people: ReadonlyMap<string, Member>;
  /** All letters of this choice, shown or not. */
  readonly total: number;
  /** Older letters can be had. */
  readonly older: boolean;
  /** Letters that arrived meanwhile and wait to be let in. */
  readonly waiting: number;
}

export interface Wall {
  readonly $shown: ReadableAtom<Loaded<WallShown>>;
  /** Adds the next page of older letters. */
  more(): Promise<void>;
  /** Lets in the letters that arrived meanwhile. */
  showNew(): void;
  reload(): void;
}

type Page = Answer<{ kind: 'wall' }>;

/** What can change without a letter being another. */
const elsewhere = ['purpose', 'role', 'ladder', 'progress', 'introduction'];

/** The wall of a choice of letters; the same for all who ask the store for the same. `pageSize` counts letters. */
export function wallOf(store: Store, filters: WallFilters, pageSize: number): Wall {
  return store.once(['wall', filters, pageSize], () => createWall(store, filters, pageSize));
}

/** A wall that grows page by page, and keeps what it shows current without moving it under the reader's eyes. */
function createWall({ read, watch, now, $view }: Store, filters: WallFilters, pageSize: number): Wall {
  const $confirmed = atom<Loaded<WallShown>>({ state: 'loading' });
  const loader = createLoader($confirmed, now);
  const known = new KnownLetters();
  let order: string[] = [];
  let next: Cursor | undefined;
  /** The newest page, let in or not. */
  let head: { ids: string[]; after: Cursor | undefined } = { ids: [], after: undefined };
  /** Letters of the reader's own doing, which stand though what came with them waits: there may be a gap below them. */
  const alone = new Set<string>();
  const changes: Change[] = [];
  let wantsNewest = false;
  let wantsOlder = false;
  let isDue = false;
  let loading: Promise<void> | undefined;
  let fetching: Promise<void> | undefined;

  const ask = (
    signal: AbortSignal,
    query: { ids?: readonly string[]; limit?: number; after?: Cursor } = {},
  ): Promise<Page> => read({ kind: 'wall', filters, limit: pageSize, ...query }, signal);

  /** The newest page, save what is older than all that is shown: `more` brings that. */
  function front(): string[] {
    const ids = head.ids.filter(known.has);
    const end = next === undefined ? -1 : ids.indexOf(order.at(-1) ?? '');
    return end < 0 ? ids : ids.slice(0, end + 1);
  }

  function arrivals(): string[] {
    const shown = new Set(order);
    return front().filter((id) => !shown.has(id));
  }

  /** Lets in the newest page. Where it does not reach down to what is shown, the wall begins anew with it. */
  function letIn(): void {
    const newest = front();
    const shown = new Set(order);
    const reaches = newest.some((id) => shown.has(id) && !alone.has(id));
    order = reaches ? [...new Set([...newest, ...order])] : newest;
    if (!reaches) next = head.after;
    alone.clear();
  }

  /** Lets in what the reader did themselves: nobody waits for that. What is older than all that is shown comes later. */
  function letOwnIn(): void {
    const { letters, put } = $view.value?.putOwn((ids) => known.of(ids), order, next !== undefined) ?? {
      letters: [],
      put: [],
    };
    if (put.length) order = letters.map(({ id }) => id);
    put.forEach(({ id }) => alone.add(id));
  }

  function shown(): WallShown {
    return {
      letters: known.of(order),
      people: known.people,
      total: known.total,
      older: next !== undefined,
      waiting: arrivals().length,
    };
  }

  /** Adds a page of older letters, unless the wall began anew since this was asked for. */
  function append(page: Page, after: Cursor | undefined): void {
    const ids = known.take(page);
    if (next !== after) return;
    order = [...new Set([...order, ...ids])];
    next = page.after;
  }

  /** Finds what changes made stale, among what is here by now. */
  function lookInto({ revision, touched: all }: Change): void {
    const touched = all.filter(({ kind }) => !elsewhere.includes(kind));
    if (!touched.length) return;
    // A person may stand in any letter; a letter only in its own place.
    const isLetters = touched.every(({ kind }) => kind === 'recognition');
    known.doubt(isLetters ? touched.map(({ id }) => id).filter(known.has) : order, revision);
    const own = $view.value?.own ?? new Set();
    known.doubt(
      touched.flatMap(({ id }) => (own.has(id) ? id : [])),
      revision,
    );
    // Only what came or went changes the newest page, and how many there are.
    if (!isLetters || touched.some(({ id, gone }) => gone || !known.has(id))) wantsNewest = true;
  }

  /**
   * What is wanting of the newest page, the stale letters and the page of older ones: all in one, so that it has
   * either brought whatever was wanting or failed.
   */
  async function readAll(signal: AbortSignal): Promise<() => WallShown> {
    changes.splice(0).forEach(lookInto);
    const ids = known.stale;
    const isNewestDue = wantsNewest;
    const after = wantsOlder ? next : undefined;
    wantsNewest = wantsOlder = false;
    const [newest, again, older] = await Promise.all([
      isNewestDue ? ask(signal) : undefined,
      ids.length ? ask(signal, { ids, limit: ids.length }) : undefined,
      after === undefined ? undefined : ask(signal, { after }),
    ]).catch((error: unknown) => {
      wantsNewest ||= isNewestDue;
      throw error;
    });
    return () => {
      if (newest) {
        const arrived = known.take(newest);
        if (known.isNews('the newest page', newest.revision)) head = { ids: arrived, after: newest.after };
      }
      if (again) {
        const here = new Set(known.take(again));
        const gone = ids.filter((id) => !here.has(id));
        known.drop(gone, again.revision);
        order = order.filter(known.has);
        // Nobody said that they went: what is older moves up, and only the newest page tells how far.
        if (gone.length && !newest) wantsNewest = isDue = true;
      }
      if (older) append(older, after);
      if (order.length) letOwnIn();
      else letIn();
      return shown();
    };
  }

  /** Loads, and once more where that was asked for meanwhile: what arrives then may be from before a change. */
  function load(): Promise<void> {
    isDue = true;
    loading ??= (async () => {
      while (isDue) {
        isDue = false;
        await loader.load(readAll);
      }
      loading = undefined;
    })();
    return loading;
  }

  function reload(): void {
    known.doubt(order, -Infinity);
    wantsNewest = true;
    void load();
  }

  function begin(): () => void {
    reload();
    const unwatch = watch((change) => {
      changes.push(change);
      void load();
    });
    return () => {
      unwatch();
      isDue = wantsOlder = false;
      loader.stop();
    };
  }

  function see(view: View, wall: WallShown): WallShown {
    const letters = view.letters(wall.letters, known.revisionOf);
    return letters === wall.letters ? wall : { ...wall, letters };
  }

  return {
    $shown: viewed($confirmed, $view, see, begin),
    reload,
    showNew() {
      if (!arrivals().length) return;
      letIn();
      $confirmed.set({ ...$confirmed.value, value: shown() });
    },
    more() {
      if (next === undefined) return Promise.resolve();
      wantsOlder ||= !fetching;
      fetching ??= load().finally(() => (fetching = undefined));
      return fetching;
    },
  };
}
