import { backings } from './letter-places.js';
import { merged, tallied, thePurpose, type Pieces, type Place } from './place.js';
import { countedIn, pledgesIn } from './pledges.js';
import type { Tables } from './rows.js';

export const lineBacking: Place<'purpose', Tables['backing']> = {
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

/** Who counted in or put their name to it may be counted without being named: a number is never below its rows. */
const counted = (count: number | undefined, rows: number, more: number) => Math.max(0, (count ?? rows) + more);

/** How a row of those who counted in names whoever sees the piece. */
const rowOf = (viewer: string | undefined) => (viewer?.startsWith('guest ') ? viewer : `member ${viewer}`);

export const withUs: Place<'purpose', Tables['with-us']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ counted = [] }) => counted.map(({ who, at }) => [who.split(' '), { at }]),
  put: (purpose, { at }, ids, viewer) => withCounted(purpose, ids.join(' '), at, viewer),
  remove: (purpose, ids, viewer) => withCounted(purpose, ids.join(' '), undefined, viewer),
};

function withCounted(purpose: Pieces['purpose'], who: string, at: string | undefined, viewer: string | undefined) {
  const isMine = who === rowOf(viewer);
  const { mine, counted: rows = [] } = purpose;
  const isIn = rows.some((row) => row.who === who) || (isMine && mine?.withUs === true);
  // Who put their name to it counts already.
  const hasPledged =
    who.startsWith('member ') && pledgeIn(purpose, who.slice('member '.length), isMine ? mine?.pledged : undefined);
  const more = hasPledged ? 0 : Number(at !== undefined) - Number(isIn);
  const others = rows.filter((row) => row.who !== who);
  return {
    ...purpose,
    counted: at === undefined ? others : [...others, { who, at }],
    counts: { ...purpose.counts, withUs: counted(purpose.counts?.withUs, countedIn(purpose), more) },
    ...(isMine && { mine: { ...mine, withUs: at !== undefined } }),
  };
}

export const pledge: Place<'purpose', Tables['pledge']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: (purpose) => pledgesIn(purpose).map((row) => [[row.member], row]),
  put: (purpose, row, [member = ''], viewer) =>
    withPledge(purpose, member, merged(pledgeIn(purpose, member) ?? {}, row) as Tables['pledge'], viewer),
  remove: (purpose, [member = ''], viewer) => withPledge(purpose, member, undefined, viewer),
};

/** Somebody's name, also where only they themselves can see that it is there. */
function pledgeIn(purpose: Pieces['purpose'], member: string, mine?: number): { version: number } | undefined {
  const row = pledgesIn(purpose).find((each) => each.member === member);
  return row ?? (mine === undefined ? undefined : { version: mine });
}

function withPledge(purpose: Pieces['purpose'], member: string, row: Tables['pledge'] | undefined, viewer?: string) {
  const { pledges = [], by = [], counts, mine, version = 1 } = purpose;
  const isMine = member === viewer;
  const before = pledgeIn(purpose, member, isMine ? mine?.pledged : undefined);
  const hasCountedIn =
    purpose.counted?.some(({ who }) => who === `member ${member}`) || (isMine && mine?.withUs === true);
  const was = Number(before?.version === version);
  const is = Number(row?.version === version);
  const current = pledgesIn(purpose).filter((each) => each.version === version).length;
  const { pledged: _, ...others } = mine ?? {};
  return {
    ...purpose,
    pledges: withRow(pledges, member, row),
    by: is ? [...new Set([...by, member])] : by.filter((one) => one !== member),
    counts: {
      ...counts,
      pledged: counted(counts?.pledged, current, is - was),
      withUs: counted(
        counts?.withUs,
        countedIn(purpose),
        Number(!!row || !!hasCountedIn) - Number(!!before || !!hasCountedIn),
      ),
    },
    ...(isMine && { mine: { ...others, ...(row && { pledged: row.version }) } }),
  };
}

/** A row that is there keeps its place: who puts their name to it again does not move. */
function withRow(rows: Tables['pledge'][], member: string, row: Tables['pledge'] | undefined) {
  if (!row) return rows.filter((each) => each.member !== member);
  if (!rows.some((each) => each.member === member)) return [...rows, row];
  return rows.map((each) => (each.member === member ? row : each));
}
