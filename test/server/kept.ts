import { sql, type RawBuilder } from 'kysely';
import type { openDatabase } from '@kith/server';
import { tablesIn } from '../../packages/server/src/db/walk.js';

type Database = Awaited<ReturnType<typeof openDatabase>>;

/** Every row of every table, as the database writes it. */
export async function keptIn(db: Database): Promise<Record<string, string[]>> {
  return db.transaction().execute(async (trx) => {
    await sql`set local timezone = 'UTC'`.execute(trx);
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_name not like 'kysely%' order by 1`.execute(trx);
    const kept: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string }>`
        select kept::text as row from ${sql.table(name)} kept order by 1`.execute(trx);
      kept[name] = rows.map(({ row }) => row);
    }
    return kept;
  });
}

/** Tables in which the next row would not come after all that are there. */
export async function outOfOrder(db: Database): Promise<string[]> {
  const behind: string[] = [];
  for (const { name, counted } of await tablesIn(db)) {
    if (counted === null) continue;
    const { rows } = await sql`
      select from ${sql.table(name)} where ${sql.ref(counted)} >= nextval(pg_get_serial_sequence(${name}, ${counted}))
    `.execute(db);
    if (rows.length) behind.push(name);
  }
  return behind;
}

/** What is hard to carry, by type. */
const hard: Record<string, RawBuilder<unknown>> = {
  text: sql`'x'`,
  jsonb: sql`'{"n": 12345678901234567890.1234567890, "text": "a \\" \\n 🧵 \\u2028", "none": null, "all": [1.10, {}]}'`,
  bigint: sql`9007199254740993`,
  'timestamp with time zone': sql`timestamptz '2026-01-02 03:04:05.678901+00'`,
  uuid: sql`gen_random_uuid()`,
  boolean: sql`true`,
  ARRAY: sql`array['x', 'a, "b" \\ {c}']`,
};

/** Where not any text will do. */
const words: Record<string, RawBuilder<unknown>> = {
  'duty duty': sql`'admin'`,
  'invite duty': sql`'admin'`,
  'change revision': sql`1`,
};

/** Puts a row that is hard to carry into every table of a community that there is. */
export async function fillAll(db: Database, community: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { name, counted } of await tablesIn(trx)) {
      if (name === 'home') continue;
      const { rows } = await sql<{ column: string; type: string }>`
        select column_name as column, data_type as type from information_schema.columns
        where table_schema = current_schema() and table_name = ${name} and column_name is distinct from ${counted}
          and is_generated = 'NEVER'
      `.execute(trx);
      const values = rows.map(({ column, type }) =>
        column === 'community' ? sql`${community}` : (words[`${name} ${column}`] ?? hard[type] ?? sql`null`),
      );
      const columns = rows.map(({ column }) => sql.ref(column));
      await sql`
        insert into ${sql.table(name)} (${sql.join(columns)}) values (${sql.join(values)})`.execute(trx);
    }
  });
}
