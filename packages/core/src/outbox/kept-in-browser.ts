import type { Keep, Kept } from './outbox.js';

const database = 'kith-outbox';
const store = 'waiting';

/**
 * Keeps wishes in IndexedDB, each written strictly: it is on the disk once the promise resolves. The database is opened
 * for one operation and closed after it, so that the page can rest in the back-forward cache, and made by the first wish,
 * never by looking.
 */
export function keptInBrowser(factory: IDBFactory | undefined = globalThis.indexedDB): Keep {
  return {
    put: (kept) => within(factory, 'readwrite', true, (rows) => rows.put(kept)).then(() => undefined),
    remove: (key) => within(factory, 'readwrite', false, (rows) => rows.delete(key)).then(() => undefined),
    async all(place) {
      const all = await within<Kept[]>(factory, 'readonly', false, (rows) => rows.getAll());
      // Keys begin with their time.
      return (all ?? []).filter((kept) => kept.place === place);
    },
  };
}

/** One transaction; `undefined` where there is no database yet and none is to be made. */
async function within<T>(
  factory: IDBFactory | undefined,
  mode: IDBTransactionMode,
  make: boolean,
  act: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (!factory) throw new Error('This browser keeps nothing.');
  const opened = await open(factory, make);
  if (!opened) return undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(store, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser gave up keeping it.'));
    });
  } finally {
    opened.close();
  }
}

async function open(factory: IDBFactory, make: boolean): Promise<IDBDatabase | undefined> {
  if (!make && !(await factory.databases()).some(({ name }) => name === database)) return undefined;
  return new Promise((resolve, reject) => {
    const request = factory.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'intent.key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No database.'));
  });
}
