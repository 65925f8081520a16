import { ownTable, pieceFrom, pieceOf, placesIn, type Keyed, type PieceKind, type PieceName } from '@kith/core/rules';
import { sql, type RawBuilder } from 'kysely';
import type { Within } from '../db/schema.js';
import { keyFrom, keyColumns, sqlName, standing, type SqlTable } from '../tables.js';

export type Loaded = Map<PieceName, object>;

/** Pieces of a kind: those with these ids (or whose ids the database finds), or all of them. */
export type Wanted = readonly [kind: PieceKind, ids?: readonly string[] | Ids | undefined];
export type Ids = RawBuilder<string[]>;
/** The ids on the page that is found in the same question. */
export const onPage = (size: number): Ids => sql<string[]>`array(select id from page limit ${size})`;

/** What a page is found by: its rows (`id`, `place`, `at`) in their order, and how many there are on all pages. */
export interface Asked {
  rows: RawBuilder<unknown>;
  total: RawBuilder<number>;
}

/** What one question finds: pieces; members who may be seen, if only by name; the rows of a page, and the total. */
export interface Found {
  pieces: Loaded;
  named: string[];
  rows: { id: string; place: number; at: number | null }[];
  total: number;
}

/** Who looks: everyone sees members who are `present`, a member those who are `known`. */
export type Eyes = 'present' | 'known';

/** The pieces that are wanted, in one question however many tables they stand in. */
export async function piecesIn(trx: Within, community: string, wanted: readonly Wanted[]): Promise<Loaded> {
  return (await findIn(trx, community, wanted, 'present')).pieces;
}

/** The same with who is named among them, and with a page. */
export async function findIn(
  trx: Within,
  community: string,
  wanted: readonly Wanted[],
  eyes: Eyes,
  page?: Asked,
): Promise<Found> {
  const found: Found = { pieces: new Map(), named: [], rows: [], total: 0 };
  const parts = new Map<PieceName, Keyed[]>();
  for (const { keyed, isSeen, row, total } of await rowsIn(trx, community, wanted, eyes, page)) {
    if (row) found.rows.push(row);
    if (total !== undefined) found.total = total;
    if (!keyed) continue;
    const name = pieceOf(keyed[0]);
    const rows = parts.get(name);
    if (isSeen && keyed[0].startsWith('member ')) found.named.push(name.slice('member '.length));
    if (rows) rows.push(keyed);
    // What stands in a piece comes after it, and is nothing without it.
    else if (name === nameOf(keyed)) parts.set(name, [keyed]);
  }
  for (const [name, rows] of parts) {
    const piece = pieceFrom(rows);
    if (piece) found.pieces.set(name, piece);
  }
  return found;
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
  seen: boolean | null;
}
type Told = { keyed?: Keyed; isSeen?: boolean; row?: Found['rows'][number]; total?: number };

const [PAGE, TOTAL] = [-1, -2];

/** The rows that make those pieces: each table's in the order they came, after those they stand on. */
async function rowsIn(
  trx: Within,
  community: string,
  wanted: readonly Wanted[],
  eyes: Eyes,
  page: Asked | undefined,
): Promise<Told[]> {
  const tables: SqlTable[] = [];
  const parts: RawBuilder<unknown>[] = [];
  for (const [kind, ids] of wanted) {
    if (ids instanceof Array && !ids.length) continue;
    for (const table of [ownTable(kind), ...placesIn(kind).map(([each]) => each)].map(sqlName)) {
      parts.push(partOf(community, table, kind, ids, tables.length, eyes));
      tables.push(table);
    }
  }
  if (page) parts.push(...pageParts(page));
  if (!parts.length) return [];
  const first = page ? sql`with page as materialized (${page.rows})` : sql``;
  const { rows } = await sql<Row>`${first} ${sql.join(parts, sql` union all `)} order by part, place`.execute(trx);
  return rows.map(({ part, ids, body, seen }): Told => {
    if (part === PAGE) return { row: body as Found['rows'][number] };
    if (part === TOTAL) return { total: Number(body) };
    return { keyed: [keyFrom(tables[part] as SqlTable, ids), body], isSeen: seen === true };
  });
}

function pageParts({ total }: Asked): RawBuilder<unknown>[] {
  return [
    sql`
      select ${sql.lit(PAGE)} as part, array[]::text[] as ids,
        jsonb_build_object('id', id, 'place', place, 'at', floor(extract(epoch from at) * 1000)) as body,
        row_number() over () as place, null::boolean as seen
      from page`,
    sql`select ${sql.lit(TOTAL)}, array[]::text[], to_jsonb(${total}), 0, null::boolean`,
  ];
}

function partOf(
  community: string,
  table: SqlTable,
  kind: PieceKind,
  ids: readonly string[] | Ids | undefined,
  part: number,
  eyes: Eyes,
) {
  const key = sql.join(keyColumns[table].map((column) => sql.ref(column)));
  const seen = table === 'member' ? sql.ref(eyes) : sql`null::boolean`;
  // There is one purpose: all who stand behind it stand in it.
  const isPurpose = kind === 'purpose' && table !== 'purpose';
  const ofLines = isPurpose && table === 'backing' ? sql`and kind = 'line'` : sql``;
  const named = ids && !isPurpose ? sql`and ${isAmong(table, ids)}` : sql``;
  return sql`
    select ${sql.lit(part)} as part, array[${key}] as ids, body, place, ${seen} as seen from ${sql.table(table)}
    where community = ${community} ${ofLines} ${named}`;
}

function isAmong(table: SqlTable, ids: readonly string[] | Ids) {
  const columns = standing[table]?.by ?? (table === 'backing' ? ['id'] : keyColumns[table]);
  if (!(ids instanceof Array)) return sql`${sql.ref(columns[0] ?? '')} = any(${ids})`;
  if (columns.length === 1) return sql`${sql.ref(columns[0] ?? '')} = any(${[...ids]})`;
  const all = ids.map((id) => sql`(${sql.join(id.split('/'))})`);
  return sql`(${sql.join(columns.map((column) => sql.ref(column)))}) in (${sql.join(all)})`;
}
