import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Member, Recognition } from './document.js';
import type { Answer, Change, Cursor, WallFilters } from './provider.js';
import { spokenOf } from './spoken-of.js';
import { createLoader, type Loaded, type Store } from './store.js';

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

/** The wall of a choice of letters; the same for all who ask the store for the same. `pageSize` counts letters. */
export function wallOf(store: Store, filters: WallFilters, pageSize: number): Wall {
  return store.once(['wall', filters, pageSize], () => createWall(store, filters, pageSize));
}

/** A wall that grows page by page, and keeps what it shows current without moving it under the reader's eyes. */
function createWall({ read, watch, now }: Store, filters: WallFilters, pageSize: number): Wall {
  const $shown = atom<Loaded<WallShown>>({ state: 'loading' });
  const loader = createLoader($shown, now);
  const letters = new Map<string, Recognition>();
  /** The revision each letter and member was last heard of at, there or gone: `id`, `member id`. */
  const heard = new Map<string, number>();
  /** Letters to ask for again, each with the revision that will do. */
  const stale = new Map<string, number>();
  let people = new Map<string, Member>();
  let order: string[] = [];
  let next: Cursor | undefined;
  /** The newest page, let in or not. */
  let head: { ids: string[]; after: Cursor | undefined; revision: number } = {
    ids: [],
    after: undefined,
    revision: -Infinity,
  };
  let total = { of: 0, revision: -Infinity };
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

  /** Whether this revision of a row is news; remembers it if so. */
  function isNews(row: string, revision: number): boolean {
    if ((heard.get(row) ?? -Infinity) > revision) return false;
    heard.set(row, revision);
    return true;
  }

  /** Takes what is newer of what arrived, letter by letter and person by person. */
  function take(page: Page): string[] {
    const { letters: arrived, revision } = page;
    if (revision >= total.revision) total = { of: page.total, revision };
    meet(page);
    for (const letter of arrived) {
      if (!isNews(letter.id, revision)) continue;
      const known = letters.get(letter.id);
      if (!known || !same(known, letter)) letters.set(letter.id, letter);
      settle(letter.id, revision);
    }
    return [...new Set(arrived.map(({ id }) => id))].filter((id) => letters.has(id));
  }

  /** Whom a letter speaks of and a page does not name is not public, or no longer. */
  function meet({ letters: arrived, people: named, revision }: Page): void {
    const members = new Map(named.map((member) => [member.id, member]));
    let met = people;
    for (const id of new Set([...members.keys(), ...arrived.flatMap(spokenOf)])) {
      if (id === undefined) continue;
      const isKnown = heard.has(`member ${id}`);
      const member = members.get(id);
      if (!isNews(`member ${id}`, revision) || same(people.get(id), member)) continue;
      if (isKnown && met === people) met = new Map(people);
      if (member) met.set(id, member);
      else met.delete(id);
    }
    people = met;
  }

  function drop(ids: readonly string[], revision: number): void {
    for (const id of ids) {
      if (isNews(id, revision)) letters.delete(id);
      settle(id, revision);
    }
    order = order.filter((id) => letters.has(id));
  }

  function unsettle(id: string, revision: number): void {
    stale.set(id, Math.max(revision, stale.get(id) ?? -Infinity));
  }

  function settle(id: string, revision: number): void {
    if (revision >= (stale.get(id) ?? Infinity)) stale.delete(id);
  }

  /** The newest page, save what is older than all that is shown: `more` brings that. */
  function front(): string[] {
    const ids = head.ids.filter((id) => letters.has(id));
    const end = next === undefined ? -1 : ids.indexOf(order.at(-1) ?? '');
    return end < 0 ? ids : ids.slice(0, end + 1);
  }

  function arrivals(): string[] {
    const known = new Set(order);
    return front().filter((id) => !known.has(id));
  }

  /** Lets in the newest page. Where it does not reach down to what is shown, the wall begins anew with it. */
  function letIn(): void {
    const newest = front();
    const known = new Set(order);
    const reaches = newest.some((id) => known.has(id));
    order = reaches ? [...new Set([...newest, ...order])] : newest;
    if (!reaches) next = head.after;
  }

  function shown(): WallShown {
    return {
      letters: order.flatMap((id) => letters.get(id) ?? []),
      people,
      total: total.of,
      older: next !== undefined,
      waiting: arrivals().length,
    };
  }

  /** Adds a page of older letters, unless the wall began anew since this was asked for. */
  function append(page: Page, after: Cursor | undefined): void {
    const ids = take(page);
    if (next !== after) return;
    order = [...new Set([...order, ...ids])];
    next = page.after;
  }

  /** Finds what changes made stale, among what is here by now. */
  function lookInto({ revision, touched }: Change): void {
    // A person may stand in any letter; a letter only in its own place.
    const isLetters = touched.every(({ kind }) => kind === 'recognition');
    const ids = isLetters ? touched.map(({ id }) => id).filter((id) => letters.has(id)) : order;
    for (const id of ids) unsettle(id, revision);
    // Only what came or went changes the newest page, and how many there are.
    if (!isLetters || touched.some(({ id, gone }) => gone || !letters.has(id))) wantsNewest = true;
  }

  /**
   * What is wanting of the newest page, the stale letters and the page of older ones: all in one, so that it has
   * either brought whatever was wanting or failed.
   */
  async function readAll(signal: AbortSignal): Promise<() => WallShown> {
    changes.splice(0).forEach(lookInto);
    const ids = [...stale.keys()];
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
        const arrived = take(newest);
        if (newest.revision >= head.revision) head = { ids: arrived, after: newest.after, revision: newest.revision };
      }
      if (again) {
        const here = new Set(take(again));
        const gone = ids.filter((id) => !here.has(id));
        drop(gone, again.revision);
        // Nobody said that they went: what is older moves up, and only the newest page tells how far.
        if (gone.length && !newest) wantsNewest = isDue = true;
      }
      if (older) append(older, after);
      if (!order.length) letIn();
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
    for (const id of order) unsettle(id, -Infinity);
    wantsNewest = true;
    void load();
  }

  onMount($shown, () => {
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
  });

  return {
    $shown,
    reload,
    showNew() {
      if (!arrivals().length) return;
      letIn();
      $shown.set({ ...$shown.value, value: shown() });
    },
    more() {
      if (next === undefined) return Promise.resolve();
      wantsOlder ||= !fetching;
      fetching ??= load().finally(() => (fetching = undefined));
      return fetching;
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
