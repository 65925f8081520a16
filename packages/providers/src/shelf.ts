import type { CommunityDocument } from '@kith/core';
import { ownDatabases, type KnownPieces, type PieceMap, type PieceName, type Taken } from '@kith/core/rules';

/** A community as it is kept: its pieces, and what else its document says. */
export interface Held {
  readonly frame: CommunityDocument;
  readonly pieces: PieceMap;
  readonly revision: number;
}

/** What can be done while nobody else can. Nothing but its own promises may be waited for. */
export interface Writing {
  readonly revision: number;
  /** All there is. */
  held(): Promise<Held>;
  piece(name: PieceName): Promise<object | undefined>;
  taken(key: string): Promise<Taken | undefined>;
  /** Makes the next revision. */
  change(changes: KnownPieces): Promise<void>;
  /** Makes the next revision of something else. */
  replace(held: Omit<Held, 'revision'>): Promise<void>;
  take(taken: Taken): Promise<void>;
}

/** Where a community is kept on a device. Rejects with `Refused` where the browser keeps nothing. */
export interface Shelf {
  /** What is kept, which is `known` where that is still so; `undefined` where nothing is. Makes no database. */
  read(known?: Held): Promise<Held | undefined>;
  /**
   * Does all of `act` or nothing, and nothing else meanwhile, in any tab; on the disk once it resolves. Where nothing is
   * kept yet, `first` is. What `act` throws undoes it.
   */
  write<T>(first: Held, act: (writing: Writing) => Promise<T>): Promise<T>;
}

/** The browser keeps nothing here, or no more. */
export class Refused extends Error {}

const stores = ['community', 'pieces', 'taken'] as const;

interface Row {
  /** Where it stands among the pieces: they are read in the order they came in. */
  place?: number;
  name: PieceName;
  piece: object;
}
type Kept = Pick<Held, 'frame' | 'revision'>;

/**
 * Keeps in IndexedDB. The database is opened for one operation and closed after it, so that the page can rest in the
 * back-forward cache. Some browsers forbid a page even to look for `factory`.
 */
export function createShelf(database: string, factory: () => IDBFactory | undefined = ownDatabases): Shelf {
  /** Whether the database is there is asked until it is. */
  let isThere = false;

  async function within<T>(mode: IDBTransactionMode, act: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const opened = await open(factory, database).catch((cause: unknown) => {
      throw isThere ? cause : new Refused('This browser keeps nothing.', { cause });
    });
    isThere = true;
    try {
      const transaction = opened.transaction(stores, mode, { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(abortedBy(transaction.error));
      });
      const result = await act(transaction).catch(async (error: unknown) => {
        if (!transaction.error) transaction.abort();
        await done.catch((cause: unknown) => {
          if (cause instanceof Refused) throw cause;
        });
        throw error;
      });
      await done;
      return result;
    } finally {
      opened.close();
    }
  }

  return {
    async read(known) {
      isThere ||= await isIn(factory, database);
      if (!isThere) return undefined;
      return within('readonly', async (transaction) => {
        const kept = (await asked(transaction.objectStore('community').get('kept'))) as Kept | undefined;
        if (!kept || kept.revision === known?.revision) return kept && known;
        return { ...kept, pieces: await allIn(transaction.objectStore('pieces')) };
      });
    },
    write: (first, act) =>
      within('readwrite', async (transaction) => {
        const [community, pieces, taken] = stores.map((name) => transaction.objectStore(name)) as [
          IDBObjectStore,
          IDBObjectStore,
          IDBObjectStore,
        ];
        const kept = ((await asked(community.get('kept'))) as Kept | undefined) ?? (await fill(first));
        const rowOf = (name: PieceName) => asked<Row | undefined>(pieces.index('name').get(name));

        async function fill({ frame, revision, pieces: all }: Held): Promise<Kept> {
          for (const [name, piece] of all) pieces.add({ name, piece });
          await asked(community.put({ frame, revision }, 'kept'));
          return { frame, revision };
        }

        return act({
          revision: kept.revision,
          held: async () => ({ ...kept, pieces: await allIn(pieces) }),
          piece: async (name) => (await rowOf(name))?.piece,
          taken: (key) => asked(taken.get(key)),
          async change(changes) {
            for (const [name, piece] of changes) {
              const row = await rowOf(name);
              if (piece) pieces.put({ ...row, name, piece });
              else if (row?.place !== undefined) pieces.delete(row.place);
            }
            await asked(community.put(next(kept), 'kept'));
          },
          async replace(held) {
            pieces.clear();
            await fill({ ...held, revision: kept.revision + 1 });
          },
          take: async (wish) => void (await asked(taken.add(wish))),
        });
      }),
  };
}

