import type { Change, Introduction, Recognition } from '@kith/core';
import { allOf, keyOf, pieceOf, stateOf, type Key, type PieceName, type Tables } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import { digestOf } from '../join.js';
import { lock, revise } from '../revise.js';
import type { Rows } from '../rows.js';
import { keyIn, sqlTables, type SqlTable } from '../tables.js';
import { naming } from './naming.js';

type Row = [table: SqlTable, key: Key, body: object];

/**
 * Deletes a member: their own, and what they said to others. What others wrote to several stays theirs, without this
 * one's name. Who it was is read nowhere afterwards.
 */
export async function forget(trx: Within, community: string, member: string): Promise<number> {
  const home = await lock(trx, community);
  const { rows } = home;
  const named = await rowsNaming(trx, community, member);
  const names = [...new Set(named.map(([, key]): PieceName => pieceOf(key)))];
  // Who is gone is not said: whoever hears of it reads everything anew.
  const say = (touched: Change['touched']) => [...touched, { kind: 'community', id: community }];
  const revision = await revise(home, { names, say }, async () => {
    for (const [table, key, body] of named) {
      if (table === 'recognition') await leaveLetter(rows, key, body as Recognition, member);
      else if (table === 'introduction') await leaveIntroduction(rows, key, body as Introduction, member);
      else await rows.apply([{ remove: key }]);
    }
  });
  await forgetTraces(trx, community, member);
  return revision;
}

async function rowsNaming(trx: Within, community: string, member: string): Promise<Row[]> {
  const found: Row[] = [];
  for (const table of sqlTables) {
    const names = naming[table];
    if (!names) continue;
    const query = trx.selectFrom(table).selectAll().where('community', '=', community).where(names(member));
    for (const row of await query.execute()) found.push([table, keyIn(table, row), row.body as object]);
  }
  return found;
}

async function leaveLetter(rows: Rows, key: Key, letter: Recognition, member: string): Promise<void> {
  const to = letter.to?.filter((id) => id !== member);
  if (letter.from === member || (letter.to?.length && !to?.length)) return rows.apply([{ remove: key }]);
  const heardBy = letter.heardBy?.member === member ? null : undefined;
  await rows.apply([{ remove: keyOf('consent', letter.id, member) }]);
  const said = (await rows.select(allOf('consent', letter.id))).map(([, row]) => row as Tables['consent']);
  const state = to?.length ? stateOf({ ...letter, to }, said) : letter.state;
  await rows.put(key, {
    ...(to && { to }),
    ...(state !== undefined && { state }),
    ...(heardBy === null && { heardBy }),
  });
}

async function leaveIntroduction(rows: Rows, key: Key, { people }: Introduction, member: string): Promise<void> {
  if (people.includes(member)) await rows.apply([{ remove: key }]);
  else await rows.put(key, { by: null });
}

/** Where they are named beside the rows of the rules. */
async function forgetTraces(trx: Within, community: string, member: string): Promise<void> {
  const actor = `member ${member}`;
  await trx.deleteFrom('taken').where('community', '=', community).where('actor', '=', actor).execute();
  for (const table of ['device', 'invite'] as const)
    await trx.deleteFrom(table).where('community', '=', community).where('member', '=', member).execute();
  await trx
    .updateTable('audit')
    .set({ by: null })
    .where('community', '=', community)
    .where('by', '=', member)
    .execute();
  await sql`
    update change set touched = coalesce((
      select jsonb_agg(piece) from jsonb_array_elements(touched) piece where not ${isOf(member)}
    ), '[]')
    where community = ${community} and exists (
      select from jsonb_array_elements(touched) piece where ${isOf(member)}
    )`.execute(trx);
  await trx
    .insertInto('departed')
    .values({ community, who: digestOf(community, member), at: new Date() })
    .onConflict((clash) => clash.columns(['community', 'who']).doUpdateSet({ at: new Date() }))
    .execute();
}

const isOf = (member: string) => sql<boolean>`(
  (piece->>'kind' = 'member' and piece->>'id' = ${member})
  or (piece->>'kind' = 'progress' and starts_with(piece->>'id', ${`${member}/`}))
)`;
