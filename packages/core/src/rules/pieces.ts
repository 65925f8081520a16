import type { HeldRole, Introduction, Member, Progress, Purpose, Recognition, Tally } from '../document.js';
import type { FactKey, Key, RowChange, Table, Tables } from './rows.js';

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
  recognition: Recognition & { backed?: Tally; reports?: Tables['report'][] };
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
type Standing<R> = [ids: string[], row: R];

/** How the rows of one table stand in their piece. `viewer` is whose eyes see the piece, where `mine` is said. */
interface Place<K extends PieceKind, R> {
  kind: K;
  /** The id of the piece, from the row's key or the beginning of it. */
  piece(ids: readonly string[]): string;
  rows(piece: Pieces[K], id: string): Standing<R>[];
  put(piece: Pieces[K], row: R, ids: readonly string[], viewer?: string): Pieces[K];
  /** `undefined` where the piece itself goes. */
  remove(piece: Pieces[K], ids: readonly string[], viewer?: string): Pieces[K] | undefined;
}

/** The row is the piece. */
function whole<K extends PieceKind, R>(kind: K): Place<K, R> {
  return {
    kind,
    piece: ([id = '']) => id,
    rows: (piece, id) => [[[id], piece as unknown as R]],
    put: (piece, row) => merged(piece, row as object),
    remove: () => undefined,
  };
}

/** The rows are a list in the piece, each told apart by what its key has after the piece's own ids. */
function listed<K extends PieceKind, R extends object>(
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
function tallied(tally: Tally | undefined, by: string, on: boolean, viewer: string | undefined): Tally {
  const { count = 0, mine, by: named = [] } = tally ?? {};
  const isIn = named.includes(by) || (mine === true && by === viewer);
  return {
    ...tally,
    count: count + Number(on) - Number(isIn),
    by: on ? [...new Set([...named, by])] : named.filter((one) => one !== by),
    ...(by === viewer && { mine: on }),
  };
}

const first = ([id = '']: readonly string[]) => id;
const both = ([member = '', ladder = '']: readonly string[]) => `${member}/${ladder}`;
const thePurpose = () => 'purpose';
const undated = '1970-01-01';

const cheer: Place<'recognition', Tables['cheer']> = {
  kind: 'recognition',
  piece: first,
  rows: ({ cheers }, id) => (cheers?.by ?? []).map((by) => [[id, by], { recognition: id, by, at: undated }]),
  put: (letter, { by }, _, viewer) => ({ ...letter, cheers: tallied(letter.cheers, by, true, viewer) }),
  remove: (letter, [, by = ''], viewer) => ({ ...letter, cheers: tallied(letter.cheers, by, false, viewer) }),
};

const backings = (kind: string, id: string, backed: Tally | undefined): Standing<Tables['backing']>[] =>
  (backed?.by ?? []).map((by) => [[kind, id, by], { kind, id, by, at: undated }]);

const lineBacking: Place<'purpose', Tables['backing']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ lines = [] }) => lines.flatMap(({ id, backed }) => backings('line', id, backed)),
  put: (purpose, { id, by }, _, viewer) => withBacking(purpose, id, by, true, viewer),
  remove: (purpose, [, id = '', by = ''], viewer) => withBacking(purpose, id, by, false, viewer),
};

function withBacking(purpose: Pieces['purpose'], id: string, by: string, on: boolean, viewer: string | undefined) {
  const lines = purpose.lines?.map((line) =>
    line.id === id ? { ...line, backed: tallied(line.backed, by, on, viewer) } : line,
  );
  return { ...purpose, ...(lines && { lines }) };
}

const letterBacking: Place<'recognition', Tables['backing']> = {
  kind: 'recognition',
  piece: ([, id = '']) => id,
  rows: ({ occasion = '', backed }, id) => backings(occasion, id, backed),
  put: (letter, { by }, _, viewer) => ({ ...letter, backed: tallied(letter.backed, by, true, viewer) }),
  remove: (letter, [, , by = ''], viewer) => ({ ...letter, backed: tallied(letter.backed, by, false, viewer) }),
};

const keeping: Place<'recognition', Tables['keeping']> = {
  kind: 'recognition',
  piece: first,
  rows: ({ kept }, id) => (kept ? [[[id], { recognition: id, at: undated, ...kept }]] : []),
  put: (letter, { by, because }) => ({ ...letter, kept: merged({}, { by, because }) as { by: string } }),
  remove: ({ kept: _, ...letter }) => letter,
};

