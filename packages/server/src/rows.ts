import type { FactKey, Key, Keyed, RowChange, Table } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { keyColumns, keyIn, sqlName, type SqlTable } from './tables.js';

/** A key of the rules as SQL has it; fewer ids than columns where it means several rows. */
function located(key: FactKey): { table: SqlTable; columns: string[]; ids: string[]; isSeveral: boolean } {
  const [table, ...ids] = key.split(' ') as [Table, ...string[]];
  const isSeveral = ids.at(-1) === '*';
  const named = isSeveral ? ids.slice(0, -1) : ids;
  const name = sqlName(table);
  return { table: name, columns: keyColumns[name].slice(0, named.length), ids: named, isSeveral };
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
    const facts = new Map<FactKey, unknown>();
    for (const key of keys) {
      const rows = (await this.select(key)).map(([, row]) => row);
      facts.set(key, key.endsWith(' *') ? rows : (rows[0] ?? null));
    }
    return facts;
  }

  /** The rows under a key, in the order they came. */
  async select(key: FactKey): Promise<Keyed[]> {
    const { table, columns, ids } = located(key);
    const rows = await this.#where(table, columns, ids).selectAll().orderBy('place').execute();
    return rows.map((row): Keyed => [keyIn(table, row), row.body as object]);
  }

  #where(table: SqlTable, columns: readonly string[], ids: readonly string[]) {
    return columns.reduce(
      (query, column, i) => query.where(column as never, '=', ids[i] as never),
      this.trx.selectFrom(table).where('community', '=', this.community),
    );
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
