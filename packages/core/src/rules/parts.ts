import { changed, factIn, ownTable, placesIn } from './pieces.js';
import type { PieceKind, PieceName } from './place.js';
import { keyOf, type Key, type RowChange } from './rows.js';

/** A row, by its key. */
export type Keyed = [key: Key, row: object];

/**
 * Takes a piece apart: its own row, then those that stand in it, each after what it stands on. A number that counts more
 * than it names stays in the piece's own row, as what is left of it.
 */
export function partsOf(name: PieceName, piece: object): Keyed[] {
  const [kind, id = ''] = name.split(' ') as [PieceKind, string];
  let rest = piece;
  const parts = placesIn(kind)
    .reverse()
    .map(([table, place]) =>
      place.rows(rest as never, id).map(([ids, row]): Keyed => {
        rest = place.remove(rest as never, ids) ?? rest;
        return [keyOf(table, ...ids), row];
      }),
    );
  const own = keyOf(ownTable(kind), ...id.split('/'));
  return [[own, factIn(rest, own) as object], ...parts.reverse().flat()];
}

/** Puts a piece together again from its rows in that order; `undefined` where its own is not there. */
export function pieceFrom(rows: readonly Keyed[]): object | undefined {
  const nothing = rows.length ? {} : undefined;
  return rows.reduce<object | undefined>((piece, [put, row]) => changed(piece, { put, row } as RowChange), nothing);
}
