import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { connect } from '../db/database.js';
import { dump } from '../db/dump.js';
import { load } from '../db/load.js';
import type { Database } from '../db/schema.js';
import { holderOf } from './folder-lock.js';
import { Mistake } from './mistake.js';
import { isBegun, openPlace, type Place } from './place.js';

/** What a process that wants a backup says to the one that has the folder. */
const REQUEST = 'backup\n';
/** Milliseconds for somebody to take what they asked for: the embedded database does nothing else meanwhile. */
const PATIENCE = 10_000;

/**
 * Writes everything a place keeps, as it is at one moment, into a new file that only its owner may read. Of an embedded
 * database that is being served, whoever serves it is asked. Throws a `Mistake` where there is no backup then.
 */
export async function backup(place: Place, file: string, now: Date): Promise<void> {
  if (existsSync(file)) throw new Mistake(`There is a file "${file}" already.`);
  if ('folder' in place && !isBegun(place.folder))
    throw new Mistake(`There is nothing to back up in "${place.folder}": no community was ever kept there.`);
  const holder = 'folder' in place ? await holderOf(place.folder) : undefined;
  if (holder) {
    holder.write(REQUEST);
    return write(holder, file);
  }
  const { db, close } = await openPlace(place, { open: connect });
  try {
    await write(Readable.from(dump(db, now)), file);
  } finally {
    await close();
  }
}

/** Puts a backup into a place where nothing is kept. Throws a `Mistake` where that cannot be; then nothing is. */
export async function restore(place: Place, file: string): Promise<void> {
  if (!existsSync(file)) throw new Mistake(`There is no file "${file}".`);
  const { db, close } = await openPlace(place, { open: connect });
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip);
  try {
    await Promise.all([load(db, linesOf(gunzip)), reading]);
  } catch (error) {
    throw sentence(error, file);
  } finally {
    await close();
  }
}

/** Gives another process the backup it asks for. */
export function giveBackup(said: string, socket: Socket, db: Database): void {
  if (said !== REQUEST) return void socket.destroy();
  socket.setTimeout(PATIENCE, () => socket.destroy());
  // Who went away has been told enough.
  pipeline(Readable.from(dump(db, new Date())), socket).catch(() => socket.destroy());
}

/** Under its name there is a whole file or none. */
async function write(source: Readable, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(source, whole, createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
  } catch (error) {
    throw sentence(error, file);
  }
  renameSync(part, file);
}

/** Passes on what it gets, and throws where the last line is missing: a number stands in no other. */
async function* whole(source: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | string> {
  let last = '';
  for await (const chunk of source) {
    last = (last + String(chunk)).slice(-32);
    yield chunk;
  }
  if (!/\n\d+\n$/.test(last)) throw new Error('It ended early: who serves was stopped, or could not read it all.');
}

async function* linesOf(source: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of source.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

/** The system's own words where there are none of ours. */
function sentence(error: unknown, file: string): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return new Mistake(`"${file}" is no whole backup of Kith.`);
  return new Mistake(`"${file}": ${message}`);
}
