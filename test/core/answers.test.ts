import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFrom, ProviderError, sixRoles, type CommunityDocument, type Recognition } from '@kith/core';
import { riverside } from './riverside.js';

const answer = answersFrom(riverside(), 7);
const from = (parts: Partial<CommunityDocument>) => answersFrom({ kith: 1, ...parts });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const letters = (...rows: Partial<Recognition>[]) =>
  from({ recognitions: rows.map((row, i) => ({ id: `r${i}`, ...row })) });

describe('answersFrom', () => {
  it('gives every answer the revision', async () => {
    expect(answer({ kind: 'community' })).toEqual({ community: riverside().community, revision: 7 });
    for (const kind of ['purpose', 'roles', 'members', 'wall', 'inbox'] as const) {
      expect(answer({ kind })).toHaveProperty('revision', 7);
    }
    expect(await answer({ kind: 'suggestions' })).toHaveProperty('revision', 7);
    expect(await answer({ kind: 'introductions' })).toHaveProperty('revision', 7);
  });

  it('refuses a query of no known kind', () => {
    for (const kind of ['weather', 'constructor', undefined]) {
      expect(() => answer({ kind } as never)).toThrow(ProviderError);
    }
  });

  it('gives the purpose with who stands behind it, each once, and how many persons there are', () => {
    const { purpose, members, people } = answer({ kind: 'purpose' });
    expect(purpose?.statement).toBe('Everyone can fix something');
    expect(members).toBe(3);
    expect(ids(people)).toEqual(['ada', 'bo', 'cy']);
  });

  it('gives the six roles where a community names none, and none where it names an empty list', () => {
    expect(from({})({ kind: 'roles' }).roles).toEqual(sixRoles);
    expect(from({ roles: [] })({ kind: 'roles' }).roles).toEqual([]);
    expect(ids(answer({ kind: 'roles' }).roles)).toEqual(['connector', 'builder']);
  });

  it('gives a member with those who affirm them', () => {
    const { member, people } = answer({ kind: 'member', id: 'ada' });
    expect(member?.name).toBe('Ada Obi');
    expect(ids(people)).toEqual(['bo']);
    expect(answer({ kind: 'member', id: 'toString' })).toMatchObject({ member: undefined, people: [] });
  });

  it('gives a ladder with its climbers, or one of them', () => {
    const { ladder, progress, people } = answer({ kind: 'ladder', id: 'bench' });
    expect(ladder?.name).toBe('The bench');
    expect(progress.map(({ member }) => member)).toEqual(['cy', 'bo']);
    expect(ids(people)).toEqual(['cy', 'ada', 'bo']);
    expect(answer({ kind: 'ladder', id: 'bench', member: 'bo' }).progress).toEqual([riverside().progress?.[1]]);
    expect(answer({ kind: 'ladder', id: 'none' })).toMatchObject({ ladder: undefined, progress: [] });
  });

  it('names with a ladder all there are, also where the one that is asked for is none of them', () => {
    const ladders = ['bench', 'garden'].map((id) => ({ id, name: `The ${id}`, rungs: [] }));
    const named = ladders.map(({ id, name }) => ({ id, name }));
    for (const id of ['bench', 'garden', 'none'])
      expect(from({ ladders })({ kind: 'ladder', id })).toMatchObject({ ladders: named });
  });

  it('gives the first ladder where none is named', () => {
    expect(answer({ kind: 'ladder', member: 'bo' })).toEqual(answer({ kind: 'ladder', id: 'bench', member: 'bo' }));
    expect(from({})({ kind: 'ladder' })).toMatchObject({ ladder: undefined, progress: [], people: [] });
  });

  it('gives with a ladder whom it was asked for, and the hosts where a step needs one', () => {
    const people = (member: string) => ids(answer({ kind: 'ladder', member }).people);
    expect(people('works')).toEqual(['works', 'ada']);
    expect(people('nobody')).toEqual(['ada']);
    const rungs = [{ id: 'a', name: 'A', can: 'a', needs: [{ sponsors: 1 }] }];
    const without = from({ ...riverside(), ladders: [{ id: 'bench', name: 'The bench', rungs }] });
    expect(ids(without({ kind: 'ladder', member: 'works' }).people)).toEqual(['works']);
  });

  describe('members', () => {
    const found = (q: string) => ids(answer({ kind: 'members', q }).members);

    it('keep the order of the document', () => {
      expect(found('')).toEqual(['ada', 'bo', 'cy', 'works', 'sweeper']);
    });

    it('are found by name, label, offer, ask and topic, without regard to case and accents', () => {
      expect(found('OBI')).toEqual(['ada']);
      expect(found('ubersetzung')).toEqual(['ada']);
      expect(found('ÜBERSETZUNG')).toEqual(['ada']);
      expect(found('grant writing')).toEqual(['ada', 'bo']);
      expect(found('  brulee li ')).toEqual(['bo']);
      expect(found('radios brulee')).toEqual([]);
    });

    it('are found by a role they said yes to, all counted', () => {
      const holding = from({
        members: [true, undefined, false].map((accepted, i) => ({
          id: `m${i}`,
          name: i ? 'Bo' : 'Ada',
          roles: [{ role: 'builder', ...(accepted !== undefined && { accepted }) }, { role: 'constructor' }],
        })),
      });
      expect(holding({ kind: 'members', role: 'builder', limit: 1 })).toMatchObject({
        total: 2,
        members: [{ id: 'm0' }],
      });
      expect(ids(holding({ kind: 'members', role: 'builder', q: 'bo' }).members)).toEqual(['m1']);
      expect(holding({ kind: 'members', role: 'sharer' })).toMatchObject({ total: 0, members: [] });
    });

    it('are found in scripts whose marks are letters only as written', () => {
      const people = ['कमल', 'किम', 'ガ', 'カ', 'مُحَمَّد'].map((name, i) => ({ id: `${i}`, name }));
      const search = from({ members: people });
      expect(ids(search({ kind: 'members', q: 'कि' }).members)).toEqual(['1']);
      expect(ids(search({ kind: 'members', q: 'ガ' }).members)).toEqual(['2']);
      expect(ids(search({ kind: 'members', q: 'محمد' }).members)).toEqual(['4']);
    });
  });

  describe('the wall', () => {
    it('is newest first by time, not by text, and undated letters come last in the document’s order', () => {
      const wall = letters(
        {},
        { at: '2026-03-01T01:00:00+05:00' },
        { at: '2026-02-28T23:00:00Z' },
        { at: '2026-03-01' },
        {},
        { at: '1970-01-01' },
        { at: '2026-03-01T00:00:00Z' },
      );
      expect(ids(wall({ kind: 'wall' }).letters)).toEqual(['r6', 'r3', 'r2', 'r1', 'r5', 'r0', 'r4']);
    });

    it('holds only letters that are shown', () => {
      const wall = letters({ state: 'hidden' }, { state: 'shown' }, { state: 'asked' }, {});
      expect(wall({ kind: 'wall' })).toMatchObject({ total: 2, letters: [{ id: 'r1' }, { id: 'r3' }] });
    });

    it('brings everyone its letters speak of, each once', () => {
      const { people } = answer({ kind: 'wall' });
      expect(ids(people).sort()).toEqual(['ada', 'bo', 'cy', 'sweeper', 'works']);
      expect(ids(answer({ kind: 'wall', filters: { occasion: 'ask' } }).people)).toEqual(['cy', 'ada', 'bo']);
    });

    it('names whoever reads it, too, who can join in', () => {
      const viewer = 'sweeper';
      const { people } = answer({ kind: 'wall', filters: { occasion: 'ask' }, viewer });
      expect(ids(people)).toEqual(['cy', 'ada', 'bo', 'sweeper']);
      expect(ids(answer({ kind: 'wall', filters: { occasion: 'ask' }, viewer: 'nobody' }).people)).not.toContain(
        'nobody',
      );
    });

    it('can be filtered, by several things at once', () => {
      const of = (filters: object) => ids(answer({ kind: 'wall', filters }).letters);
      expect(of({ member: 'bo' })).toEqual(['r1', 'r3']);
      expect(of({ member: 'cy' })).toEqual(['r2', 'r1', 'r4']);
      expect(of({ role: 'connector' })).toEqual(['r1']);
      expect(of({ occasion: 'shipped', reward: 'experiential' })).toEqual(['r3']);
      expect(of({ member: 'cy', occasion: 'ask' })).toEqual(['r2']);
      expect(of({ member: 'cy', role: 'builder' })).toEqual([]);
      expect(of({ member: 'nobody' })).toEqual([]);
      expect(of({ kept: true })).toEqual(['r2']);
      expect(of({ kept: true, occasion: 'shipped' })).toEqual([]);
      expect(of({ member: '', kept: false })).toHaveLength(5);
      expect(answer({ kind: 'wall', filters: { member: 'cy' }, limit: 1 }).total).toBe(3);
    });

    it('finds a letter of an unknown occasion by its own word and by what it is shown as', () => {
      const wall = letters({ occasion: 'party' }, { occasion: 'ask' }, {});
      const of = (occasion: string) => ids(wall({ kind: 'wall', filters: { occasion } }).letters);
      expect(of('party')).toEqual(['r0']);
      expect(of('thanks')).toEqual(['r0', 'r2']);
      expect(of('feast')).toEqual([]);
    });

    it('gives the letters of these ids, however many', () => {
      const wall = letters(...Array.from({ length: 50 }, () => ({})), { state: 'hidden' });
      const asked = Array.from({ length: 51 }, (_, i) => `r${i}`);
      expect(wall({ kind: 'wall', ids: [...asked, 'gone'], limit: 20 })).toMatchObject({ total: 50 });
      expect(wall({ kind: 'wall', ids: [...asked, 'gone'], limit: 20 }).letters).toHaveLength(50);
      expect(ids(wall({ kind: 'wall', ids: ['r9', 'r3'] }).letters)).toEqual(['r3', 'r9']);
    });
  });

  describe('a page', () => {
    const many = letters(...Array.from({ length: 50 }, () => ({})));

    it('holds 20 unless told, and 1 to 10,000 whatever is told', () => {
      const sizes = [undefined, 5, 0, -3, 2.9, NaN, Infinity, 1e9].map(
        (limit) => many(limit === undefined ? { kind: 'wall' } : { kind: 'wall', limit }).letters.length,
      );
      expect(sizes).toEqual([20, 5, 1, 1, 2, 20, 50, 50]);
      const huge = letters(...Array.from({ length: 10_001 }, () => ({})));
      expect(huge({ kind: 'wall', limit: Infinity }).letters).toHaveLength(10_000);
    });

    it('leads to the next only where there is one', () => {
      expect(many({ kind: 'wall', limit: 49 }).after).toBeDefined();
      expect(many({ kind: 'wall', limit: 50 })).not.toHaveProperty('after');
    });

    it('refuses a cursor it did not give', () => {
      for (const after of ['', 'x', '5', '#', 'NaN r1', '12 ']) {
        expect(() => many({ kind: 'wall', after })).toThrow(ProviderError);
      }
    });

    it('goes on where the last one ended, though rows came and went meanwhile', () => {
      const at = fc.constantFrom(undefined, '2026-03-01', '2026-03-02T10:00:00Z', '2026-03-03');
      const row = fc.record({ id: fc.nat(999).map(String), at, first: fc.boolean(), second: fc.boolean() });
      fc.assert(
        fc.property(
          fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 }),
          fc.integer({ min: 1, max: 4 }),
          (rows, limit) => {
            const before = rows.filter(({ first }) => first);
            const after = rows.filter(({ second, at: when }) => second || !when);
            const of = (some: typeof rows) =>
              from({ recognitions: some.map(({ id, at: when }) => ({ id, ...(when && { at: when }) })) });
            const seen: string[] = [];
            let page = of(before)({ kind: 'wall', limit });
            for (;;) {
              seen.push(...ids(page.letters));
              if (page.after === undefined) break;
              page = of(after)({ kind: 'wall', limit, after: page.after });
            }
            expect(new Set(seen).size).toBe(seen.length);
            if (before.length <= limit) return;
            const there = ids(before.filter((one) => after.includes(one)));
            expect(seen).toEqual(expect.arrayContaining(there));
          },
        ),
        { numRuns: 1000 },
      );
    }, 60_000);
  });

  it('finds its place among undated letters even where the last one seen has gone', () => {
    const undated = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
    const { after = '' } = from({ recognitions: undated })({ kind: 'wall', limit: 3 });
    const left = [{ id: 'new', at: '2026-03-01' }, ...undated.filter(({ id }) => id !== 'c')];
    expect(ids(from({ recognitions: left })({ kind: 'wall', after }).letters)).toEqual(['d', 'e']);
    expect(from({ recognitions: [] })({ kind: 'wall', after }).letters).toEqual([]);
  });

  it('gives the same frozen row each time', () => {
    const [, first] = answer({ kind: 'wall' }).letters;
    expect(answer({ kind: 'wall' }).letters[1]).toBe(first);
    expect(() => first?.replies?.push({ text: 'x' })).toThrow(TypeError);
  });

  it('names everyone on 10,000 letters with 30 people each', () => {
    const by = Array.from({ length: 30 }, (_, i) => `m${i}`);
    const members = by.map((id) => ({ id, name: id }));
    const recognitions = Array.from({ length: 10_000 }, (_, i) => ({ id: `r${i}`, cheers: { count: 30, by } }));
    expect(from({ members, recognitions })({ kind: 'wall', limit: 10_000 }).people).toHaveLength(30);
  });
});
