import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Member, Recognition } from './document.js';
import type { Answer, Cursor, WallFilters } from './provider.js';
import { createLoader, type Loaded, type Read, type Watch } from './store.js';

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

/** A wall that grows page by page, and keeps what it shows current without moving it under the reader's eyes. */
export function createWall(filters: WallFilters, pageSize: number, read: Read, watch: Watch, now: () => Date): Wall {
  const $shown = atom<Loaded<WallShown>>({ state: 'loading' });
  const loader = createLoader($shown, now);
  const letters = new Map<string, Recognition>();
  /** The revision each letter and member was last seen at, and letters that went: `id`, `member id`. */
  const seen = new Map<string, number>();
  let people = new Map<string, Member>();
  let order: string[] = [];
  let waiting: string[] = [];
  let next: Cursor | undefined;
  let nextAfterWaiting: Cursor | undefined;
  let total = 0;
  let newest = -Infinity;
  let fetching: Promise<void> | undefined;

  const ask = (signal: AbortSignal, query: { ids?: readonly string[]; after?: Cursor } = {}): Promise<Page> =>
    read({ kind: 'wall', filters, limit: pageSize, ...query }, signal);

  /** Whether this revision of a row is news; remembers it if so. */
  function isNews(row: string, revision: number): boolean {
    if ((seen.get(row) ?? -Infinity) > revision) return false;
    seen.set(row, revision);
    return true;
  }

  /** Takes what is newer of what arrived, letter by letter and person by person. */
  function take({ letters: arrived, people: named, total: all, revision }: Page): string[] {
    if (revision >= newest) [newest, total] = [revision, all];
    for (const member of named) {
      if (!isNews(`member ${member.id}`, revision)) continue;
      const known = people.get(member.id);
      if (known && same(known, member)) continue;
      if (known) people = new Map(people);
      people.set(member.id, member);
    }
    for (const letter of arrived) {
      if (!isNews(letter.id, revision)) continue;
      const known = letters.get(letter.id);
      if (!known || !same(known, letter)) letters.set(letter.id, letter);
    }
    return arrived.map(({ id }) => id).filter((id) => letters.has(id));
  }

  function drop(ids: readonly string[], revision: number): void {
    for (const id of ids) if (isNews(id, revision)) letters.delete(id);
    order = order.filter((id) => letters.has(id));
    waiting = waiting.filter((id) => letters.has(id));
  }

  function shown(): WallShown {
    return {
      letters: order.flatMap((id) => letters.get(id) ?? []),
      people,
      total,
      older: next !== undefined,
      waiting: waiting.length,
    };
  }

  /** The newest page: shows itself, or, where letters are shown already, says how many wait before them. */
  const loadHead = () =>
    loader.load(async (signal) => {
      const page = await ask(signal);
      return () => {
        const ids = take(page);
        const known = new Set(order);
        if (known.size === 0) {
          order = ids;
          next = page.after;
        } else {
          waiting = ids.filter((id) => !known.has(id));
          // A whole page arrived: what lies between it and the letters shown is not known.
          nextAfterWaiting = waiting.length === ids.length ? page.after : undefined;
        }
        return shown();
      };
    });

  /** Asks again for letters that are shown; those no longer there go. */
  const refresh = (ids: readonly string[]) =>
    loader.load(async (signal) => {
      const page = await ask(signal, { ids });
      return () => {
        const here = new Set(take(page));
        drop(
          ids.filter((id) => !here.has(id)),
          page.revision,
        );
        return shown();
      };
    });

  onMount($shown, () => {
    const load = (ids: readonly string[]) => {
      if (ids.length) void refresh(ids);
      void loadHead();
    };
    load(order);
    const unwatch = watch(({ touched }) => {
      // A person may stand in any letter; a letter only in its own place.
      const anyLetter = touched.some(({ kind }) => kind !== 'recognition');
      load(anyLetter ? order : touched.map(({ id }) => id).filter((id) => letters.has(id)));
    });
    return () => {
      unwatch();
      loader.stop();
    };
  });

  return {
    $shown,
    reload: () => void loadHead(),
    showNew() {
      order = nextAfterWaiting === undefined ? [...waiting, ...order] : waiting;
      next = nextAfterWaiting ?? next;
      waiting = [];
      nextAfterWaiting = undefined;
      $shown.set({ state: 'ready', value: shown() });
    },
    more() {
      const after = next;
      if (after === undefined) return Promise.resolve();
      fetching ??= loader
        .load(async (signal) => {
          const page = await ask(signal, { after });
          return () => {
            const known = new Set([...order, ...waiting]);
            order = [...order, ...take(page).filter((id) => !known.has(id))];
            next = page.after;
            return shown();
          };
        })
        .finally(() => (fetching = undefined));
      return fetching;
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
