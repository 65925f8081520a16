import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Storage } from '@kith/server';
import { startPostgres } from './postgres.js';
import { found } from './sites.js';

/** Where real processes keep a village: how they are told of it, and how a test looks at it when they are gone. */
export interface Place {
  env: Record<string, string>;
  storage: Storage;
  /** Leaves nothing of it. */
  close(): Promise<void>;
}

const site = { KITH_PROXIES: '127.0.0.1', LOG_LEVEL: 'info' };

export interface PlaceKind {
  name: string;
  /** How many processes may serve from it. */
  processes: number;
  open(): Promise<Place>;
}

async function onDisk(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-place-'));
  const storage = { folder: join(folder, 'database') };
  await found(storage, 'village');
  return {
    env: { ...site, KITH_DATA: folder },
    storage,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function inPostgres(): Promise<Place> {
  const postgres = await startPostgres();
  const url = postgres.fresh();
  await found({ url }, 'village');
  return { env: { ...site, DATABASE_URL: url }, storage: { url }, close: () => postgres.close() };
}

/** The embedded database on a disk, and a real one where `KITH_POSTGRES` is set. */
export const places: PlaceKind[] = [
  { name: 'the embedded database', processes: 1, open: onDisk },
  ...(env['KITH_POSTGRES'] ? [{ name: 'PostgreSQL', processes: 2, open: inPostgres }] : []),
];
