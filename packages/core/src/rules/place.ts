import type { Introduction, Member, Progress, Purpose, Recognition, Tally } from '../document.js';
import type { Tables } from './rows.js';

/**
 * Where each row stands in the community document. A row belongs to one piece (a letter, a member, a climb…), so that the
 * same change can be made in an archive held in memory and in whatever pieces a page happens to show. What only an
 * archive has is named beside the document's own fields.
 */
export interface Pieces {
  community: Tables['community'];
  purpose: Purpose & { pledges?: Tables['pledge'][]; counted?: { who: string; at: string }[] };
  role: Tables['role'];
  ladder: Tables['ladder'];
  member: Member & { passes?: Tables['pass'][]; asked?: Tables['asking'][] };
  recognition: Recognition & { reports?: Tables['report'][] };
  progress: Progress & { settled?: Record<string, string[]> };
  introduction: Introduction & {
    met?: string;
    answers?: Tables['introduction-answer'][];
    meetings?: Tables['meeting'][];
  };
}
export type PieceKind = keyof Pieces;
export type PieceName<K extends PieceKind = PieceKind> = `${K} ${string}`;

/** A row where it stands, with the ids its key is made of. */
export type Standing<R> = [ids: string[], row: R];

/** How the rows of one table stand in their piece. `viewer` is whose eyes see the piece, where `mine` is said. */
export interface Place<K extends PieceKind, R> {
  kind: K;
  /** The id of the piece, from the row's key or the beginning of it. */
  piece(ids: readonly string[]): string;
  rows(piece: Pieces[K], id: string): Standing<R>[];
  put(piece: Pieces[K], row: R, ids: readonly string[], viewer?: string): Pieces[K];
  /** `undefined` where the piece itself goes. */
  remove(piece: Pieces[K], ids: readonly string[], viewer?: string): Pieces[K] | undefined;
}

/** The row is the piece. */
export function whole<K extends PieceKind, R>(kind: K): Place<K, R> {
  return {
    kind,
    piece: ([id = '']) => id,
    rows: (piece, id) => [[[id], piece as unknown as R]],
    put: (piece, row) => merged(piece, row as object),
    remove: () => undefined,
  };
}

/** The rows are a list in the piece, each told apart by what its key has after the piece's own ids. */
export function listed<K extends PieceKind, R extends object>(
  kind: K,
  field: string,
  piece: (ids: readonly string[]) => string,
  idsOf: (row: R, id: string) => string[],
): Place<K, R> {
  const all = (of: Pieces[K]) => ((of as unknown as Record<string, R[] | undefined>)[field] ?? []).slice();
  const placeOf = (rows: R[], ids: readonly string[]) =>
    rows.findIndex((row) => idsOf(row, piece(ids)).join(' ') === ids.join(' '));
  return {
    kind,
    piece,
    rows: (of, id) => all(of).map((row) => [idsOf(row, id), row]),
    put(of, row, ids) {
      const rows = all(of);
      const place = placeOf(rows, ids);
      if (place < 0) rows.push(merged({}, row) as R);
      else rows[place] = merged(rows[place] as R, row) as R;
      return { ...of, [field]: rows };
    },
    remove(of, ids) {
      const place = placeOf(all(of), ids);
      return place < 0 ? of : { ...of, [field]: all(of).filter((_, i) => i !== place) };
    },
  };
}

/** Adds somebody to a tally, or takes them out; a tally may count people it does not name. */
export function tallied(tally: Tally | undefined, by: string, on: boolean, viewer: string | undefined): Tally {
  const { count = 0, mine, by: named = [] } = tally ?? {};
  const isIn = named.includes(by) || (mine === true && by === viewer);
  return {
    ...tally,
    count: count + Number(on) - Number(isIn),
    by: on ? [...new Set([...named, by])] : named.filter((one) => one !== by),
    ...(by === viewer && { mine: on }),
  };
}

export const first = ([id = '']: readonly string[]) => id;
export const both = ([member = '', ladder = '']: readonly string[]) => `${member}/${ladder}`;
export const thePurpose = () => 'purpose';
export const undated = '1970-01-01';

/** A copy with the fields given; `null` drops one. */
export function merged<T extends object>(before: T, row: object): T {
  const entries = Object.entries({ ...before, ...row }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as T;
}
