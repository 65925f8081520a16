import { ProviderError, type Change } from '@kith/core';
import { looking } from '../db/database.js';
import type { Database } from '../db/schema.js';
import { REVISIONS } from '../prune.js';

/** Most pieces that are told one by one. */
const PIECES = 500;

/** A change that may have been anything: who hears of it reads everything anew. */
const anything = (community: string): Change['touched'] => [{ kind: 'community', id: community }];

/** The revision a community is at. Throws a `ProviderError` where there is no such community. */
export async function revisionOf(db: Database, community: string): Promise<number> {
  return (await rowsSince(db, community, Infinity)).revision;
}

/** What changed after a revision, as one change; `undefined` where that is nothing. */
export async function changeSince(db: Database, community: string, after: number): Promise<Change | undefined> {
  const { revision, rows } = await rowsSince(db, community, after);
  if (revision === after) return undefined;
  // A revision nothing is known of may have been anything, and so may a community that is younger than it was.
  const isKnown = rows.length === revision - after;
  const touched = isKnown ? rows.flatMap((row) => row.touched) : anything(community);
  return { revision, touched: merged(community, touched) };
}

/** Pieces that were touched, each once and as it was last; anything, where they are many. */
export function merged(community: string, touched: Change['touched']): Change['touched'] {
  const pieces = new Map(touched.map((piece) => [`${piece.kind} ${piece.id}`, piece]));
  const isAll = pieces.has(`community ${community}`) || pieces.size > PIECES;
  return isAll ? anything(community) : [...pieces.values()];
}

function rowsSince(db: Database, community: string, after: number) {
  return looking(db, community, async (trx) => {
    const home = await trx.selectFrom('home').select('revision').where('community', '=', community).executeTakeFirst();
    if (!home) throw new ProviderError('gone', { message: `There is no community "${community}".` });
    const { revision } = home;
    if (after >= revision || revision - after > REVISIONS) return { revision, rows: [] };
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
