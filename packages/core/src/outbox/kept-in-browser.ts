import { byAbout, transact, type DatabaseOptions } from './database.js';
import type { Keep, Kept } from './keep.js';
import { keptInTab } from './kept-in-tab.js';
import { byKey } from './waiting.js';

/**
 * Keeps wishes in IndexedDB, made by the first of them, never by looking. What nobody signed stays in this tab, where
 * nobody else can come by and sign it.
 */
export function keptInBrowser(options: DatabaseOptions = {}, tab: Keep = keptInTab()): Keep {
  async function find(range: () => IDBKeyRange, inTab: Promise<Kept[]>): Promise<Kept[]> {
    const ofTab = await inTab.catch(() => []);
    const act = (rows: IDBObjectStore) => rows.index(byAbout).getAll(range()) as IDBRequest<Kept[]>;
    const onDisk = await transact({ table: 'waiting', aim: 'look', act }, options).catch((error: unknown) => {
      if (ofTab.length) return [];
      throw error;
    });
    return [...(onDisk ?? []), ...ofTab].sort(byKey);
  }

  return {
    async put(kept) {
      if (!kept.intent.actor) return tab.put(kept);
      await transact({ table: 'waiting', aim: 'add', act: (rows) => rows.put(kept) }, options);
      await tab.remove(kept.intent.key);
    },
    async remove(key) {
      await tab.remove(key);
      await transact({ table: 'waiting', aim: 'remove', act: (rows) => rows.delete(key) }, options);
    },
    // Lists come after all strings.
    all: (place) => find(() => IDBKeyRange.bound([place], [place, []]), tab.all(place)),
    about: (place, about) => find(() => IDBKeyRange.only([place, about]), tab.about(place, about)),
  };
}
