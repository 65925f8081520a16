import { describe, expect, it } from 'vitest';
import { type Ladder, nextAct, personalBests, type Progress, standing } from '@kith/core';

const at = '2026-03-01T10:00:00Z';
const forum: Ladder = {
  id: 'forum',
  name: 'Forum',
  measures: ['days', 'topics', 'posts', 'minutes'].map((id) => ({ id, label: id })),
  rungs: [
    { id: 'here', name: 'Here', can: 'read along', needs: [] },
    {
      id: 'reader',
      name: 'Reader',
      can: 'write to anyone',
      needs: [
        { measure: 'topics', atLeast: 5 },
        { measure: 'posts', atLeast: 30 },
        { measure: 'minutes', atLeast: 10 },
      ],
    },
    {
      id: 'regular',
      name: 'Regular',
      can: 'move topics',
      needs: [{ manual: true }, { sponsors: 2 }, { measure: 'days', atLeast: 50 }],
    },
    { id: 'keeper', name: 'Keeper', can: 'keep the door', needs: [{ manual: true }] },
  ],
};
const progress = (known: Partial<Progress>): Progress => ({ member: 'ada', ladder: 'forum', ...known });
const ids = (rungs: { id: string }[]) => rungs.map(({ id }) => id);

describe('standing', () => {
  it('has everyone on the first rung on day one', () => {
    const { reached, current, next } = standing(forum, undefined);
    expect(ids(reached)).toEqual(['here']);
    expect(current?.id).toBe('here');
    expect(next?.id).toBe('reader');
  });

  it('names 11 more posts to somebody of 22 days, 8 topics, 19 posts and 22 minutes', () => {
    const { current, next, act } = standing(
      forum,
      progress({ measures: { days: 22, topics: 8, posts: 19, minutes: 22 } }),
    );
    expect([current?.id, next?.id]).toEqual(['here', 'reader']);
    expect(act).toEqual({ measure: 'posts', atLeast: 30, value: 19, missing: 11 });
  });

  it('reaches a rung when the last need is met, not before', () => {
    const almost = { topics: 5, posts: 29, minutes: 10 };
    expect(standing(forum, progress({ measures: almost })).next?.id).toBe('reader');
    expect(standing(forum, progress({ measures: { ...almost, posts: 30 } })).current?.id).toBe('reader');
  });

  it('keeps what was recorded, whatever the measures say now', () => {
    const { current, act } = standing(forum, progress({ reached: { reader: at }, measures: { posts: 2 } }));
    expect(current?.id).toBe('reader');
    expect(act).toEqual({ measure: 'days', atLeast: 50, value: 0, missing: 50 });
  });

  it('keeps all below what was recorded, so that a rung put in between demotes nobody', () => {
    const { reached, next } = standing(forum, progress({ reached: { regular: at } }));
    expect(ids(reached)).toEqual(['here', 'reader', 'regular']);
    expect(next?.id).toBe('keeper');
  });

  it('climbs in order: measures that meet a rung do not carry over one they do not meet', () => {
    const { reached } = standing(forum, progress({ measures: { days: 60, topics: 99, minutes: 99 } }));
    expect(ids(reached)).toEqual(['here']);
  });

  it('takes a rung that needs a host as reached only when it is recorded', () => {
    const below = { reader: at, regular: at };
    expect(standing(forum, progress({ reached: below })).act).toEqual({ manual: true });
    const top = standing(forum, progress({ reached: { ...below, keeper: at } }));
    expect(ids(top.reached)).toEqual(['here', 'reader', 'regular', 'keeper']);
    expect([top.next, top.act]).toEqual([undefined, undefined]);
  });

  it('has nowhere to stand on a ladder without rungs', () => {
    const nowhere = standing({ id: 'x', name: 'X', rungs: [] }, undefined);
    expect(nowhere).toEqual({ reached: [], current: undefined, next: undefined, act: undefined });
  });

  it('is not misled by ids that every object knows', () => {
    const ladder: Ladder = {
      id: 'x',
      name: 'X',
      rungs: [
        { id: 'constructor', name: 'C', can: 'c', needs: [{ measure: 'toString', atLeast: 1 }] },
        { id: 'valueOf', name: 'V', can: 'v', needs: [{ sponsors: 1 }] },
      ],
    };
    const { reached, act } = standing(ladder, progress({ reached: {}, measures: {}, sponsors: {} }));
    expect(reached).toEqual([]);
    expect(act).toEqual({ measure: 'toString', atLeast: 1, value: 0, missing: 1 });
    expect(standing(ladder, progress({ reached: { constructor: at }, sponsors: {} })).act).toEqual({
      sponsors: 1,
      missing: 1,
    });
  });
});

