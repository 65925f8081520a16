import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { connect } from '../db/database.js';
import { openDatabase } from '../db/database.js';
import type { Database } from '../db/schema.js';
import { requireFolder } from './environment.js';
import { lockFolder } from './folder-lock.js';
import { Mistake } from './mistake.js';

/** Where communities are kept: the embedded database's folder, or the address of a PostgreSQL. */
export type Place = { folder: string } | { url: string };

/** A database, and the way to let it and its place go. */
export interface Opened {
  db: Database;
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** How the database is opened. Default: brought up to date. */
  open?: typeof connect;
  /** Answers another process that wants something of who has the folder. */
  answer?: (said: string, socket: Socket, db: Database) => void;
}

/** Opens a place; nobody else may use a folder meanwhile. Rejects with a `Mistake` where it cannot be used. */
export async function openPlace(place: Place, { open = openDatabase, answer }: OpenOptions = {}): Promise<Opened> {
  if ('url' in place) {
    const db = await open(place).catch((error: unknown) => {
      throw new Mistake(`DATABASE_URL leads to no database that can be used: ${reasonOf(error)}.`);
    });
    return { db, close: () => db.destroy() };
  }
  requireFolder(place.folder);
  let db: Database | undefined;
  const release = await lockFolder(place.folder, (said, socket) =>
    db && answer ? answer(said, socket, db) : socket.end(),
  );
  try {
    const opened = (db = await open({ folder: databaseIn(place.folder) }));
    return { db: opened, close: () => opened.destroy().then(release) };
  } catch (error) {
    await release();
    throw new Mistake(`The database in KITH_DATA ("${place.folder}") cannot be opened: ${reasonOf(error)}.`);
  }
}

/** Whether anything was ever kept in a folder. */
export const isBegun = (folder: string): boolean => existsSync(databaseIn(folder));

const databaseIn = (folder: string) => join(folder, 'database');

/** Why it was, in a few words: the innermost reason, which knows. */
function reasonOf(error: unknown): string {
  const { cause, message = '', code } = error as { cause?: unknown; message?: string; code?: string };
  return cause === undefined ? (message || code || String(error)).replace(/\.$/, '') : reasonOf(cause);
}
