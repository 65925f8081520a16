import { toPublic, type Change, type CommunityDocument } from '@kith/core';
import { documentOf, piecesOf, type PieceKind, type PieceName } from '@kith/core/rules';
import { findIn } from './read/pieces.js';
import { addPeople, type Reader } from './read/read.js';

/** Pieces of which a change may be told: what two people say to each other is nobody else's. */
const told = new Set<PieceKind>(['community', 'purpose', 'role', 'ladder', 'member', 'recognition', 'progress']);

/** What everyone sees of some pieces, each printed. */
export type Prints = Map<PieceName, string | undefined>;

/** Prints what everyone sees of these pieces. */
export async function printsOf(
  { trx, community }: Pick<Reader, 'trx' | 'community'>,
  names: readonly PieceName[],
  isRecord: boolean,
): Promise<Prints> {
  const wanted = names.filter((name) => told.has(kindOf(name)));
  const found = await findIn(
    trx,
    community,
    wanted.map((name) => [kindOf(name), [name.slice(kindOf(name).length + 1)]]),
    'present',
  );
  const { pieces, named } = found;
  await addPeople({ trx, community, viewer: undefined, eyes: 'present' }, found);
  const open = toPublic(documentOf(pieces, { kith: 1 }) as CommunityDocument, {
    namesAll: isRecord,
    named,
  });
  // Also of the people in them: a letter that is shown may name somebody who was nowhere to be seen.
  const seen = piecesOf({ ...open, archive: true, roles: open.roles ?? [] });
  return new Map([...wanted, ...pieces.keys()].map((name) => [name, printed(seen.get(name))]));
}

const printed = (piece: object | undefined) => piece && JSON.stringify(piece);

/** What is no longer as everyone saw it. */
export function touchedBetween(before: Prints, after: Prints): Change['touched'] {
  return [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    if (was === is) return [];
    const kind = kindOf(name);
    return [{ kind, id: name.slice(kind.length + 1), ...(is === undefined && { gone: true as const }) }];
  });
}

function kindOf(name: PieceName): PieceKind {
  return name.split(' ')[0] as PieceKind;
}
