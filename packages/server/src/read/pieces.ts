import { ownTable, pieceFrom, pieceOf, placesIn, type Keyed, type PieceKind, type PieceName } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import { keyColumns, keyIn, sqlName, standing, type SqlTable } from '../tables.js';

export type Loaded = Map<PieceName, object>;

/** The pieces of one kind with these ids; without ids, all of them. */
export async function piecesIn(
  trx: Within,
  community: string,
  kind: PieceKind,
  ids?: readonly string[],
): Promise<Loaded> {
  const parts = new Map<PieceName, Keyed[]>();
  if (ids && !ids.length) return new Map();
  for (const [key, row] of await rowsIn(trx, community, sqlName(ownTable(kind)), ids))
    parts.set(pieceOf(key), [[key, row]]);
  // There is one purpose: all who stand behind it stand in it.
  const within = kind === 'purpose' ? undefined : ids;
  for (const [table] of placesIn(kind))
    for (const keyed of await rowsIn(trx, community, sqlName(table), within)) parts.get(pieceOf(keyed[0]))?.push(keyed);
  const pieces: Loaded = new Map();
  for (const [name, rows] of parts) {
    const piece = pieceFrom(rows);
    if (piece) pieces.set(name, piece);
  }
  return pieces;
}

/** The rows of a table that stand in these pieces, in the order they came. */
async function rowsIn(
  trx: Within,
  community: string,
  table: SqlTable,
  ids: readonly string[] | undefined,
): Promise<Keyed[]> {
  const columns = standing[table]?.by ?? (table === 'backing' ? ['id'] : keyColumns[table]);
  const id = sql.join(
    columns.map((column) => sql.ref(column)),
    sql` || '/' || `,
  );
  const rows = await trx
    .selectFrom(table)
    .selectAll()
    .where('community', '=', community)
    .$if(ids !== undefined, (query) => query.where(sql`${id}`, 'in', ids as never))
    .orderBy('place')
    .execute();
  return rows.map((row): Keyed => [keyIn(table, row), row.body as object]);
}
