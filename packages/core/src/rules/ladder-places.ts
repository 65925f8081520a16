import { both, merged, tallied, undated, type Pieces, type Place, type Standing } from './place.js';
import type { Tables } from './rows.js';

export const climb: Place<'progress', Tables['climb']> = {
  kind: 'progress',
  piece: both,
  rows: (progress, id) => [[id.split('/'), progress]],
  put: (progress, row) => merged(progress, row),
  remove: () => undefined,
};

export const reached: Place<'progress', Tables['reached']> = {
  kind: 'progress',
  piece: both,
  rows: ({ member, ladder, reached = {} }) =>
    Object.entries(reached).map(([rung, at]) => [[member, ladder, rung], { member, ladder, rung, at }]),
  put: (progress, { rung, at }) => ({ ...progress, reached: { ...progress.reached, [rung]: at } }),
  remove: (progress, [, , rung = '']) => ({ ...progress, reached: without(progress.reached, rung) }),
};

export const sponsorship: Place<'progress', Tables['sponsorship']> = {
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

export const rungCheer: Place<'progress', Tables['rung-cheer']> = {
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

function without<T>(map: Record<string, T> | undefined, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([each]) => each !== key));
}
