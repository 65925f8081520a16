import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '@kith/core';
import { newKey, type Intent } from '@kith/core/rules';
import { main, openDatabase, replace, serve, take, within, type Place } from '@kith/server';
import { dump } from '../../packages/server/src/db/dump.js';
import { load } from '../../packages/server/src/db/load.js';
import { migrations } from '../../packages/server/src/db/migrations.js';
import { openPlace } from '../../packages/server/src/run/place.js';
import { village } from '../core/village.js';
import { fillAll, keptIn, outOfOrder } from './kept.js';
import { storages } from './storages.js';

const folder = mkdtempSync(join(tmpdir(), 'kith-backup-'));
const closing: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true, force: true }))];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
}, 60_000);
let n = 0;
const named = (name: string) => join(folder, `${++n}-${name}`);
const embedded = async (): Promise<Place> => ({ folder: named('data') });

const log = pino({ level: 'silent' });

/** Runs a command at a place. */
async function run(place: Place, ...args: string[]) {
  const complaints: string[] = [];
  const env = 'url' in place ? { DATABASE_URL: place.url } : { KITH_DATA: place.folder };
  const complain = (text: string) => void complaints.push(text);
  const code = await main({ args, env, print: () => undefined, complain, stop: Promise.resolve(), log });
  return { code, complaints: complaints.join('\n') };
}

/** Does something with a place's database that nobody serves. */
async function at<T>(place: Place, act: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const { db, close } = await openPlace(place);
  return act(db).finally(close);
}

const guest = { authorization: `Kith-Guest ${'ab'.repeat(16)}` };
const key = newKey();
const countIn = async (base: string, wish: string) => {
  const body = JSON.stringify({ key: wish, name: 'with-us', detail: { on: true } });
  const response = await fetch(`${base}/intents`, { method: 'POST', headers: guest, body });
  return (await response.json()) as { revision: number };
};

/** A community with a row in each table, which somebody has begun to use. */
async function lively(place: Place) {
  await at(place, async (db) => {
    await within(db, 'village', (trx) => replace(trx, 'village', village()));
    await fillAll(db, 'village');
    await sql`insert into change select 'village', n, '[]' from generate_series(2, 1300) n`.execute(db);
    await sql`update home set revision = 1300`.execute(db);
  });
}

const ways: [string, () => Promise<Place>, () => Promise<Place>][] = [
  ['the embedded database, and into another', embedded, embedded],
];
if (storages[1]) {
  const { open } = storages[1];
  const postgres = async () => {
    const { storage, close } = await open();
    closing.push(close);
    return storage as Place;
  };
  ways.push(['the embedded database, through PostgreSQL, and back', postgres, embedded]);
}

describe.each(ways)('a backup of %s', (_, second, third) => {
  it('holds every row of every table, and a page goes on where it was', async () => {
    const [from, over, to] = [await embedded(), await second(), await third()];
    await lively(from);
    const files = [named('served.kith'), named('resting.kith')] as const;

    // Of one that is being served, whoever serves it is asked.
    const first = await serve({ place: from, port: 0, log });
    const receipt = await countIn(`http://${first.address}/v1/village`, key);
    expect(await run(from, 'backup', files[0])).toEqual({ code: 0, complaints: '' });
    await first.close();
    expect(statSync(files[0]).mode & 0o777).toBe(0o600);
    expect(await run(over, 'restore', files[0])).toEqual({ code: 0, complaints: '' });
    expect(await run(over, 'backup', files[1])).toEqual({ code: 0, complaints: '' });
    expect(await run(to, 'restore', files[1])).toEqual({ code: 0, complaints: '' });

    const before = await at(from, keptIn);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(Object.entries(before).filter(([, rows]) => !rows.length)).toEqual([]);
    expect(before.change).toHaveLength(1301);
    expect(await at(over, keptIn)).toEqual(before);
    expect(await at(to, keptIn)).toEqual(before);
    expect(await at(to, outOfOrder)).toEqual([]);

    const last = await serve({ place: to, port: 0, log });
    const base = `http://${last.address}/v1/village`;
    const since = async (id: number) =>
      (await (await fetch(`${base}/changes`, { headers: { 'last-event-id': String(id) } })).json()) as Change;
    expect(await since(receipt.revision)).toEqual({ revision: receipt.revision, touched: [] });
    expect(await countIn(base, key)).toEqual(receipt);
    const next = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: false } });
    await fetch(`${base}/intents`, { method: 'POST', headers: guest, body: next });
    expect(await since(receipt.revision)).toEqual({
      revision: receipt.revision + 1,
      touched: [{ kind: 'purpose', id: 'purpose' }],
    });
    await last.close();
  }, 240_000);
});

