import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spotlight, spotlit, turnOf, type Member, type Recognition, type Waits } from '@kith/core';

const turnsOf = (people: readonly Waits[], from: number, many: number) =>
  Array.from({ length: many }, (_, i) => spotlight(people, from + i));
const count = (turns: readonly (string | undefined)[]) => {
  const counts = new Map<string | undefined, number>();
  for (const id of turns) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};
const five = ['ada', 'bo', 'cy', 'dee', 'eli'].map((id) => ({ id }));

/** The same, by standing in a queue turn after turn. Of those who come together, who comes first is `order`. */
function byHand(people: readonly Waits[], turn: number, order: readonly string[]): string | undefined {
  let queue: string[] = [];
  let shown: string | undefined;
  for (let now = 0; now <= turn; now++) {
    queue = queue.filter((id) => people.some((one) => one.id === id && now < (one.until ?? Infinity)));
    const come = people.filter(({ from = 0, until = Infinity }) => Math.max(0, from) === now && now < until);
    queue.push(...come.map(({ id }) => id).sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    shown = queue.shift();
    if (shown !== undefined) queue.push(shown);
  }
  return shown;
}

const crowd = fc
  .uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), from: fc.nat(30), stay: fc.option(fc.integer({ min: 0, max: 30 })) }),
    { selector: ({ id }) => id, maxLength: 9 },
  )
  .map((people) =>
    people.map(({ id, from, stay }): Waits => ({ id, from, ...(stay !== null && { until: from + stay }) })),
  );

describe('the spotlight', () => {
  it('shows five people twice each in ten turns, whichever turn is the first', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (first) => {
        expect([...count(turnsOf(five, first, 10)).values()]).toEqual([2, 2, 2, 2, 2]);
      }),
    );
  });

  it('is as if people stood in a queue', () => {
    fc.assert(
      fc.property(crowd, fc.nat(80), (people, turn) => {
        // All at once tells the order in which it takes those who come together.
        const order = turnsOf(
          people.map(({ id }) => ({ id })),
          0,
          people.length,
        ) as string[];
        expect(spotlight(people, turn)).toBe(byHand(people, turn, order));
      }),
      { numRuns: 1000 },
    );
  });

  it('never shows one of two who are both there more than once more than the other', () => {
    fc.assert(
      fc.property(crowd, fc.nat(50), fc.nat(30), (people, first, many) => {
        const counts = count(turnsOf(people, first, many));
        const stayed = people.filter(({ from = 0, until = Infinity }) => from <= first && first + many <= until);
        const shown = stayed.map(({ id }) => counts.get(id) ?? 0);
        if (shown.length) expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('moves nobody’s turn in the round in which somebody comes, nor any before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1000 }), (size, from) => {
        const here = Array.from({ length: size }, (_, i) => ({ id: `m${i}` }));
        const more = [...here, { id: 'new', from }];
        const first = Math.max(0, from - 50);
        expect(turnsOf(more, first, from - first + size)).toEqual(turnsOf(here, first, from - first + size));
        expect(spotlight(more, from + size)).toBe('new');
        // Every round after that is a turn longer, and as it was but for that.
        const round = turnsOf(here, from, size);
        expect(turnsOf(more, from + size, size + 1)).toEqual(['new', ...round]);
      }),
    );
  });

  it('moves nobody’s turn before the one that somebody who left would have had', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(1000), (size, until) => {
        const here = Array.from({ length: size }, (_, i) => ({ id: `m${i}` }));
        const left = here.map((one, i) => (i === 0 ? { ...one, until } : one));
        const before = turnsOf(here, 0, until + size);
        const theirs = before.indexOf('m0', until);
        expect(turnsOf(left, 0, theirs)).toEqual(before.slice(0, theirs));
        expect(turnsOf(left, theirs, until + size - theirs - 1)).toEqual(before.slice(theirs + 1));
      }),
    );
  });

  it('is the same in whatever order people are given, and however often', () => {
    const shuffled = fc.shuffledSubarray(five, { minLength: 5 });
    fc.assert(
      fc.property(shuffled, fc.nat(1000), (people, turn) => {
        expect(spotlight([...people, ...five], turn)).toBe(spotlight(five, turn));
      }),
    );
  });

  it('is on nobody where nobody is there', () => {
    expect(spotlight([], 7)).toBeUndefined();
    expect(spotlight([{ id: 'ada', from: 8 }], 7)).toBeUndefined();
    expect(spotlight([{ id: 'ada', until: 7 }], 7)).toBeUndefined();
    expect(spotlight([{ id: 'ada', from: -9 }], 0)).toBe('ada');
  });
});

describe('a turn', () => {
  it.each([
    ['2026-11-22T23:59:59Z', 'day', -1],
    ['2026-11-23T00:00:00Z', 'day', 0],
    ['2026-11-23', 'day', 0],
    ['2026-11-22', 'week', -1],
    ['2026-11-23', 'week', 0],
    ['2026-11-29T23:59:59Z', 'week', 0],
    ['2026-11-30', 'week', 1],
  ] as const)('of %s by the %s is %i on from that of Monday 23 November', (at, every, on) => {
    expect(turnOf(at, every) - turnOf(new Date('2026-11-23'), every)).toBe(on);
  });
});

describe('who has turns on a wall', () => {
  const letter = (id: string, at: string | undefined, ...to: string[]): Recognition => ({
    id,
    to,
    ...(at !== undefined && { at }),
  });
  const member = (id: string, different: Partial<Member> = {}): Member => ({ id, name: id, ...different });
  const day = (at: string) => turnOf(at, 'day');

  it('are those letters are to, once each, from their first on, and no others', () => {
    const letters = [
      letter('r3', '2026-03-03', 'ada', 'bo'),
      letter('r2', '2026-03-02', 'ada'),
      letter('r1', undefined, 'cy', 'stranger', 'robot', 'office'),
      { ...letter('r0', '2026-03-01', 'unspoken'), state: 'asked' },
    ];
    const people = [
      ...['ada', 'bo', 'cy', 'unspoken'].map((id) => member(id)),
      member('robot', { kind: 'bot' }),
      member('office', { kind: 'organization' }),
    ];
    const first = [
      { id: 'ada', from: day('2026-03-02') },
      { id: 'bo', from: day('2026-03-03') },
      { id: 'cy', from: 0 },
    ];
    for (const each of [letters, letters.toReversed()])
      expect(spotlit(each, people, 'day').sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(first);
  });

  it('are those who left until they did, and not at all where nobody knows when', () => {
    const letters = [letter('r1', '2026-03-01', 'ada', 'bo')];
    const past = [member('ada', { standing: 'past', standingSince: '2026-05-01' }), member('bo', { standing: 'past' })];
    const waits = spotlit(letters, past, 'day');
    expect(spotlight(waits, day('2026-04-30'))).toBe('ada');
    expect(spotlight(waits, day('2026-05-01'))).toBeUndefined();
  });

  it('are shown as often with a hundred letters as with one', () => {
    const one = five.map(({ id }) => letter(id, '2026-03-01', id));
    const hundred = Array.from({ length: 99 }, (_, i) => letter(`x${i}`, '2026-04-01', 'ada'));
    const people = five.map(({ id }) => member(id));
    const turns = turnsOf(spotlit([...one, ...hundred], people, 'week'), turnOf('2026-11-21', 'week'), 10);
    expect(Object.fromEntries(count(turns))).toEqual({ ada: 2, bo: 2, cy: 2, dee: 2, eli: 2 });
  });
});
