import { known, occasions, rewards, searchText, toPublic, type Member, type Recognition } from '@kith/core';
import { allOf, keyOf, pieceFrom, type PieceName } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Rows } from './rows.js';

/** Says anew by what these pieces are found: of a letter also whether everyone sees it, and whom in it. */
export async function reface(rows: Rows, names: readonly PieceName[]): Promise<void> {
  for (const name of names) {
    const [kind, id = ''] = name.split(' ');
    if (kind === 'recognition') await refaceLetter(rows, id);
    if (kind === 'member') await refaceMember(rows, id);
  }
}

async function refaceLetter(rows: Rows, id: string): Promise<void> {
  const letter = await letterOf(rows, id);
  if (!letter) return;
  const open = await openOf(rows, letter);
  const faces = open ? [open.from, ...(open.to ?? [])].filter((face) => face !== undefined) : [];
  const time = Date.parse(letter.at ?? '');
  await sql`
    update recognition set
      open = ${open !== undefined},
      faces = ${faces},
      at = ${Number.isNaN(time) ? null : new Date(time)},
      occasion = ${known(letter.occasion, occasions, 'thanks')},
      reward = ${known(letter.reward, rewards, 'reputational')}
    where community = ${rows.community} and id = ${id}`.execute(rows.trx);
}

/** A letter with what its people said of it, and nothing else that stands in it. */
export async function letterOf(rows: Rows, id: string): Promise<Recognition | undefined> {
  const own = await rows.select(keyOf('recognition', id));
  return own.length ? (pieceFrom([...own, ...(await rows.select(allOf('consent', id)))]) as Recognition) : undefined;
}

/** What everyone sees of it; `undefined` where nobody does. */
export async function openOf(rows: Rows, letter: Recognition): Promise<Recognition | undefined> {
  const people = [letter.from, ...(letter.to ?? [])].filter((id) => id !== undefined);
  const known = await rows.facts(people.map((id) => keyOf('member', id)));
  const members = [...known.values()].filter((row) => row !== null) as Member[];
  const archive = { kith: 1 as const, archive: true, members, recognitions: [letter] };
  const [open] = toPublic(archive, { namesAll: rows.isRecord }).recognitions ?? [];
  return open;
}

async function refaceMember(rows: Rows, id: string): Promise<void> {
  const [own] = await rows.select(keyOf('member', id));
  if (!own) return;
  const search = searchText(own[1] as Member);
  await sql`update member set search = ${search} where community = ${rows.community} and id = ${id}`.execute(rows.trx);
}
