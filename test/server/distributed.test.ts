import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@kith/server';

let db: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  db = await openDatabase({ folder: undefined });
}, 60_000);
afterAll(() => db.destroy());

describe('a table', () => {
  it('begins with its community in every key, so that a database of many machines can keep each on one', async () => {
    const { rows } = await sql<{ table: string; first: string }>`
      select c.relname as table, (
        select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]
      ) as first
      from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisunique
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'`.execute(db);
    expect(rows.length).toBeGreaterThan(30);
    for (const { table, first } of rows) expect([table, first]).toEqual([table, 'community']);
  });

  it('refers only to rows of its own community, which is told apart everywhere in the same way', async () => {
    const { rows: references } = await sql<{ from: string; to: string; on: string }>`
      select f.conname as from, to_table.relname as to,
        (select attname from pg_attribute where attrelid = f.conrelid and attnum = f.conkey[1]) || ' ' ||
        (select attname from pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) as on
      from pg_constraint f join pg_class to_table on to_table.oid = f.confrelid
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace`.execute(db);
    expect(references.length).toBeGreaterThan(30);
    for (const { from, on } of references) expect([from, on]).toEqual([from, 'community community']);
    // A database of many machines spreads rows by one column, of one type and order; and a row is unlike any other only
    // where that column says so too.
    const { rows: kinds } = await sql<{ kind: string }>`
      select distinct concat_ws(' ', t.typname, l.collname, l.collisdeterministic, a.attnotnull) as kind
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'community'
      join pg_type t on t.oid = a.atttypid join pg_collation l on l.oid = a.attcollation
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db);
    expect(kinds).toEqual([{ kind: 'text C t t' }]);
    const { rows: odd } = await sql<{ what: string }>`
      select conname as what from pg_constraint
      where contype = 'x' and connamespace = 'public'::regnamespace and conrelid <> 0
      union all
      select c.relname || ' ' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attidentity <> '' and a.atttypid <> 'bigint'::regtype and c.relnamespace = 'public'::regnamespace
    `.execute(db);
    expect(odd).toEqual([]);
  });

  it('is spread by what the page says, each after those it refers to', async () => {
    await sql`
      create function create_distributed_table(spread regclass, by text, colocate_with text default 'default') returns text
      language plpgsql as $$
      begin
        if exists (
          select from pg_constraint f where f.conrelid = spread and f.contype = 'f' and f.confrelid <> spread
            and obj_description(f.confrelid) is distinct from 'spread'
        ) then raise '% refers to what is not spread yet', spread; end if;
        execute format('comment on table %s is %L', spread, 'spread');
        return spread;
      end $$`.execute(db);
    const script = readFileSync('packages/server/deploy/citus.sql', 'utf8');
    const spread = script.match(/^select .*;$/gm) ?? [];
    for (const each of spread) {
      expect(each).toContain(", 'community'");
      await sql.raw(each).execute(db);
    }
    const { rows } = await sql<{ left: string }>`
      select relname as left from pg_class c
      where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid) is distinct from 'spread'
      order by 1`.execute(db);
    expect(rows.map(({ left }) => left)).toEqual(['kysely_migration', 'kysely_migration_lock']);
  });
});
