import { climb, reached, rungCheer, sponsorship } from './ladder-places.js';
import { cheer, keeping, letterBacking } from './letter-places.js';
import {
  both,
  first,
  listed,
  merged,
  thePurpose,
  undated,
  whole,
  type PieceKind,
  type PieceName,
  type Place,
} from './place.js';
import { lineBacking, pledge, withUs } from './purpose-places.js';
import { affirmation, holding } from './role-places.js';
import type { FactKey, Key, RowChange, Table, Tables } from './rows.js';

const introduction: Place<'introduction', Tables['introduction']> = {
  kind: 'introduction',
  piece: first,
  rows: ({ state, ...row }, id) => [[[id], state === 'met' ? { met: row.at ?? undated, ...row } : row]],
  put: (piece, row) => merged({ ...piece, state: row.met ? 'met' : (piece.state ?? 'asked') }, row),
  remove: () => undefined,
};

type Places = { readonly [T in Exclude<Table, 'backing'>]: Place<PieceKind, Tables[T]> };

/** In the order in which a piece is put together: what a row speaks of comes before it. */
const places = {
  community: whole('community'),
  purpose: whole('purpose'),
  role: whole('role'),
  ladder: whole('ladder'),
  member: whole('member'),
  recognition: whole('recognition'),
  line: listed<'purpose', Tables['line']>('purpose', 'lines', thePurpose, ({ id }) => [id]),
  'with-us': withUs,
  pledge,
  holding,
  affirmation,
  consent: listed<'recognition', Tables['consent']>('recognition', 'consents', first, (row, id) => [id, row.member]),
  cheer,
  reply: listed<'recognition', Tables['reply']>('recognition', 'replies', first, (row, id) => [id, row.id]),
  answer: listed<'recognition', Tables['answer']>('recognition', 'answers', first, (row, id) => [id, row.id]),
  keeping,
  report: listed<'recognition', Tables['report']>('recognition', 'reports', first, (row, id) => [id, row.by]),
  climb,
  reached,
  record: listed<'progress', Tables['record']>('progress', 'records', both, (row, id) => [...id.split('/'), row.id]),
  sponsorship,
  'rung-cheer': rungCheer,
  introduction,
  asking: listed<'member', Tables['asking']>('member', 'asked', first, (row, id) => [id, row.with]),
  'introduction-answer': listed<'introduction', Tables['introduction-answer']>(
    'introduction',
    'answers',
    first,
    (row, id) => [id, row.member],
  ),
  pass: listed<'member', Tables['pass']>('member', 'passes', first, (row, id) => [id, row.with]),
  meeting: listed<'introduction', Tables['meeting']>('introduction', 'meetings', first, (row, id) => [id, row.member]),
} as unknown as Places;

type AnyPlace = Place<PieceKind, object>;

/** The table whose rows are pieces of a kind themselves. */
export function ownTable(kind: PieceKind): Table {
  return kind === 'progress' ? 'climb' : kind;
}

/** The tables whose rows stand in pieces of a kind: a row that another stands on comes before it. */
export function placesIn(kind: PieceKind): [Table, AnyPlace][] {
  const listed = (Object.entries(places) as [Table, AnyPlace][]).filter(
    ([table, place]) => place.kind === kind && table !== ownTable(kind),
  );
  const backings = ([lineBacking, letterBacking] as unknown as AnyPlace[]).filter((place) => place.kind === kind);
  return [...listed, ...backings.map((place): [Table, AnyPlace] => ['backing', place])];
}

function placeOf(key: FactKey): { place: AnyPlace; ids: string[]; name: PieceName } {
  const [table, ...ids] = key.split(' ') as [Table, ...string[]];
  const place = (table === 'backing' ? (ids[0] === 'line' ? lineBacking : letterBacking) : places[table]) as AnyPlace;
  return { place, ids, name: `${place.kind} ${place.piece(ids)}` };
}

/** The piece a row stands in. */
export function pieceOf(key: FactKey): PieceName {
  return placeOf(key).name;
}

/** A fact read from the piece it stands in; `null` and no rows where there is no such piece. */
export function factIn(piece: object | undefined, key: FactKey): unknown {
  const { place, ids, name } = placeOf(key);
  const rows = piece ? place.rows(piece as never, name.slice(place.kind.length + 1)) : [];
  const asked = ids.filter((id) => id !== '*');
  const found = rows.filter(([each]) => asked.every((id, i) => each[i] === id)).map(([, row]) => row);
  return ids.at(-1) === '*' ? found : (found[0] ?? null);
}

/**
 * A piece as a change leaves it; `undefined` where it goes. What a change begins is made of nothing. `viewer` is whose
 * eyes see the piece: their own part in it may be said as `mine`.
 */
export function changed(piece: object | undefined, change: RowChange, viewer?: string): object | undefined {
  const key: Key = 'put' in change ? change.put : change.remove;
  const { place, ids } = placeOf(key);
  if ('put' in change) return place.put((piece ?? begun(key)) as never, change.row, ids, viewer);
  return piece && place.remove(piece as never, ids, viewer);
}

/** The least a piece must say of itself. */
function begun(key: Key): object {
  const { place, ids } = placeOf(key);
  if (place.kind === 'progress') return { member: ids[0], ladder: ids[1] };
  return place.kind === 'purpose' ? {} : { id: place.piece(ids) };
}
