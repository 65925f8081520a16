import { sql } from 'kysely';
import type { Database, Within } from './schema.js';

/** A table that holds rows of communities. */
export interface Walked {
  schema: string;
  name: string;
  /** All but what the database makes of the others. */
  columns: string[];
  /** The column that is counted up by itself. */
  counted: string | null;
}

/** All tables with rows of communities, whoever is referred to before who refers to them. */
export async function tablesIn(db: Database | Within): Promise<Walked[]> {
  const { rows } = await sql<Walked & { after: string[] }>`
    select c.relnamespace::regnamespace::text as schema, c.relname as name,
      array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
      ) as columns,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as counted,
      array(
        select other.relname::text from pg_constraint f join pg_class other on other.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
      ) as after
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community' and not a.attisdropped
    )
    order by c.relname`.execute(db);
  const sorted = new Map<string, Walked>();
  const visit = (name: string) => {
    const row = rows.find((each) => each.name === name);
    if (!row || sorted.has(name)) return;
    const { after, ...walked } = row;
    after.forEach(visit);
    sorted.set(name, walked);
  };
  for (const { name } of rows) visit(name);
  return [...sorted.values()];
}
