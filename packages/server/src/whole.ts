import type { CommunityDocument } from '@kith/core';
import {
  documentOf,
  frameOf,
  ownTable,
  partsOf,
  pieceFrom,
  pieceOf,
  piecesOf,
  placesIn,
  type Keyed,
  type PieceKind,
  type PieceName,
  type Whole,
} from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { reface } from './faces.js';
import { Rows } from './rows.js';
import { keyColumns, ruleName, sqlName, sqlTables } from './tables.js';

/** Puts a community in the place of all there is of it, as its next revision. */
export async function replace(trx: Within, community: string, document: CommunityDocument): Promise<void> {
  const frame = JSON.stringify(frameOf(document));
  for (const table of sqlTables) await trx.deleteFrom(table).where('community', '=', community).execute();
  await trx
    .insertInto('home')
    .values({ community, revision: 1, frame: sql`${frame}::jsonb` })
    .onConflict((clash) =>
      clash.column('community').doUpdateSet({ revision: sql`home.revision + 1`, frame: sql`${frame}::jsonb` }),
    )
    .execute();
  const rows = new Rows(trx, community);
  const pieces = piecesOf(document);
  for (const [name, piece] of pieces) for (const [key, row] of partsOf(name, piece)) await rows.put(key, row);
  await reface(rows, [...pieces.keys()]);
}

/** Everything there is of a community, as an archive; `undefined` where there is no such community. */
export async function wholeOf(trx: Within, community: string): Promise<Whole | undefined> {
  const home = await trx.selectFrom('home').selectAll().where('community', '=', community).executeTakeFirst();
  if (!home) return undefined;
  const parts = new Map<PieceName, Keyed[]>();
  for (const table of ordered) {
    const rows = await trx.selectFrom(table).selectAll().where('community', '=', community).orderBy('place').execute();
    for (const row of rows) {
      const key = `${ruleName(table)} ${keyColumns[table].map((column) => row[column]).join(' ')}` as Keyed[0];
      const name = pieceOf(key);
      const own = parts.get(name);
      if (own) own.push([key, row.body as object]);
      else parts.set(name, [[key, row.body as object]]);
    }
  }
  const pieces = new Map([...parts].flatMap(([name, rows]) => [[name, pieceFrom(rows)] as [PieceName, object]]));
  return documentOf(pieces, home.frame as CommunityDocument);
}

const kinds: PieceKind[] = [
  'community',
  'purpose',
  'role',
  'ladder',
  'member',
  'recognition',
  'progress',
  'introduction',
];
/** Each piece's own table before those of the rows that stand in it. */
const ordered = [
  ...new Set([
    ...kinds.map((kind) => sqlName(ownTable(kind))),
    ...kinds.flatMap((kind) => placesIn(kind).map(([table]) => sqlName(table))),
  ]),
];
