import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestMatching } from '../../packages/core/src/matching.js';

type Graph = number[][];

/** The greatest weight there is, by trying for whoever comes first everybody and nobody. */
function heaviest(graph: Graph, among: readonly number[] = graph.map((_, i) => i), known = new Map<string, number>()) {
  const key = among.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const [one, ...others] = among;
  let best = 0;
  if (one !== undefined) {
    best = heaviest(graph, others, known);
    for (const other of others) {
      const weight = graph[one]?.[other] ?? 0;
      const rest = others.filter((each) => each !== other);
      if (weight) best = Math.max(best, weight + heaviest(graph, rest, known));
    }
  }
  known.set(key, best);
  return best;
}

const graphOf = (weights: fc.Arbitrary<number>) =>
  fc.integer({ min: 0, max: 11 }).chain((size) =>
    fc.array(weights, { minLength: (size * size) >> 1, maxLength: (size * size) >> 1 }).map((all): Graph => {
      const graph = Array.from({ length: size }, () => Array<number>(size).fill(0));
      let next = 0;
      for (let a = 0; a < size; a++)
        for (let b = 0; b < a; b++) (graph[a] ?? [])[b] = (graph[b] ?? [])[a] = all[next++] ?? 0;
      return graph;
    }),
  );
const run = (graph: Graph) => heaviestMatching(graph.length, (a, b) => graph[a]?.[b] ?? 0);
const weightOf = (graph: Graph, mates: Int32Array) =>
  [...mates].reduce((sum, mate, v) => sum + (mate > v ? (graph[v]?.[mate] ?? 0) : 0), 0);

describe('heaviestMatching', { timeout: 60_000 }, () => {
  const sparse = fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  );

  it.each([
    ['whatever the weights', graphOf(fc.integer({ min: 0, max: 30 }))],
    ['where few are tied', graphOf(sparse)],
    ['where one edge more outweighs all', graphOf(sparse.map((weight) => weight && 1e12 + weight))],
    ['where many are as heavy', graphOf(fc.constantFrom(0, 1, 2))],
  ])('is as heavy as any, and each has one mate, %s', (_, graphs) => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { mates } = run(graph);
        mates.forEach((mate, v) => {
          if (mate < 0) return;
          expect(mates[mate]).toBe(v);
          expect(graph[v]?.[mate]).toBeGreaterThan(0);
        });
        expect(weightOf(graph, mates)).toBe(heaviest(graph));
      }),
      { numRuns: 600 },
    );
  });

  it('knows who may be over, where all weights are alike', () => {
    fc.assert(
      fc.property(graphOf(fc.constantFrom(0, 0, 1)), (graph) => {
        const { spare } = run(graph);
        const all = graph.map((_, i) => i);
        const without = (one: number) =>
          heaviest(
            graph,
            all.filter((each) => each !== one),
          );
        expect(spare).toEqual(all.map((one) => without(one) === heaviest(graph)));
      }),
      { numRuns: 600 },
    );
  });

  it('takes rings within rings apart and together: a hundred vertices in odd rings tied to each other', () => {
    const size = 99;
    const ring = (a: number, b: number) => Number(a % 3 === 0 && b - a <= 2) * 8 + Number(b - a === 1) * 3;
    const { mates } = heaviestMatching(size, (a, b) => ring(a, b) + Number((a * 7 + b * 11) % 13 === 0));
    expect([...mates].filter((mate) => mate < 0)).toHaveLength(1);
  });

  it('is nothing where there is nobody', () => {
    expect([...heaviestMatching(0, () => 1).mates]).toEqual([]);
    expect([...heaviestMatching(1, () => 1).mates]).toEqual([-1]);
  });
});
