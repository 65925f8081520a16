import { isRecord, type CommunityDocument } from '@kith/core';
import { documentOf, frameOf, partsOf, piecesOf, type PieceKind, type Whole } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { reface } from './faces.js';
import { piecesIn, type Loaded } from './read/pieces.js';
import { Rows } from './rows.js';
import { sqlTables } from './tables.js';

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
  const rows = new Rows(trx, community, isRecord(document));
  const pieces = piecesOf(document);
  for (const [name, piece] of pieces) for (const [key, row] of partsOf(name, piece)) await rows.put(key, row);
  await reface(rows, [...pieces.keys()]);
}

/** Everything there is of a community, as an archive; `undefined` where there is no such community. */
export async function wholeOf(trx: Within, community: string): Promise<Whole | undefined> {
  const home = await trx.selectFrom('home').select('frame').where('community', '=', community).executeTakeFirst();
  if (!home) return undefined;
  const pieces: Loaded = new Map();
  for (const kind of kinds) for (const [name, piece] of await piecesIn(trx, community, kind)) pieces.set(name, piece);
  return documentOf(pieces, home.frame as CommunityDocument);
}

const kinds = [
  'community',
  'purpose',
  'role',
  'ladder',
  'member',
  'recognition',
  'progress',
  'introduction',
] as const satisfies PieceKind[];
