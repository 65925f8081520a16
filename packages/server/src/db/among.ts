import { sql, type RawBuilder } from 'kysely';

/** Rows whose columns are so in one of these ways. One way is said the way that is understood the quickest. */
export function isAmong(columns: readonly string[], all: readonly (readonly string[])[]): RawBuilder<unknown> {
  const named = columns.map((column) => sql.ref(column));
  const [only = []] = all;
  if (all.length === 1)
    return sql.join(
      named.map((column, i) => sql`${column} = ${only[i]}`),
      sql` and `,
    );
  const given = columns.map((_, i) => all.map((each) => each[i] ?? ''));
  if (columns.length === 1) return sql`${named[0]} = any(${given[0]})`;
  const several = sql.join(given.map((each) => sql`${each}::text[]`));
  return sql`(${sql.join(named)}) in (select * from unnest(${several}))`;
}
