import type { Recognition } from '@kith/core';
import { sql } from 'kysely';
import type { Found } from './pieces.js';
import type { Reader } from './read.js';

/** The letters at hand grew out of that are not at hand themselves, as far as everyone sees them. */
export async function originsOf(
  { trx, community }: Pick<Reader, 'trx' | 'community'>,
  { pieces }: Pick<Found, 'pieces'>,
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const [name, piece] of pieces) {
    if (!name.startsWith('recognition ')) continue;
    const { bornFrom } = piece as Recognition;
    if (bornFrom !== undefined && !pieces.has(`recognition ${bornFrom}`)) ids.add(bornFrom);
  }
  if (!ids.size) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from recognition where community = ${community} and open and id = any(${[...ids]})`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}
