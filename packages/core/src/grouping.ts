import { NONE } from './blossoms.js';
import { heaviestMatching } from './matching.js';
import { pairs } from './ties.js';

/** How much two are to be put together. */
export interface Merit {
  /** Comes before any score. */
  first: boolean;
  /** Not below 0; it counts to a ten-thousandth. */
  score: number;
}

type Weight = (a: number, b: number) => number;

const PRECISION = 10_000;

/**
 * Puts `size` people into pairs, and who is over into threes, by the merit of every two of them; undefined where two must
 * not be in one group. As many as can be are in a group, each in one. Of all ways to make as many pairs as there can be it
 * is one with the most `first` pairs, and of those one with the highest sum of scores. Who is over makes a trio with one of
 * these pairs, again the best for all of them together; only where that leaves somebody over whom other trios would
 * place, the best of those trios is made, and the rest anew. (The best pairs and trios at once would be a problem of
 * another kind: for every trio there could be, all pairs of the rest.)
 */
export function groupsOf(size: number, meritOf: (a: number, b: number) => Merit | undefined): number[][] {
  const weightOf = weighed(size, meritOf);
  const trios: number[][] = [];
  let rest = Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const { groups, over } = matched(rest, weightOf);
    const joined = joinedBy(over, groups, weightOf);
    trios.push(...joined);
    const placed = new Set(joined.flat());
    rest = rest.filter((one) => !placed.has(one));
    const left = groups.filter(([one = NONE]) => !placed.has(one));
    const trio = over.every((one) => placed.has(one)) ? undefined : helpfulTrio(rest, left.length, weightOf);
    if (!trio) return [...left, ...trios];
    trios.push(trio);
    rest = rest.filter((one) => !trio.includes(one));
  }
}

/** Merits as whole numbers: a pair outweighs all there could be of `first`, and that all there could be of scores. */
function weighed(size: number, meritOf: (a: number, b: number) => Merit | undefined): Weight {
  const table = new Float64Array(size * size).fill(NONE);
  const firsts = new Uint8Array(size * size);
  let highest = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const merit = meritOf(b, a);
      if (!merit) continue;
      const score = Math.round(merit.score * PRECISION);
      highest = Math.max(highest, score);
      table[a * size + b] = table[b * size + a] = score;
      firsts[a * size + b] = firsts[b * size + a] = Number(merit.first);
    }
  }
  const most = size >> 1;
  const first = most * highest + 1;
  const placed = most * (first + highest) + 1;
  return (a, b) => {
    const score = table[a * size + b] ?? NONE;
    return score === NONE ? 0 : placed + (firsts[a * size + b] ?? 0) * first + score;
  };
}

/** The best pairs among some, and who is over. */
function matched(some: readonly number[], weightOf: Weight) {
  const { mates, spare } = heaviestMatching(some.length, (a, b) => weightOf(some[a] ?? 0, some[b] ?? 0));
  const groups = some.flatMap((one, i) => ((mates[i] ?? NONE) > i ? [[one, some[mates[i] ?? 0] ?? 0]] : []));
  return {
    groups,
    over: some.filter((_, i) => mates[i] === NONE),
    spare: some.filter((_, i) => spare[i]),
  };
}

/** Those who are over with the pairs they join, each another: as many as can, and the best for all. */
function joinedBy(over: readonly number[], groups: readonly number[][], weightOf: Weight): number[][] {
  const joins = over.map((one) =>
    groups.map((pair) => {
      const [a = 0, b = 0] = pair.map((other) => weightOf(one, other));
      return a && b && a + b;
    }),
  );
  const n = over.length;
  const { mates } = heaviestMatching(n + groups.length, (a, b) => (a < n && b >= n ? (joins[a]?.[b - n] ?? 0) : 0));
  return over.flatMap((one, i) => (mates[i] === NONE ? [] : [[one, ...(groups[(mates[i] ?? 0) - n] ?? [])]]));
}

/** 0 where any two of them must not be in one group. */
function trioWeight(trio: readonly number[], weightOf: Weight): number {
  const weights = pairs(trio).map(([a, b]) => weightOf(a, b));
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * The best trio by which one more of these is placed: it costs no more than one of the `most` pairs there can be of them.
 * All three are over in some matching as large (Cornuéjols, Hartvigsen and Pulleyblank, "Packing subgraphs in a graph",
 * Operations Research Letters 1, 1982); and whichever such trio is made, what else can be placed still can.
 */
function helpfulTrio(some: readonly number[], most: number, weightOf: Weight): number[] | undefined {
  const isPair: Weight = (a, b) => Number(weightOf(a, b) > 0);
  const { spare } = matched(some, isPair);
  const trios = spare.flatMap((one, i) => {
    const others = spare.slice(i + 1).filter((other) => isPair(one, other));
    return pairs(others)
      .filter(([a, b]) => isPair(a, b))
      .map((pair) => [one, ...pair]);
  });
  return trios
    .map((trio) => ({ trio, weight: trioWeight(trio, weightOf) }))
    .sort((a, b) => b.weight - a.weight)
    .find(({ trio }) => {
      const rest = some.filter((one) => !trio.includes(one));
      return matched(rest, isPair).groups.length === most - 1;
    })?.trio;
}
