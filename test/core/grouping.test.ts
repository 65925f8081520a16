import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, type Merit } from '../../packages/core/src/grouping.js';

type Merits = (Merit | undefined)[][];
/** How good a round is: how many are placed, pairs that come first, sum of scores; compared in this order. */
type Worth = [placed: number, first: number, score: number];

const less = (a: Worth, b: Worth) => a.map((n, i) => n - b[i as 0]).find((n) => Math.abs(n) > 1e-9) ?? 0;
const meritIn = (merits: Merits, a: number, b: number) => merits[a]?.[b];

/** Every way to make groups of two, and with `most` 3 of three too; who is in none is left out. */
function* ways(merits: Merits, most: 2 | 3, among = merits.map((_, i) => i)): Generator<number[][]> {
  const [one, ...others] = among;
  if (one === undefined) {
    yield [];
    return;
  }
  yield* ways(merits, most, others);
  const may = others.filter((other) => meritIn(merits, one, other));
  for (const [i, a] of may.entries()) {
    const rest = others.filter((each) => each !== a);
    for (const way of ways(merits, most, rest)) yield [[one, a], ...way];
    if (most === 2) continue;
    for (const b of may.slice(i + 1)) {
      if (!meritIn(merits, a, b)) continue;
      for (const way of ways(
        merits,
        most,
        rest.filter((each) => each !== b),
      ))
        yield [[one, a, b], ...way];
    }
  }
}

function worthOf(merits: Merits, pairs: readonly number[][]): Worth {
  const all = pairs.map(([a = 0, b = 0]) => meritIn(merits, a, b));
  return [
    2 * pairs.length,
    all.filter((merit) => merit?.first).length,
    all.reduce((sum, merit) => sum + (merit?.score ?? 0), 0),
  ];
}

const best = (merits: Merits) =>
  [...ways(merits, 2)].map((way) => worthOf(merits, way)).reduce((a, b) => (less(a, b) < 0 ? b : a));
const placedBy = (groups: readonly number[][]) => groups.flat().length;

/** The pairs that are left if one of each trio had not joined: every choice of whom. */
const withoutOne = (groups: readonly number[][]): number[][][] =>
  groups.reduce<number[][][]>(
    (all, group) =>
      all.flatMap((way) =>
        group.length === 2 ? [[...way, group]] : group.map((one) => [...way, group.filter((each) => each !== one)]),
      ),
    [[]],
  );

/** Whether with any of the best pairs as many are placed, each who is over joining a pair of their own. */
function canAllJoin(merits: Merits, most: number): boolean {
  const top = best(merits);
  for (const pairs of ways(merits, 2)) {
    if (less(worthOf(merits, pairs), top) !== 0) continue;
    const over = merits.map((_, i) => i).filter((one) => !pairs.flat().includes(one));
    const joins = (i: number, used: readonly number[]): number =>
      i === over.length
        ? 0
        : Math.max(
            joins(i + 1, used),
            ...pairs.map((pair, p) =>
              !used.includes(p) && pair.every((other) => meritIn(merits, over[i] ?? 0, other))
                ? 1 + joins(i + 1, [...used, p])
                : 0,
            ),
          );
    if (placedBy(pairs) + joins(0, []) < most) return false;
  }
  return true;
}

const merit = fc.record({ first: fc.boolean(), score: fc.integer({ min: 0, max: 40 }).map((n) => n / 10) });
const community = (size: number, may: number, not: number) =>
  fc.integer({ min: 0, max: size }).chain((n) => {
    const each = fc.oneof({ weight: may, arbitrary: merit }, { weight: not, arbitrary: fc.constant(undefined) });
    return fc.array(each, { minLength: n * n, maxLength: n * n }).map((all): Merits => {
      const between = (a: number, b: number) => (a === b ? undefined : all[Math.min(a, b) * n + Math.max(a, b)]);
      return Array.from({ length: n }, (_, a) => Array.from({ length: n }, (__, b) => between(a, b)));
    });
  });
const run = (merits: Merits) => groupsOf(merits.length, (a, b) => meritIn(merits, a, b));

describe('groupsOf', { timeout: 120_000 }, () => {
  const communities: [string, fc.Arbitrary<Merits>][] = [
    ['everybody may meet nearly everybody', community(7, 9, 1)],
    ['half of them may', community(7, 1, 1)],
    ['few may', community(8, 2, 5)],
  ];

  it.each(communities)('puts each in one group of two or three who all may meet, where %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (merits) => {
        const groups = run(merits);
        expect(new Set(groups.flat()).size).toBe(placedBy(groups));
        for (const group of groups) {
          expect([2, 3]).toContain(group.length);
          for (const a of group) for (const b of group) if (a !== b) expect(meritIn(merits, a, b)).toBeDefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(communities)('places as many as any groups of two and three could, where %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (merits) => {
        expect(placedBy(run(merits))).toBe(Math.max(...[...ways(merits, 3)].map(placedBy)));
      }),
      { numRuns: 400 },
    );
  });

  it.each(communities)('makes the best of all pairs, unless others place more, where %s', (_, arbitrary) => {
    let [asBest, others] = [0, 0];
    fc.assert(
      fc.property(arbitrary, (merits) => {
        const groups = run(merits);
        const top = best(merits);
        if (withoutOne(groups).some((pairs) => less(worthOf(merits, pairs), top) === 0)) return void asBest++;
        others++;
        // Where nobody can be placed by joining the best pairs, fewer of those are made, never where they can.
        const found = withoutOne(groups).some((pairs) => placedBy(pairs) === top[0]);
        expect(found && canAllJoin(merits, placedBy(groups))).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(asBest).toBeGreaterThan(10 * others);
  });

  it('puts who is over with the pair they go with best', () => {
    const even: Record<string, number> = { '0 1': 9, '2 3': 9, '0 4': 1, '1 4': 1, '2 4': 1, '3 4': 1 };
    const turned: Record<string, number> = { ...even, '0 4': 2 };
    const other = groupsOf(5, (a, b) => ({ first: false, score: turned[`${a} ${b}`] ?? 0 }));
    expect(other.map((group) => group.sort()).sort()).toEqual([
      [0, 1, 4],
      [2, 3],
    ]);
    const scores: Record<string, number> = { ...even, '2 4': 2 };
    const groups = groupsOf(5, (a, b) => ({ first: false, score: scores[`${a} ${b}`] ?? 0 }));
    expect(groups.map((group) => group.sort()).sort()).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  it('gives up the best pairs for a trio only where somebody would be left out', () => {
    const may = new Map([
      ['0 1', 1],
      ['0 2', 1],
      ['1 2', 1],
      ['2 3', 9],
      ['3 4', 1],
    ]);
    const groups = groupsOf(5, (a, b) => {
      const score = may.get(`${a} ${b}`);
      return score === undefined ? undefined : { first: false, score };
    });
    expect(groups.map((group) => group.sort()).sort()).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });
});
