import type { Member } from '@kith/core';
import { sql } from 'kysely';
import type { Reader } from './read.js';
import type { Found } from './pieces.js';

/**
 * Who affirmed somebody at hand without being at hand themselves, and whether they may be seen: of them nothing else is
 * told, so nothing else is read. Who is no member is not among them.
 */
export async function affirmersOf(
  { trx, community, eyes }: Pick<Reader, 'trx' | 'community' | 'eyes'>,
  { pieces }: Pick<Found, 'pieces'>,
): Promise<Map<string, boolean>> {
  const ids = new Set<string>();
  for (const [name, piece] of pieces) {
    if (!name.startsWith('member ')) continue;
    for (const { affirmed } of (piece as Member).roles ?? [])
      for (const { member } of affirmed?.by ?? []) if (!pieces.has(`member ${member}`)) ids.add(member);
  }
  if (!ids.size) return new Map();
  const { rows } = await sql<{ id: string; seen: boolean }>`
    select id, ${sql.ref(eyes)} as seen from member
    where community = ${community} and id = any(${[...ids]})`.execute(trx);
  return new Map(rows.map(({ id, seen }) => [id, seen]));
}