describe('nextAct', () => {
  const rung = (...needs: NonNullable<Ladder['rungs'][number]['needs']>) => ({ id: 'r', name: 'R', can: 'r', needs });
  const a = { measure: 'a', atLeast: 100 };
  const b = { measure: 'b', atLeast: 4 };

  it('is the measure with the least share of its target left, not the least number', () => {
    expect(nextAct(rung(b, a), progress({ measures: { a: 90, b: 2 } }))).toMatchObject({ measure: 'a', missing: 10 });
    expect(nextAct(rung(a, b), progress({ measures: { a: 10, b: 3 } }))).toMatchObject({ measure: 'b', missing: 1 });
  });

  it('keeps the order of the needs in a tie', () => {
    expect(nextAct(rung(b, a), undefined)).toMatchObject({ measure: 'b' });
    expect(nextAct(rung(a, b), progress({ measures: { a: 50, b: 2 } }))).toMatchObject({ measure: 'a' });
  });

  it('asks for measures before sponsors before a host', () => {
    const all = rung({ manual: true }, { sponsors: 1 }, a);
    expect(nextAct(all, undefined)).toMatchObject({ measure: 'a' });
    expect(nextAct(all, progress({ measures: { a: 100 } }))).toEqual({ sponsors: 1, missing: 1 });
    expect(nextAct(all, progress({ measures: { a: 100 }, sponsors: { r: ['bo'] } }))).toEqual({ manual: true });
  });

  it('counts a sponsor once', () => {
    expect(nextAct(rung({ sponsors: 3 }), progress({ sponsors: { r: ['bo', 'bo', 'cy'] } }))).toEqual({
      sponsors: 3,
      missing: 1,
    });
    expect(nextAct(rung({ sponsors: 2 }), progress({ sponsors: { r: ['bo', 'cy'] } }))).toBeUndefined();
  });

  it('tells somebody resting the way back, from the rung they hold', () => {
    const held = { reached: { reader: at }, measures: { topics: 8, posts: 27, minutes: 30 } };
    const { current } = standing(forum, progress(held));
    expect(current && nextAct(current, progress(held))).toMatchObject({ measure: 'posts', missing: 3 });
  });
});

describe('personalBests', () => {
  const record = (value: number, day: number, measure = 'reps') => ({
    measure,
    value,
    at: `2026-03-${String(day).padStart(2, '0')}`,
  });

  it('writes a first and each better one, newest first, with what it was better than', () => {
    const { board } = personalBests([record(1, 1), record(3, 2), record(5, 9)]);
    expect(board.map(({ value, old }) => [value, old])).toEqual([
      [5, 3],
      [3, 1],
      [1, undefined],
    ]);
  });

  it('never writes a try: nothing lower, nothing equal, nothing of zero', () => {
    const { board, best } = personalBests([record(0, 1), record(3, 2), record(2, 3), record(3, 4)]);
    expect(board.map(({ value, at, old }) => [value, at, old])).toEqual([[3, '2026-03-02', undefined]]);
    expect(best.get('reps')?.value).toBe(3);
    expect(personalBests([record(0, 1)])).toEqual({ best: new Map(), board: [] });
  });

  it('goes by when it happened, not by when it was written down', () => {
    const { board } = personalBests([record(5, 9), record(1, 1)]);
    expect(board.map(({ value }) => value)).toEqual([5, 1]);
  });

  it('goes by the moment, not by its spelling', () => {
    const early = { measure: 'reps', value: 4, at: '2026-03-02T01:00:00+05:00' };
    const late = { measure: 'reps', value: 3, at: '2026-03-01T23:00:00Z' };
    expect(personalBests([late, early]).board).toMatchObject([{ value: 4 }]);
  });

  it('takes records of one moment in the order given', () => {
    expect(personalBests([record(2, 1), record(4, 1), record(3, 1)]).board.map(({ value }) => value)).toEqual([4, 2]);
    expect(personalBests([record(4, 1), record(2, 1)]).board.map(({ value }) => value)).toEqual([4]);
  });

  it('keeps measures apart', () => {
    const { board, best } = personalBests([record(9, 1, 'hang'), record(2, 2), record(10, 3, 'hang')]);
    expect(board.map(({ measure, value, old }) => [measure, value, old])).toEqual([
      ['hang', 10, 9],
      ['reps', 2, undefined],
      ['hang', 9, undefined],
    ]);
    expect([best.get('hang')?.value, best.get('reps')?.value]).toEqual([10, 2]);
  });

  it('leaves the list it reads as it was, and takes none for an empty one', () => {
    const records = [record(5, 9), record(1, 1)];
    personalBests(records);
    expect(records).toEqual([record(5, 9), record(1, 1)]);
    expect(personalBests(undefined).board).toEqual([]);
  });
});
