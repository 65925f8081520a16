import { env } from 'node:process';
import type { Storage } from '@kith/server';
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
