import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affiliation, hubOf, tiesIn, type Member, type Recognition, type Tie } from '@kith/core';

const person = (id: string, own: Partial<Member> = {}): Member => ({ id, name: id, ...own });
const ids = (ties: Iterable<Tie>) => [...ties].map((tie) => [...tie].sort().join(' ')).sort();

describe('tiesIn', () => {
  const letter = (own: Partial<Recognition>): Recognition => ({ id: 'r', ...own });

  it('ties who wrote to whom, who answered whom and who heard whom, and not two whom a third thanks', () => {
    const letters = [
      letter({ from: 'ada', to: ['bo', 'cy'] }),
      letter({ from: 'dee', answers: [{ member: 'eve', text: 'Here.' }, { text: 'Somebody.' }] }),
      letter({ from: 'fay', heardBy: { member: 'gil' } }),
      letter({ to: ['hal', 'ida'] }),
      letter({ from: 'jo' }),
    ];
    expect(ids(tiesIn(letters))).toEqual(['ada bo', 'ada cy', 'dee eve', 'fay gil']);
  });

  it('ties nobody by a letter that is not shown', () => {
    const states = ['asked', 'hidden', 'review', 'shown'].map((state) => letter({ from: state, to: ['bo'], state }));
    expect(ids(tiesIn(states))).toEqual(['bo shown']);
  });

  it('ties all who said yes to an introduction, and nobody else', () => {
    const introductions = [
      { people: ['ada', 'bo', 'cy'], state: 'met' },
      ...['asked', 'passed', 'expired', undefined].map((state) => ({ people: ['dee', `${state}`], state })),
    ];
    expect(ids(tiesIn([], introductions))).toEqual(['ada bo', 'ada cy', 'bo cy']);
  });
});

describe('hubOf', () => {
  const star: Tie[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ['hub', id]);
  const everybody = ['hub', 'a', 'b', 'c', 'd', 'e', 'f', 'alone'].map((id) => person(id));

  it('knows who are tied to each other by the hub alone', () => {
    const hub = hubOf(everybody, [...star, ['a', 'b']]);
    expect(hub?.id).toBe('hub');
    const only = (a: string, b: string) => hub?.isOnlyWay(a, b);
    expect([only('a', 'c'), only('c', 'd')]).toEqual([true, true]);
    expect([only('a', 'b'), only('hub', 'a'), only('a', 'alone'), only('a', 'nobody'), only('a', 'a')]).toEqual(
      Array(5).fill(false),
    );
  });

  it('follows ties as far as they go', () => {
    const far: Tie[] = [...star, ['a', 'alone']];
    expect(hubOf(everybody, far)?.isOnlyWay('alone', 'f')).toBe(true);
    expect(hubOf(everybody, far)?.isOnlyWay('alone', 'a')).toBe(false);
  });

  it('is nobody in a pool or a web, nor where two are tied as well', () => {
    expect(hubOf(everybody, [['a', 'b']])).toBeUndefined();
    const ring = everybody.map(({ id }, i): Tie => [id, everybody[(i + 1) % 8]?.id ?? '']);
    expect(hubOf(everybody, ring)).toBeUndefined();
    const leaves = everybody.flatMap(({ id }) => (id === 'hub' ? [] : [id, `${id}${id}`]));
    const two = leaves.flatMap((id): Tie[] => [
      ['x', id],
      ['y', id],
    ]);
    expect(affiliation(two).kind).toBe('hub');
    expect(
      hubOf(
        [...leaves, 'x', 'y'].map((id) => person(id)),
        two,
      ),
    ).toBeUndefined();
  });

  it('is no bot, nor is a bot or whoever is no member a way', () => {
    const bot = everybody.map((one) => (one.id === 'hub' ? { ...one, kind: 'bot' } : one));
    expect(hubOf(bot, star)).toBeUndefined();
    const joined: Tie[] = [...star, ['a', 'robot'], ['robot', 'b'], ['a', 'stranger'], ['stranger', 'b']];
    const hub = hubOf([...everybody, person('robot', { kind: 'bot' })], joined);
    expect(hub?.isOnlyWay('a', 'b')).toBe(true);
    expect(
      hubOf(
        everybody.map((one) => ({ ...one, kind: one.id === 'hub' ? 'organization' : 'person' })),
        star,
      )?.id,
    ).toBe('hub');
  });

  it('is right in any community: without the hub they are not tied, with it they are', () => {
    const name = fc.nat(9).map((i) => `m${i}`);
    const members = Array.from({ length: 10 }, (_, i) => person(`m${i}`));
    /** Whether one is reached from another, going from tie to tie round by round. */
    const reaches = (ties: readonly Tie[], from: string, to: string) => {
      let found = new Set([from]);
      for (let i = 0; i < 10; i++)
        found = new Set([...found, ...ties.flatMap((tie) => (tie.some((id) => found.has(id)) ? [...tie] : []))]);
      return found.has(to);
    };
    const spokes = fc.array(name, { minLength: 6, maxLength: 9 }).map((all) => all.map((id): Tie => ['m0', id]));
    let hubs = 0;
    fc.assert(
      fc.property(spokes, fc.array(fc.tuple(name, name), { maxLength: 5 }), (star, more) => {
        const ties = [...star, ...more];
        const hub = hubOf(members, ties);
        if (!hub) return;
        hubs++;
        const others = ties.filter((tie) => !tie.includes(hub.id));
        for (const { id: a } of members)
          for (const { id: b } of members) {
            const isApart = a !== hub.id && b !== hub.id && !reaches(others, a, b);
            expect(hub.isOnlyWay(a, b)).toBe(isApart && reaches(ties, a, b));
          }
      }),
    );
    expect(hubs).toBeGreaterThan(20);
  });
});