/** A number of unique rows goes up or down by one, where there is such a number. */
const counted = (count: number | undefined, by: number) => Math.max(0, (count ?? 0) + by);

const withUs: Place<'purpose', Tables['with-us']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ counted = [] }) => counted.map(({ who, at }) => [who.split(' '), { at }]),
  put: (purpose, { at }, ids) => withCounted(purpose, ids.join(' '), at),
  remove: (purpose, ids) => withCounted(purpose, ids.join(' '), undefined),
};

function withCounted(purpose: Pieces['purpose'], who: string, at: string | undefined): Pieces['purpose'] {
  const others = (purpose.counted ?? []).filter((row) => row.who !== who);
  const was = (purpose.counted ?? []).length;
  const is = at === undefined ? others : [...others, { who, at }];
  // Who put their name to it counts already.
  const isPledged = purpose.pledges?.some(({ member }) => `member ${member}` === who);
  const counts = { ...purpose.counts, withUs: counted(purpose.counts?.withUs, isPledged ? 0 : is.length - was) };
  return { ...purpose, counted: is, counts };
}

const pledge: Place<'purpose', Tables['pledge']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ pledges = [] }) => pledges.map((row) => [[row.member], row]),
  put: (purpose, row) => withPledge(purpose, row.member, merged({}, row) as Tables['pledge']),
  remove: (purpose, [member = '']) => withPledge(purpose, member, undefined),
};

function withPledge(purpose: Pieces['purpose'], member: string, row: Tables['pledge'] | undefined): Pieces['purpose'] {
  const { pledges = [], by = [], counts, version = 1 } = purpose;
  const before = pledges.find((each) => each.member === member);
  const wasCounted = !!before || purpose.counted?.some(({ who }) => who === `member ${member}`);
  const isCounted = !!row || purpose.counted?.some(({ who }) => who === `member ${member}`);
  const was = Number(before?.version === version);
  const is = Number(row?.version === version);
  return {
    ...purpose,
    pledges: [...pledges.filter((each) => each !== before), ...(row ? [row] : [])],
    by: is ? [...new Set([...by, member])] : by.filter((one) => one !== member),
    counts: {
      ...counts,
      pledged: counted(counts?.pledged, is - was),
      withUs: counted(counts?.withUs, Number(!!isCounted) - Number(!!wasCounted)),
    },
  };
}

/** What a member holds of a role; made where there is nothing of it yet. */
function withRole(member: Pieces['member'], role: string, change: (held: HeldRole) => HeldRole): Pieces['member'] {
  const roles = member.roles ?? [];
  const held = roles.find((each) => each.role === role);
  const now = change(held ?? { role });
  return { ...member, roles: held ? roles.map((each) => (each === held ? now : each)) : [...roles, now] };
}

const holding: Place<'member', Tables['holding']> = {
  kind: 'member',
  piece: first,
  rows: ({ roles = [] }, id) =>
    roles
      .filter(({ accepted, aspires }) => accepted !== undefined || aspires !== undefined)
      .map(({ affirmed: _, shown: __, ...held }) => [[id, held.role], { at: undated, ...held, member: id }]),
  put: (member, { member: _, at: __, ...row }, [, role = '']) =>
    withRole(member, role, (held) => merged(held, { ...row, role })),
  remove: (member, [, role = '']) => ({ ...member, roles: member.roles?.filter((held) => held.role !== role) ?? [] }),
};

const affirmation: Place<'member', Tables['affirmation']> = {
  kind: 'member',
  piece: first,
  rows: ({ roles = [] }, id) =>
    roles.flatMap(({ role, affirmed }) =>
      (affirmed?.by ?? []).map(({ member: by, at = undated, because }): Standing<Tables['affirmation']> => [
        [id, role, by],
        { member: id, role, by, at, ...(because !== undefined && { because }) },
      ]),
    ),
  put: (member, { role, by, because, at }, _, viewer) =>
    withRole(member, role, (held) => withAffirmation(held, by, merged({ member: by }, { because, at }), viewer)),
  remove: (member, [, role = '', by = ''], viewer) =>
    withRole(member, role, (held) => withAffirmation(held, by, undefined, viewer)),
};

type Affirmer = NonNullable<NonNullable<HeldRole['affirmed']>['by']>[number];

