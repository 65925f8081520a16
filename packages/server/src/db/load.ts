import { sql } from 'kysely';
import { migrate } from './database.js';
import { FORMAT, type Header } from './dump.js';
import { migrations } from './migrations.js';
import type { Database, Within } from './schema.js';
import { tablesIn, type Walked } from './walk.js';

/** Rows, and characters, that are put in at once. */
const MOST = { rows: 500, characters: 1_000_000 };

/**
 * Puts a dump (see `dump.ts`) where nothing is kept, all of it or nothing, and brings it up to date. Throws an `Error`
 * that says in a sentence why not.
 */
export async function load(db: Database, lines: AsyncIterable<string>): Promise<void> {
  const reader = lines[Symbol.asyncIterator]();
  const { migration } = headerIn((await reader.next()).value as string | undefined);
  await requireNoneAfter(db, migration);
  await migrate(db, migration);
  await db.transaction().execute(async (trx) => {
    const tables = new Map((await tablesIn(trx)).map((table) => [table.name, table]));
    await requireEmpty(trx, tables);
    await putAll(trx, tables, reader);
    for (const table of tables.values()) await countOn(trx, table);
  });
  await migrate(db);
}

function headerIn(line = ''): Header {
  const header = parsed(line) as Header | undefined;
  if (header?.kith !== 'backup') throw new Error('This is no backup of Kith.');
  if (!(header.format <= FORMAT) || !(header.migration in migrations))
    throw new Error('A newer Kith made this backup: restore it with that one.');
  return header;
}

/** A database only ever becomes younger. */
async function requireNoneAfter(db: Database, migration: string): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    db,
  );
  if (!rows[0]?.there) return;
  const later = await sql`select from kysely_migration where name > ${migration}`.execute(db);
  if (later.rows.length)
    throw new Error('This backup is older than the database: restore it into one that was never used.');
}

/** Nobody begins a community meanwhile. */
async function requireEmpty(trx: Within, tables: Map<string, Walked>): Promise<void> {
  await sql`lock table home in share row exclusive mode`.execute(trx);
  for (const name of tables.keys()) {
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(trx);
    if (rows.length) throw new Error('There are communities here already: restore into a place that is empty.');
  }
}

async function putAll(trx: Within, tables: Map<string, Walked>, lines: AsyncIterator<string>): Promise<void> {
  let table: Walked | undefined;
  let batch: string[] = [];
  let size = 0;
  let count = 0;
  const flush = async () => {
    if (table && batch.length) await put(trx, table, batch);
    [batch, size] = [[], 0];
  };
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value;
    if (line.startsWith('{')) {
      batch.push(line);
      size += line.length;
      count++;
      if (batch.length >= MOST.rows || size >= MOST.characters) await flush();
      continue;
    }
    await flush();
    const said = parsed(line);
    if (said === count) return;
    table = tables.get(String(said));
    if (!table) break;
  }
  throw new Error('This backup is not whole.');
}

async function put(trx: Within, { schema, name, columns }: Walked, rows: string[]): Promise<void> {
  // By its name alone a table may be taken for a type that PostgreSQL has of that name.
  const all = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(name)} (${all}) overriding system value
    select ${all} from jsonb_populate_recordset(null::${sql.id(schema, name)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    trx,
  );
}

/** What comes next is counted on from what there is. */
async function countOn(trx: Within, { name, counted }: Walked): Promise<void> {
  if (counted === null) return;
  await sql`
    select setval(pg_get_serial_sequence(${`"${name}"`}, ${counted}), max(${sql.ref(counted)}))
    from ${sql.table(name)}`.execute(trx);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
