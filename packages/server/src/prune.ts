import { sql } from 'kysely';
import type { Within } from './db/schema.js';

/**
 * How many revisions can be told one by one. Who listens says which one they heard last; who missed more than this, or
 * comes with one that nothing is known of any more, is told to read everything anew. It costs them one reading, so few
 * have to be kept.
 */
export const REVISIONS = 500;

/**
 * Days for which a wish is known by its key. A browser keeps a wish whose answer was lost until it is open again, on a
 * laptop that went into a drawer for a season too, and sends it once more. What is older is never carried out, since
 * nobody could tell whether it was: a yes to being named, sent once more, would undo the no that came after it.
 */
export const DAYS = 120;

/** How often it is looked what need not be kept, in revisions. */
const EACH = 100;

/** Whether a key was made so long ago that the wish may have been carried out and forgotten. A UUIDv7 says when. */
export function isForgotten(key: string, now: Date): boolean {
  return key < keyAt(oldest(now));
}

/** Lets go of what only helped others to catch up, once in a while. A key from a clock that is ahead is kept longer. */
export async function prune(trx: Within, community: string, revision: number, now = new Date()): Promise<void> {
  if (revision % EACH) return;
  await trx
    .deleteFrom('change')
    .where('community', '=', community)
    .where('revision', '<=', revision - REVISIONS)
    .execute();
  await sql`
    delete from taken where community = ${community} and at < ${oldest(now)} and key < ${keyAt(oldest(now))}`.execute(
    trx,
  );
}

const oldest = (now: Date) => new Date(now.getTime() - DAYS * 86_400_000);

/** What begins each key that was made from then on. */
function keyAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
