import type { Member, Recognition } from '@kith/core';
import { allOf, keyOf, pieceFrom, type PieceName } from '@kith/core/rules';
import type { Rows } from './rows.js';
import { faceOf, peopleOf, publicly } from './take/letter.js';
import { write } from './take/write.js';

/** Says anew by what these pieces are found: of a letter also whether everyone sees it, and whom in it. */
export async function reface(rows: Rows, names: readonly PieceName[]): Promise<void> {
  for (const name of names) {
    const [kind, id = ''] = name.split(' ');
    if (kind === 'recognition') await refaceLetter(rows, id);
    if (kind === 'member') await refaceMember(rows, id);
  }
}

async function refaceLetter(rows: Rows, id: string): Promise<void> {
  const [own] = await rows.select(keyOf('recognition', id));
  if (!own) return;
  const letter = pieceFrom([own, ...(await rows.select(allOf('consent', id)))]) as Recognition;
  const known = await rows.facts(peopleOf(letter).map((person) => keyOf('member', person)));
  const members = [...known.values()].filter((row) => row !== null) as Member[];
  const face = faceOf(letter, publicly(letter, members, rows.isRecord));
  await write(rows.trx, rows.community, { rows: new Map([own]), faces: new Map([[id, face]]) });
}

async function refaceMember(rows: Rows, id: string): Promise<void> {
  const key = keyOf('member', id);
  const [[, body] = [key, null]] = await rows.select(key);
  await write(rows.trx, rows.community, { rows: new Map([[key, body]]), faces: new Map() });
}
