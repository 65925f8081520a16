import { CONNECTOR, newcomerDays } from '@kith/core';
import { sql } from 'kysely';
import type { Reader } from './read.js';

/** Those who joined lately, as far as that can be told without reading when exactly: at most two days too many. */
export async function newcomersIn({ trx, community, now }: Reader): Promise<string[]> {
  const since = new Date(now.getTime() - (newcomerDays + 2) * 86_400_000).toISOString().slice(0, 10);
  const { rows } = await sql<{ id: string }>`
    select id from member where community = ${community} and known and joined >= ${since}`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Those who said yes to bringing people together: they are there for whoever is new. */
export async function connectorsIn({ trx, community }: Reader): Promise<string[]> {
  const { rows } = await sql<{ member: string }>`
    select member from holding where community = ${community} and role = ${CONNECTOR} and accepted and known`.execute(
    trx,
  );
  return rows.map(({ member }) => member);
}
