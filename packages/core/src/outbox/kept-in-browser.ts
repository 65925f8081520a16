import { byAbout, transact, type DatabaseOptions } from './database.js';
import type { Keep, Kept } from './keep.js';
import { keptInTab } from './kept-in-tab.js';
import { byKey } from './waiting.js';

/**
 * What is written of a wish: the wish itself, once, by the tab it was made in; and why it was refused, in a row of its own.
 * So a tab that hears of a refusal late brings nothing back that another removed.
 */
type Row = Kept | (Pick<Kept, 'place' | 'about' | 'refusal'> & { intent: { key: string } });

const refusalOf = (key: string) => `${key} refused`;

/**
 * Keeps wishes in IndexedDB, made by the first of them, never by looking. What nobody signed stays in this tab, where
 * nobody else can come by and sign it.
 */
export function keptInBrowser(options: DatabaseOptions = {}, tab: Keep = keptInTab()): Keep {
  async function find(range: () => IDBKeyRange, inTab: Promise<Kept[]>): Promise<Kept[]> {
    const ofTab = await inTab.catch(() => []);
    const act = (rows: IDBObjectStore) => rows.index(byAbout).getAll(range()) as IDBRequest<Row[]>;
    const onDisk = await transact({ table: 'waiting', aim: 'look', act }, options).catch((error: unknown) => {
      if (ofTab.length) return [];
      throw error;
    });
    return [...together(onDisk ?? []), ...ofTab].sort(byKey);
  }

  async function mark({ place, about, intent, refusal }: Kept): Promise<void> {
    const key = refusalOf(intent.key);
    const said: Row | undefined = refusal && { place, about, intent: { key }, refusal };
    const act = (rows: IDBObjectStore) => (said ? rows.put(said) : rows.delete(key)) as IDBRequest<unknown>;
    await transact({ table: 'waiting', aim: 'remove', act }, options);
  }

  return {
    async put(kept) {
      const { refusal, ...wish } = kept;
      if (!kept.intent.actor) return tab.put(kept);
      await transact({ table: 'waiting', aim: 'add', act: (rows) => rows.put(wish) }, options);
      if (refusal) await mark(kept);
      await tab.remove(kept.intent.key);
    },
    async mark(kept) {
      if (await tab.has(kept.intent.key).catch(() => false)) return tab.mark(kept);
      return mark(kept);
    },
    async has(key) {
      if (await tab.has(key).catch(() => false)) return true;
      const act = (rows: IDBObjectStore) => rows.count(key);
      const count = await transact({ table: 'waiting', aim: 'look', act }, options);
      if (count === undefined) throw new Error('There is no database any more.');
      return count > 0;
    },
    async remove(key) {
      await tab.remove(key);
      const act = (rows: IDBObjectStore) => rows.delete(IDBKeyRange.bound(key, refusalOf(key)));
      await transact({ table: 'waiting', aim: 'remove', act }, options);
    },
    // Lists come after all strings.
    all: (place) => find(() => IDBKeyRange.bound([place], [place, []]), tab.all(place)),
    about: (place, about) => find(() => IDBKeyRange.only([place, about]), tab.about(place, about)),
  };
}

/** The wishes in these rows, each with its refusal. */
function together(rows: Row[]): Kept[] {
  const refusals = new Map(rows.map(({ intent, refusal }) => [intent.key, refusal]));
  return rows.flatMap((row) => {
    const refusal = refusals.get(refusalOf(row.intent.key));
    return 'name' in row.intent ? { ...(row as Kept), ...(refusal && { refusal }) } : [];
  });
}