function withAffirmation(held: HeldRole, by: string, row: Affirmer | undefined, viewer: string | undefined): HeldRole {
  const { count = 0, mine, by: named = [] } = held.affirmed ?? {};
  const isIn = named.some(({ member }) => member === by) || (mine === true && by === viewer);
  const others = named.filter(({ member }) => member !== by);
  const affirmed = {
    ...held.affirmed,
    count: count + Number(!!row) - Number(isIn),
    by: row ? [...others, row] : others,
    ...(by === viewer && { mine: !!row }),
  };
  return { ...held, affirmed };
}

const climb: Place<'progress', Tables['climb']> = {
  kind: 'progress',
  piece: both,
  rows: (progress, id) => [[id.split('/'), progress]],
  put: (progress, row) => merged(progress, row),
  remove: () => undefined,
};

const reached: Place<'progress', Tables['reached']> = {
  kind: 'progress',
  piece: both,
  rows: ({ member, ladder, reached = {} }) =>
    Object.entries(reached).map(([rung, at]) => [[member, ladder, rung], { member, ladder, rung, at }]),
  put: (progress, { rung, at }) => ({ ...progress, reached: { ...progress.reached, [rung]: at } }),
  remove: (progress, [, , rung = '']) => ({ ...progress, reached: without(progress.reached, rung) }),
};

const sponsorship: Place<'progress', Tables['sponsorship']> = {
  kind: 'progress',
  piece: both,
  rows: ({ member, ladder, sponsors = {}, settled = {} }) =>
    Object.entries(sponsors).flatMap(([rung, all]) =>
      all.map((by): Standing<Tables['sponsorship']> => [
        [member, ladder, rung, by],
        { member, ladder, rung, by, at: undated, ...(settled[rung]?.includes(by) && { settled: true }) },
      ]),
    ),
  put(progress, { rung, by, settled }) {
    const add = (to: Record<string, string[]> = {}) => ({ ...to, [rung]: [...new Set([...(to[rung] ?? []), by])] });
    return { ...progress, sponsors: add(progress.sponsors), ...(settled && { settled: add(progress.settled) }) };
  },
  remove(progress, [, , rung = '', by = '']) {
    const take = (from: Record<string, string[]> = {}) => ({
      ...from,
      [rung]: (from[rung] ?? []).filter((one) => one !== by),
    });
    return { ...progress, sponsors: take(progress.sponsors), settled: take(progress.settled) };
  },
};

const rungCheer: Place<'progress', Tables['rung-cheer']> = {
  kind: 'progress',
  piece: both,
  rows: ({ member, ladder, cheers = [] }) =>
    cheers.flatMap(({ rung, by = [] }) =>
      by.map((one): Standing<Tables['rung-cheer']> => [
        [member, ladder, rung, one],
        { member, ladder, rung, by: one, at: undated },
      ]),
    ),
  put: (progress, { rung, by }, _, viewer) => withRungCheer(progress, rung, by, true, viewer),
  remove: (progress, [, , rung = '', by = ''], viewer) => withRungCheer(progress, rung, by, false, viewer),
};

function withRungCheer(progress: Pieces['progress'], rung: string, by: string, on: boolean, viewer?: string) {
  const { cheers = [] } = progress;
  const before = cheers.find((each) => each.rung === rung);
  const after = { ...tallied(before, by, on, viewer), rung };
  return { ...progress, cheers: before ? cheers.map((each) => (each === before ? after : each)) : [...cheers, after] };
}

const introduction: Place<'introduction', Tables['introduction']> = {
  kind: 'introduction',
  piece: first,
  rows: ({ state: _, ...row }, id) => [[[id], row]],
  put: (piece, row) => merged({ ...piece, state: row.met ? 'met' : (piece.state ?? 'asked') }, row),
  remove: () => undefined,
};

type Places = { readonly [T in Exclude<Table, 'backing'>]: Place<PieceKind, Tables[T]> };

const places = {
  community: whole('community'),
  purpose: whole('purpose'),
  role: whole('role'),
  ladder: whole('ladder'),
  member: whole('member'),
  recognition: whole('recognition'),
  'with-us': withUs,
  pledge,
  line: listed<'purpose', Tables['line']>('purpose', 'lines', thePurpose, ({ id }) => [id]),
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

/** A copy with the fields given; `null` drops one. */
function merged<T extends object>(before: T, row: object): T {
  const entries = Object.entries({ ...before, ...row }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as T;
}

function without<T>(map: Record<string, T> | undefined, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([each]) => each !== key));
}

type AnyPlace = Place<PieceKind, object>;

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