async function allIn(pieces: IDBObjectStore): Promise<PieceMap> {
  const rows = await asked<Row[]>(pieces.getAll());
  return new Map(rows.map(({ name, piece }) => [name, piece]));
}

/** The same as the revision after it. */
function next<H extends { revision: number }>(held: H): H {
  return { ...held, revision: held.revision + 1 };
}

/** Keeps as long as the page lives, beginning with `held`: where the browser keeps nothing. */
export function createPageShelf(held: Held | undefined): Shelf {
  const allTaken = new Map<string, Taken>();
  let turn: Promise<unknown> = Promise.resolve();

  async function write<T>(first: Held, act: (writing: Writing) => Promise<T>): Promise<T> {
    let draft = held ?? first;
    const wishes: Taken[] = [];
    const result = await act({
      revision: draft.revision,
      held: async () => draft,
      piece: async (name) => draft.pieces.get(name),
      taken: async (key) => allTaken.get(key),
      async change(changes) {
        draft = next({ ...draft, pieces: withChanges(draft.pieces, changes) });
      },
      async replace(other) {
        draft = next({ ...other, revision: draft.revision });
      },
      take: async (wish) => void wishes.push(wish),
    });
    held = draft;
    for (const wish of wishes) allTaken.set(wish.key, wish);
    return result;
  }

  return {
    read: async () => held,
    write(first, act) {
      const mine = turn.then(() => write(first, act));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** The pieces as changes leave them, in their order. */
export function withChanges(pieces: PieceMap, changes: KnownPieces): PieceMap {
  const after = new Map(pieces);
  for (const [name, piece] of changes) {
    if (piece) after.set(name, piece);
    else after.delete(name);
  }
  return after;
}

/** Whether there is such a database, which opening it would make. */
async function isIn(factory: () => IDBFactory | undefined, database: string): Promise<boolean> {
  try {
    const its = factory();
    if (!its) throw new Error('There is no IndexedDB.');
    // Some browsers cannot list theirs.
    if (!its.databases) return await isOpened(its, database);
    return (await its.databases()).some(({ name }) => name === database);
  } catch (cause) {
    throw new Refused('This browser keeps nothing.', { cause });
  }
}

/** Whether there is one to open; one that this would make is not made. */
function isOpened(factory: IDBFactory, database: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = factory.open(database, 1);
    let isNone = false;
    request.onupgradeneeded = () => {
      isNone = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => (isNone ? resolve(false) : reject(request.error ?? new Error('No database.')));
  });
}

async function open(factory: () => IDBFactory | undefined, database: string): Promise<IDBDatabase> {
  const request = factory()?.open(database, 1);
  if (!request) throw new Error('There is no IndexedDB.');
  request.onupgradeneeded = () => {
    request.result.createObjectStore('community');
    request.result
      .createObjectStore('pieces', { keyPath: 'place', autoIncrement: true })
      .createIndex('name', 'name', { unique: true });
    request.result.createObjectStore('taken', { keyPath: 'key' });
  };
  return asked(request);
}

function asked<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The browser gave no answer.'));
  });
}

function abortedBy(error: DOMException | null): Error {
  if (error?.name === 'QuotaExceededError') return new Refused('This browser keeps no more.', { cause: error });
  return error ?? new Error('The browser gave up keeping it.');
}
