import { PGlite } from '@electric-sql/pglite';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrations, role } from './migrations.js';
import { pgliteDialect } from './pglite-dialect.js';
import type { Database, Schema, Within } from './schema.js';

// Revisions and places stay far below what a number holds.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Where communities are kept: a folder for the embedded database (none: in memory), or the address of a PostgreSQL. */
export type Storage = { folder: string | undefined } | { url: string };

/** Opens a database as it is. */
export async function connect(storage: Storage): Promise<Database> {
  return new Kysely<Schema>({ dialect: 'url' in storage ? onServer(storage.url) : await embedded(storage.folder) });
}

/** Opens a database and brings it up to date. Rejects with an `Error` that says in a sentence what is wrong with it. */
export async function openDatabase(storage: Storage): Promise<Database> {
  const db = await connect(storage);
  try {
    await migrate(db);
    await requirePlainRole(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function onServer(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 10 });
  // A connection nobody uses was lost, as when the database starts anew: the next one asked for is another.
  pool.on('error', () => undefined);
  // The pool listens to those nobody uses alone; one on its way out may be told, too, that the database stops.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}

async function embedded(folder: string | undefined) {
  return pgliteDialect(await PGlite.create(folder === undefined ? {} : { dataDir: folder }));
}

/** Brings a database up to date, or up to a migration. */
export async function migrate(db: Database, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw new Error('The database could not be brought up to date.', { cause: error });
}

/** Row-level security says nothing to a superuser, nor to who owns the tables. */
async function requirePlainRole(db: Database): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select rolsuper or rolbypassrls or exists (
      select from pg_class where relname = 'recognition' and relowner = pg_roles.oid
    ) as free
    from pg_roles where rolname = ${role}`.execute(db);
  if (rows[0]?.free !== false)
    throw new Error(`The role ${role} may see every community: it must be no superuser and own no table.`);
}

/** Does all of `act` or nothing, for one community: no other's rows are there meanwhile. */
export function within<T>(db: Database, community: string, act: (trx: Within) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => confined(trx, community, act));
}

/** Reads for one community, all of it as it was at one moment. */
export function looking<T>(db: Database, community: string, act: (trx: Within) => Promise<T>): Promise<T> {
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return moment.execute((trx) => confined(trx, community, act));
}

async function confined<T>(trx: Within, community: string, act: (trx: Within) => Promise<T>): Promise<T> {
  // Said as it is, not as a question with parameters: twice as quick, and each transaction begins with it.
  await sql`set local role ${sql.raw(role)}; set local kith.community = ${sql.lit(community)}`.execute(trx);
  return act(trx);
}
