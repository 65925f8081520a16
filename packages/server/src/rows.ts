import type { FactKey, Key, Keyed, RowChange, Table } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { keyColumns, keyFrom, sqlName, type SqlTable } from './tables.js';

/** A key of the rules as SQL has it; fewer ids than columns where it means several rows. */
function located(key: FactKey): { table: SqlTable; columns: string[]; ids: string[] } {
  const [table, ...ids] = key.split(' ') as [Table, ...string[]];
  const isSeveral = ids.at(-1) === '*';
  const named = isSeveral ? ids.slice(0, -1) : ids;
  const name = sqlName(table);
  return { table: name, columns: keyColumns[name].slice(0, named.length), ids: named };
}

/** The rows of one community, as the rules ask for them and change them. */
export class Rows {
  constructor(
    readonly trx: Within,
    readonly community: string,
    /** It did not begin as a public document: who is not among its members is nobody. */
    readonly isRecord: boolean,
  ) {}

  /** What there is of each of these keys. */
  async facts(keys: readonly FactKey[]): Promise<Map<FactKey, unknown>> {
    const found = await this.#rowsOf(keys);
    return new Map(
      keys.map((key, i) => {
        const rows = (found[i] ?? []).map(([, row]) => row);
        return [key, key.endsWith(' *') ? rows : (rows[0] ?? null)];
      }),
    );
  }

  /** The rows under a key, in the order they came. */
  async select(key: FactKey): Promise<Keyed[]> {
    const [rows = []] = await this.#rowsOf([key]);
    return rows;
  }

  /** The rows under each key, in one question. */
  async #rowsOf(keys: readonly FactKey[]): Promise<Keyed[][]> {
    const places = keys.map(located);
    const found = places.map((): Keyed[] => []);
    if (!places.length) return found;
    const parts = places.map(({ table, columns, ids }, part) => {
      const key = sql.join(keyColumns[table].map((column) => sql.ref(column)));
      const own = columns.map((column, i) => sql`and ${sql.ref(column)} = ${ids[i]}`);
      return sql`
        select ${sql.lit(part)} as part, array[${key}] as ids, body, place from ${sql.table(table)}
        where community = ${this.community} ${sql.join(own, sql` `)}`;
    });
    const all = sql<{ part: number; ids: string[]; body: object }>`
      ${sql.join(parts, sql` union all `)} order by part, place`;
    const { rows } = await all.execute(this.trx);
    for (const { part, ids, body } of rows) {
      const place = places[part];
      if (place) found[part]?.push([keyFrom(place.table, ids), body]);
    }
    return found;
  }

  async apply(changes: readonly RowChange[]): Promise<void> {
    for (const change of changes) {
      if ('remove' in change) await this.#remove(change.remove);
      else await this.put(change.put, change.row);
    }
  }

  /** Fields given replace those there are, `null` drops one. */
  async put(key: Key, row: object): Promise<void> {
    const { table, columns, ids } = located(key);
    const body = JSON.stringify(row);
    const keyed = Object.fromEntries(columns.map((column, i) => [column, ids[i]]));
    await this.trx
      .insertInto(table)
      .values({ community: this.community, ...keyed, body: sql`jsonb_strip_nulls(${body}::jsonb)` } as never)
      .onConflict((clash) =>
        clash
          .columns(['community', ...columns] as never)
          .doUpdateSet({ body: sql`jsonb_strip_nulls(${sql.table(table)}.body || ${body}::jsonb)` } as never),
      )
      .execute();
  }

  async #remove(key: Key): Promise<void> {
    const { table, columns, ids } = located(key);
    await columns
      .reduce(
        (query, column, i) => query.where(column as never, '=', ids[i] as never),
        this.trx.deleteFrom(table).where('community', '=', this.community),
      )
      .execute();
    // What was said of it goes with it.
    if (table === 'line' || table === 'recognition')
      await this.trx
        .deleteFrom('backing')
        .where('community', '=', this.community)
        .where('id' as never, '=', ids[0] as never)
        .execute();
  }
}
