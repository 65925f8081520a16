import { toPublic, type Recognition } from '@kith/core';
import { allOf, keyOf, pieceFrom, type Keyed, type PieceName } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Rows } from './rows.js';

/** What everyone may know of a letter, as far as pages are found by it. */
export interface Face {
  isOpen: boolean;
  /** Whom it shows. */
  faces: string[];
}

/** A letter with what its people said of it, and nothing else that stands in it. */
export async function letterOf(rows: Rows, id: string): Promise<Recognition | undefined> {
  const [own] = await rows.select(keyOf('recognition', id));
  const consents = await rows.select(allOf('consent', id));
  return own && (pieceFrom([own, ...consents] as Keyed[]) as Recognition);
}

export function faceOf(letter: Recognition | undefined, namesAll: boolean): Face {
  const archive = { kith: 1 as const, archive: true, ...(letter && { recognitions: [letter] }) };
  const [open] = toPublic(archive, { namesAll }).recognitions ?? [];
  return { isOpen: !!open, faces: open ? [open.from, ...(open.to ?? [])].flatMap((id) => id ?? []) : [] };
}

/** Says anew by what these pieces are found. */
export async function reface(rows: Rows, names: readonly PieceName[]): Promise<void> {
  for (const name of names) {
    const [kind, id = ''] = name.split(' ');
    if (kind !== 'recognition') continue;
    const letter = await letterOf(rows, id);
    if (!letter) continue;
    const { isOpen, faces } = faceOf(letter, false);
    const time = Date.parse(letter.at ?? '');
    await sql`
      update recognition set open = ${isOpen}, faces = ${faces}, at = ${Number.isNaN(time) ? null : new Date(time)}
      where community = ${rows.community} and id = ${id}`.execute(rows.trx);
  }
}
