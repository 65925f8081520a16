import { ProviderError, type Change } from '@kith/core';
import { looking } from '../db/database.js';
import type { Database } from '../db/schema.js';

/** Most revisions, and most pieces, that are told one by one: who missed more reads everything anew. */
const MOST = 500;

/** The revision a community is at. Throws a `ProviderError` where there is no such community. */
export async function revisionOf(db: Database, community: string): Promise<number> {
  return (await rowsSince(db, community, Infinity)).revision;
}

/** What changed after a revision, as one change; `undefined` where that is nothing. */
export async function changeSince(db: Database, community: string, after: number): Promise<Change | undefined> {
  const { revision, rows } = await rowsSince(db, community, after);
  if (revision === after) return undefined;
  const pieces = new Map(rows.flatMap(({ touched }) => touched).map((piece) => [`${piece.kind} ${piece.id}`, piece]));
  // A revision nothing is known of may have been anything, and so may a community that is younger than it was.
  const isKnown = rows.length === revision - after && pieces.size <= MOST;
  return { revision, touched: isKnown ? [...pieces.values()] : [{ kind: 'community', id: community }] };
}

function rowsSince(db: Database, community: string, after: number) {
  return looking(db, community, async (trx) => {
    const home = await trx.selectFrom('home').select('revision').where('community', '=', community).executeTakeFirst();
    if (!home) throw new ProviderError('gone', { message: `There is no community "${community}".` });
    const { revision } = home;
    if (after >= revision || revision - after > MOST) return { revision, rows: [] };
    const rows = await trx
      .selectFrom('change')
      .select('touched')
      .where('community', '=', community)
      .where('revision', '>', after)
      .orderBy('revision')
      .execute();
    return { revision, rows };
  });
}
