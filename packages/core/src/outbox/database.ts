import { ownDatabases } from './own-databases.js';

const name = 'kith-outbox';
/** Each table, with what its rows are found by. */
const tables = { waiting: 'intent.key', guests: 'place' } as const;
/** The index of what goes one after another. */
export const byAbout = 'about';

export interface DatabaseOptions {
  factory?: IDBFactory | undefined;
  /** Milliseconds after which a database that says nothing counts as none. Default 5,000. */
  patience?: number;
}

interface Step<T> {
  table: keyof typeof tables;
  /** Only `add` makes the database; looking never does. */
  aim: 'look' | 'add' | 'remove';
  act: (rows: IDBObjectStore) => IDBRequest<T>;
}

/**
 * One transaction, on the disk once the promise resolves; `undefined` where there is no database. It is opened for this
 * and closed after it, so that the page can rest in the back-forward cache and is in nobody's way.
 */
export async function transact<T>(step: Step<T>, options: DatabaseOptions = {}): Promise<T | undefined> {
  const { factory = ownDatabases(), patience = 5000 } = options;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('The database says nothing.')), patience);
  const gaveUp = new Promise<never>((_, reject) => {
    late.signal.addEventListener('abort', () => reject(late.signal.reason));
  });
  try {
    return await Promise.race([carryOut(factory, step, late.signal), gaveUp]);
  } finally {
    clearTimeout(timer);
  }
}

async function carryOut<T>(
  factory: IDBFactory | undefined,
  { table, aim, act }: Step<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  if (!factory) throw new Error('This browser keeps nothing.');
  const opened = await open(factory, aim === 'add');
  if (!opened) return undefined;
  try {
    signal.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      const mode = aim === 'look' ? 'readonly' : 'readwrite';
      const begun = opened.transaction(table, mode, { durability: 'strict' });
      const request = act(begun.objectStore(table));
      // At once: a tab that is frozen before its answer comes would keep all others waiting. What is committed is past
      // being given up.
      if (begun.commit) begun.commit();
      else signal.addEventListener('abort', () => begun.abort());
      begun.oncomplete = () => resolve(request.result);
      begun.onabort = () => reject(begun.error ?? new Error('The browser gave up keeping it.'));
    });
  } finally {
    opened.close();
  }
}

async function open(factory: IDBFactory, mayMake: boolean): Promise<IDBDatabase | undefined> {
  // Browsers that cannot list theirs are told below not to make it.
  const there = mayMake ? undefined : await factory.databases?.();
  if (there && !there.some((each) => each.name === name)) return undefined;
  return new Promise((resolve, reject) => {
    // Of whatever version it is, so that a newer Kith on this site is no obstacle.
    const request = factory.open(name);
    let isNone = false;
    request.onupgradeneeded = () => {
      isNone = !mayMake;
      if (isNone) return request.transaction?.abort();
      for (const [table, keyPath] of Object.entries(tables)) request.result.createObjectStore(table, { keyPath });
      request.transaction?.objectStore('waiting').createIndex(byAbout, ['place', 'about']);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isNone ? resolve(undefined) : reject(request.error ?? new Error('No database.')));
  });
}
