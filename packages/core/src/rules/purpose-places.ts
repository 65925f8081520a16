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

export const withUs: Place<'purpose', Tables['with-us']> = {
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

export const pledge: Place<'purpose', Tables['pledge']> = {
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
