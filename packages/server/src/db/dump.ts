import { sql } from 'kysely';
import type { Database, Within } from './schema.js';
import { tablesIn } from './walk.js';

/** What a dump is, in its first line. */
export interface Header {
  kith: 'backup';
  /** Of the lines that follow. */
  format: number;
  /** The last migration of the database it is of. */
  migration: string;
  at: string;
}

/** Dumps of a higher one are not understood. */
export const FORMAT = 1;

/** Rows at once. */
const PAGE = 500;

/**
 * Everything a database keeps, as it was at one moment, in lines of JSON: a `Header`; then for each table its name, a
 * string, and its rows, an object each, whoever is referred to before who refers to them; and last how many rows there
 * were, a number, without which it is not whole. Throws an `Error` where nothing was ever kept.
 */
export async function* dump(db: Database, now: Date): AsyncGenerator<string> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  try {
    // Rows of which somebody could see but some must not go missing without a word.
    await sql`set local row_security = off`.execute(trx);
    await sql`set local timezone = 'UTC'`.execute(trx);
    const header: Header = {
      kith: 'backup',
      format: FORMAT,
      migration: await lastMigration(trx),
      at: now.toISOString(),
    };
    yield `${JSON.stringify(header)}\n`;
    let count = 0;
    for (const { name } of await tablesIn(trx)) {
      yield `${JSON.stringify(name)}\n`;
      for await (const lines of rowsOf(trx, name)) {
        count += lines.length;
        yield `${lines.join('\n')}\n`;
      }
    }
    yield `${count}\n`;
  } finally {
    await trx.rollback().execute();
  }
}

async function lastMigration(trx: Within): Promise<string> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    trx,
  );
  const { rows: last } = rows[0]?.there
    ? await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(trx)
    : { rows: [] };
  if (!last[0]) throw new Error('There is nothing to back up: no community was ever kept here.');
  return last[0].name;
}

/** PostgreSQL writes a row itself: no digit of a number and no microsecond of a time is lost on the way. */
async function* rowsOf(trx: Within, table: string): AsyncGenerator<string[]> {
  await sql`
    declare dump no scroll cursor for select to_jsonb(kept)::text as line from ${sql.table(table)} kept`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(PAGE)} from dump`.execute(trx);
    if (!rows.length) break;
    yield rows.map(({ line }) => line);
  }
  await sql`close dump`.execute(trx);
}
