import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affiliation } from '@kith/core';
import { shared } from '../shared.js';

type Tie = [string, string];
const ids = (n: number) => Array.from({ length: n }, (_, i) => `m${i}`);
const star = (n: number) =>
  ids(n)
    .slice(1)
    .map((id): Tie => ['m0', id]);
const complete = (n: number) => ids(n).flatMap((a, i) => ids(i).map((b): Tie => [a, b]));
const path = (...stops: string[]) => stops.slice(1).map((stop, i): Tie => [stops[i] ?? '', stop]);

const karate = shared('data/networks/karate.json');

describe('affiliation', () => {
  it.skipIf(!karate)('finds the karate club a web (needs data/networks/karate.json in KITH_SHARED)', () => {
    const { nodes, edges } = JSON.parse(readFileSync(karate ?? '', 'utf8')) as {
      nodes: { id: number }[];
      edges: [number, number, number][];
    };
    const club = affiliation(
      edges.map(([a, b]): Tie => [`${a}`, `${b}`]),
      nodes.map(({ id }) => `${id}`),
    );
    expect(club.kind).toBe('web');
    expect(club.density).toBeCloseTo(0.139, 3);
    expect(club.centralization).toBeCloseTo(0.3996, 4);
    expect(club.tied).toBe(1);
  });

  it('finds a star of ten a hub, and who is its center', () => {
    expect(affiliation(star(10))).toEqual({ kind: 'hub', density: 0.2, centralization: 1, tied: 1, hub: 'm0' });
  });

  it('finds ten people who all know each other a web', () => {
    expect(affiliation(complete(10))).toEqual({ kind: 'web', density: 1, centralization: 0, tied: 1 });
  });

  it('finds ten people without a tie a pool, given by number or by name, and nobody one too', () => {
    const pool = { kind: 'pool', density: 0, centralization: 0, tied: 0 };
    expect(affiliation([], 10)).toEqual(pool);
    expect(affiliation([], ids(10))).toEqual(pool);
    expect(affiliation([])).toEqual(pool);
  });

  it('knows a small one by hand: a triangle with a tail', () => {
    const tail = affiliation([...path('a', 'b', 'c', 'a'), ['a', 'd']]);
    expect(tail.density).toBeCloseTo(4 / 6);
    expect(tail.centralization).toBeCloseTo(4 / 6);
    expect(tail).toMatchObject({ kind: 'hub', hub: 'a' });
  });

  it('counts those without a tie: a pool below three in ten, none at three in ten', () => {
    const three = path('a', 'b', 'c');
    expect(affiliation(three, 11)).toMatchObject({ kind: 'pool', tied: 3 / 11 });
    expect(affiliation(three, 10)).toMatchObject({ kind: 'hub', tied: 0.3 });
    expect(affiliation(three, ['a', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'])).toMatchObject({ tied: 0.3 });
  });

  it('finds two circles held together by one person a hub, though its centralization is low', () => {
    const circle = (name: string) => complete(10).map(([a, b]): Tie => [name + a, name + b]);
    const broker = ['x', 'y'].flatMap((name) => ids(10).map((id): Tie => ['broker', name + id]));
    const circles = affiliation([...circle('x'), ...circle('y'), ...broker]);
    expect(circles.centralization).toBeLessThan(0.6);
    expect(circles).toMatchObject({ kind: 'hub', hub: 'broker' });
  });

  it('takes a line of five for a web: several are equally well connected, nobody is its center', () => {
    expect(affiliation(path('a', 'b', 'c', 'd', 'e'))).toMatchObject({ kind: 'web' });
  });

  it('names no center where two share it', () => {
    const both = ids(8).flatMap((id): Tie[] => [
      ['x', id],
      ['y', id],
    ]);
    const shape = affiliation(both);
    expect(shape.kind).toBe('hub');
    expect(shape).not.toHaveProperty('hub');
  });

  it('does not count a tie twice, nor one to oneself', () => {
    const ties: Tie[] = [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
      ['c', 'c'],
    ];
    expect(affiliation(ties, ['a', 'b', 'c', 'd'])).toMatchObject({ density: 1 / 6, tied: 0.5 });
  });

  it('takes any id, and ties from anything that can be walked once', () => {
    const ties = new Set<Tie>([
      ['__proto__', 'constructor'],
      ['__proto__', 'toString'],
      ['__proto__', ''],
    ]);
    expect(affiliation(ties.values())).toMatchObject({ kind: 'hub', hub: '__proto__' });
  });

  it('takes a hundred thousand ties in a line of members, each as well as in a star', () => {
    const many = ids(100_001);
    expect(affiliation(path(...many))).toMatchObject({ kind: 'web', tied: 1 });
    expect(affiliation(star(100_001))).toMatchObject({ kind: 'hub', hub: 'm0' });
    // No measure of how fast it is: what takes the square of that many ties is at it for far longer.
  }, 120_000);

  const name = fc.integer({ min: 0, max: 12 }).map((i) => `m${i}`);
  const graph = fc.record({ ties: fc.array(fc.tuple(name, name), { maxLength: 40 }), size: fc.nat(15) });

  it('does not depend on names, on the order of ties or on their direction', () => {
    fc.assert(
      fc.property(graph, fc.func(fc.nat()), ({ ties, size }, order) => {
        const there = (id: string) => `z${97 - Number(id.slice(1)) * 7}`;
        const renamed = ties.map(([a, b]): Tie => [there(b), there(a)]).sort((a, b) => order(a) - order(b));
        const { hub, ...shape } = affiliation(ties, size);
        const { hub: other, ...same } = affiliation(renamed, size);
        expect(same).toEqual(shape);
        expect(other).toBe(hub && there(hub));
      }),
    );
  });

  it('keeps every share between none and all', () => {
    fc.assert(
      fc.property(graph, ({ ties, size }) => {
        const { density, centralization, tied } = affiliation(ties, size);
        for (const share of [density, centralization, tied]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
