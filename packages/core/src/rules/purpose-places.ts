import { backings } from './letter-places.js';
import { merged, tallied, thePurpose, type Pieces, type Place } from './place.js';
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

/** A number of unique rows goes up or down by one, where there is such a number. */
const counted = (count: number | undefined, by: number) => Math.max(0, (count ?? 0) + by);

/** Whose row it is: `member <id>` or `guest <id>`; a viewer is a member unless they say otherwise. */
const isViewer = (who: string, viewer: string | undefined) =>
  viewer !== undefined && who === (viewer.includes(' ') ? viewer : `member ${viewer}`);

export const withUs: Place<'purpose', Tables['with-us']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ counted = [] }) => counted.map(({ who, at }) => [who.split(' '), { at }]),
  put: (purpose, { at }, ids, viewer) => withCounted(purpose, ids.join(' '), at, viewer),
  remove: (purpose, ids, viewer) => withCounted(purpose, ids.join(' '), undefined, viewer),
};

function withCounted(
  purpose: Pieces['purpose'],
  who: string,
  at: string | undefined,
  viewer: string | undefined,
): Pieces['purpose'] {
  const { counted: rows = [], pledges, counts, mine } = purpose;
  const isMine = isViewer(who, viewer);
  const others = rows.filter((row) => row.who !== who);
  const was = others.length < rows.length || (isMine && mine?.withUs === true);
  // Who put their name to it counts already.
  const isPledged =
    pledges?.some(({ member }) => `member ${member}` === who) || (isMine && mine?.pledged !== undefined);
  return {
    ...purpose,
    counted: at === undefined ? others : [...others, { who, at }],
    counts: { ...counts, withUs: counted(counts?.withUs, isPledged ? 0 : Number(at !== undefined) - Number(was)) },
    ...(isMine && { mine: { ...mine, withUs: at !== undefined } }),
  };
}

export const pledge: Place<'purpose', Tables['pledge']> = {
  kind: 'purpose',
  piece: thePurpose,
  rows: ({ pledges = [] }) => pledges.map((row) => [[row.member], row]),
  put: (purpose, row, _, viewer) => withPledge(purpose, row.member, merged({}, row) as Tables['pledge'], viewer),
  remove: (purpose, [member = ''], viewer) => withPledge(purpose, member, undefined, viewer),
};

function withPledge(
  purpose: Pieces['purpose'],
  member: string,
  row: Tables['pledge'] | undefined,
  viewer: string | undefined,
): Pieces['purpose'] {
  const { pledges = [], by = [], counts, version = 1, mine } = purpose;
  const isMine = isViewer(`member ${member}`, viewer);
  const before = pledges.find((each) => each.member === member);
  const signed = before?.version ?? (isMine ? mine?.pledged : undefined);
  const isIn = purpose.counted?.some(({ who }) => who === `member ${member}`) || (isMine && mine?.withUs === true);
  const is = row?.version === version;
  const { pledged: _, ...part } = mine ?? {};
  return {
    ...purpose,
    pledges: [...pledges.filter((each) => each !== before), ...(row ? [row] : [])],
    by: is ? [...new Set([...by, member])] : by.filter((one) => one !== member),
    counts: {
      ...counts,
      pledged: counted(counts?.pledged, Number(is) - Number(signed === version)),
      withUs: counted(counts?.withUs, Number(!!row || isIn) - Number(signed !== undefined || isIn)),
    },
    ...(isMine && { mine: { ...part, ...(row && { pledged: row.version }) } }),
  };
}
