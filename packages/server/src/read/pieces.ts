import { ownTable, pieceFrom, pieceOf, placesIn, type Keyed, type PieceKind, type PieceName } from '@kith/core/rules';
import { sql, type RawBuilder } from 'kysely';
import type { Within } from '../db/schema.js';
import { keyFrom, keyColumns, sqlName, standing, type SqlTable } from '../tables.js';

export type Loaded = Map<PieceName, object>;

/** Pieces of a kind: those with these ids, or all of them. */
export type Wanted = readonly [kind: PieceKind, ids?: readonly string[] | undefined];

/** The pieces that are wanted, in one question however many tables they stand in. */
export async function piecesIn(trx: Within, community: string, wanted: readonly Wanted[]): Promise<Loaded> {
  const parts = new Map<PieceName, Keyed[]>();
  for (const keyed of await rowsIn(trx, community, wanted)) {
    const name = pieceOf(keyed[0]);
    const rows = parts.get(name);
    if (rows) rows.push(keyed);
    // What stands in a piece comes after it, and is nothing without it.
    else if (name === nameOf(keyed)) parts.set(name, [keyed]);
  }
  const pieces: Loaded = new Map();
  for (const [name, rows] of parts) {
    const piece = pieceFrom(rows);
    if (piece) pieces.set(name, piece);
  }
  return pieces;
}

/** The name of the piece that a row is itself, as far as it is one. */
function nameOf([key]: Keyed): PieceName | undefined {
  const [table = '', ...ids] = key.split(' ');
  const kind = table === 'climb' ? 'progress' : table;
  return ownTable(kind as PieceKind) === table ? (`${kind} ${ids.join('/')}` as PieceName) : undefined;
}

interface Row {
  part: number;
  ids: string[];
  body: object;
}

/** The rows that make those pieces: each table's in the order they came, after those they stand on. */
async function rowsIn(trx: Within, community: string, wanted: readonly Wanted[]): Promise<Keyed[]> {
  const tables: SqlTable[] = [];
  const parts: RawBuilder<unknown>[] = [];
  for (const [kind, ids] of wanted) {
    if (ids && !ids.length) continue;
    for (const table of [ownTable(kind), ...placesIn(kind).map(([each]) => each)].map(sqlName)) {
      parts.push(partOf(community, table, kind, ids, tables.length));
      tables.push(table);
    }
  }
  if (!parts.length) return [];
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)} order by part, place`.execute(trx);
  return rows.map(({ part, ids, body }): Keyed => [keyFrom(tables[part] as SqlTable, ids), body]);
}

function partOf(community: string, table: SqlTable, kind: PieceKind, ids: readonly string[] | undefined, part: number) {
  const key = sql.join(keyColumns[table].map((column) => sql.ref(column)));
  // There is one purpose: all who stand behind it stand in it.
  const isPurpose = kind === 'purpose' && table !== 'purpose';
  const ofLines = isPurpose && table === 'backing' ? sql`and kind = 'line'` : sql``;
  const named = ids && !isPurpose ? sql`and ${isAmong(table, ids)}` : sql``;
  return sql`
    select ${sql.lit(part)} as part, array[${key}] as ids, body, place from ${sql.table(table)}
    where community = ${community} ${ofLines} ${named}`;
}

function isAmong(table: SqlTable, ids: readonly string[]) {
  const columns = standing[table]?.by ?? (table === 'backing' ? ['id'] : keyColumns[table]);
  if (columns.length === 1) return sql`${sql.ref(columns[0] ?? '')} = any(${[...ids]})`;
  const all = ids.map((id) => sql`(${sql.join(id.split('/'))})`);
  return sql`(${sql.join(columns.map((column) => sql.ref(column)))}) in (${sql.join(all)})`;
}