describe('a backup', () => {
  const good = named('good.kith');
  let source: Place;
  /** Where nothing was ever kept, though somebody looked. */
  let empty: Place;
  beforeAll(async () => {
    [source, empty] = [await embedded(), await embedded()];
    await lively(source);
    await run(source, 'backup', good);
    await run(empty, 'community', 'list');
  }, 120_000);

  /** The good one, otherwise. */
  const changed = (change: (text: string) => string) => {
    const file = named('changed.kith');
    writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(good)).toString())));
    return file;
  };

  it('is made of what there is, and under a new name', async () => {
    expect(await run(source, 'backup', good)).toEqual({ code: 1, complaints: `There is a file "${good}" already.` });
    expect(await run(await embedded(), 'backup', named('none.kith'))).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('nothing to back up'),
    });
    expect(await run(source, 'backup')).toMatchObject({ code: 1, complaints: 'Say which file, and nothing else.' });
    expect(await run(source, 'backup', join(folder, 'nowhere', 'x'))).toMatchObject({ code: 1 });
  }, 60_000);

  it('goes nowhere where something is kept', async () => {
    const before = await at(source, keptIn);
    expect(await run(source, 'restore', good)).toEqual({
      code: 1,
      complaints: `"${good}": There are communities here already: restore into a place that is empty.`,
    });
    expect(await at(source, keptIn)).toEqual(before);
  }, 60_000);

  it('of a newer Kith, or that is none or not whole, is refused in a sentence, and leaves the place as it was', async () => {
    const half = named('half.kith');
    const bytes = readFileSync(good);
    writeFileSync(half, bytes.subarray(0, bytes.length / 2));
    const text = named('text.kith');
    writeFileSync(text, 'Dear all,\n');
    const newer = expect.stringContaining('A newer Kith made this backup');
    const broken = expect.stringContaining('not whole');
    for (const [file, complaints] of [
      [changed((all) => all.replace('"format":1', '"format":2')), newer],
      [changed((all) => all.replace(/"migration":"[^"]*"/, '"migration":"999 later"')), newer],
      [changed((all) => all.replace(/\n\d+\n$/, '\n')), broken],
      [changed((all) => all.replace('\n"origin"\n', '\n"elsewhere"\n')), broken],
      [changed(() => '{}\n'), expect.stringContaining('no backup of Kith')],
      [changed(() => ''), expect.stringContaining('no backup of Kith')],
      [half, expect.stringContaining('no whole backup')],
      [text, expect.stringContaining('no whole backup')],
      [named('missing.kith'), expect.stringContaining('There is no file')],
    ] as const)
      expect(await run(empty, 'restore', file), file).toEqual({ code: 1, complaints });
    expect(Object.values(await at(empty, keptIn)).flat()).toEqual([]);
    expect(await run(empty, 'restore', good)).toEqual({ code: 0, complaints: '' });
  }, 240_000);

  it('of an older Kith is brought up to date, where nothing newer was', async () => {
    const later = '999 later';
    migrations[later] = {
      async up(db) {
        await sql`alter table origin add column since text default 'then'`.execute(db);
      },
    };
    try {
      const [fresh, used] = [await embedded(), await embedded()];
      expect(await run(fresh, 'restore', good)).toEqual({ code: 0, complaints: '' });
      const rows = await at(fresh, (db) => sql`select since from origin`.execute(db));
      expect(rows.rows).toEqual([{ since: 'then' }]);
      await run(used, 'community', 'list');
      expect(await run(used, 'restore', good)).toMatchObject({
        code: 1,
        complaints: expect.stringContaining('older than the database'),
      });
    } finally {
      delete migrations[later];
    }
  }, 120_000);

  it('comes and goes in pieces, however much there is', async () => {
    await at(source, async (db) => {
      const sizes: number[] = [];
      for await (const piece of dump(db, new Date())) sizes.push(piece.split('\n').length - 1);
      expect(Math.max(...sizes)).toBe(500);
    });
    const db = await openDatabase({ folder: undefined });
    // Who reads ahead would have the whole of an endless one.
    let asked = 0;
    async function* endless() {
      yield* gunzipSync(readFileSync(good)).toString().split('\n').slice(0, 1);
      yield '"home"';
      for (;;) yield JSON.stringify({ community: `c${++asked}`, revision: 1, frame: {}, settings: 'x'.repeat(100) });
    }
    const counted = sql`create function few() returns trigger language plpgsql as
      $$ begin if (select count(*) from home) >= 1000 then raise 'enough'; end if; return null; end $$`;
    await counted.execute(db);
    await sql`create trigger few after insert on home for each statement execute function few()`.execute(db);
    await expect(load(db, endless())).rejects.toThrow('enough');
    expect(asked).toBe(1000);
    await db.destroy();
  }, 60_000);
});

describe.each(storages.slice(1))('a backup of $name', ({ open }) => {
  it('is of one moment, whatever is written while it is read', async () => {
    const { storage, close } = await open();
    closing.push(close);
    const db = await openDatabase(storage);
    closing.push(() => db.destroy());
    await within(db, 'village', (trx) => replace(trx, 'village', village()));
    const before = await keptIn(db);
    const lines = dump(db, new Date());
    const all = [(await lines.next()).value as string];
    const at = new Date();
    const wish = { key: newKey(), name: 'with-us', detail: { on: true }, actor: { member: 'ada' } };
    const intent = { ...wish, community: 'village', at: at.toISOString() } as Intent;
    await within(db, 'village', (trx) => take(trx, 'village', intent, at));
    expect(await keptIn(db)).not.toEqual(before);
    for await (const piece of lines) all.push(piece);
    const copy = await openDatabase({ folder: undefined });
    async function* said() {
      yield* all.join('').trimEnd().split('\n');
    }
    await load(copy, said());
    expect(await keptIn(copy)).toEqual(before);
    await copy.destroy();
  }, 60_000);
});
