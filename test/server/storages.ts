import { env } from 'node:process';
import { openDatabase, type Storage } from '@kith/server';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from './sites.js';
import { startPostgres } from './postgres.js';

/** A place to keep communities in while tests run. */
export interface Opened {
  storage: Storage;
  close(): Promise<void>;
}

/** Where communities can be kept here: always the embedded database, and a real one where `KITH_POSTGRES` is set. */
export const storages: { name: string; open(): Promise<Opened> }[] = [
  {
    name: 'the embedded database',
    open: async () => ({ storage: { folder: undefined }, close: async () => undefined }),
  },
  ...(env['KITH_POSTGRES']
    ? [
        {
          name: 'PostgreSQL',
          async open() {
            const postgres = await startPostgres();
            return { storage: { url: postgres.fresh() }, close: () => postgres.close() };
          },
        },
      ]
    : []),
];

interface Stored {
  db: Database;
  storage: Storage;
}

/** A database of one's own in such a place, for the tests of one block. */
export function databaseIn(open: () => Promise<Opened>): Readonly<Stored> {
  const here = {} as Stored;
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    here.storage = opened.storage;
    here.db = await openDatabase(opened.storage);
  }, 60_000);
  afterAll(async () => {
    await here.db.destroy();
    await opened.close();
  });
  return here;
}
