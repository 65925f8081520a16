import { describe, expect, it } from 'vitest';
import { ProviderError, type CommunityDocument, type Member, type Provider, type Query } from '@kith/core';
import { village } from '../core/village.js';
import type { Writable } from './tries.js';
import { writingContract } from './writing.js';

export interface ContractOptions<P extends Provider> {
  /** For providers that can change: replaces the community with what `update` makes of it. */
  change?: (provider: P, update: (document: CommunityDocument) => CommunityDocument) => void | Promise<void>;
  /** For providers that can be written to: whether they carry a wish out, or hand it on. */
  writes?: 'itself' | 'elsewhere';
  /** For providers that outlive the page: another one on what this one left behind. */
  reopen?: (provider: P) => P | Promise<P>;
}

/** Members `m0`, `m1`, … and one letter to each, newest first. */
export function crowd(size: number): CommunityDocument {
  const indices = Array.from({ length: size }, (_, i) => i);
  return {
    kith: 1,
    members: indices.map((i) => ({ id: `m${i}`, name: `Member ${i}` })),
    recognitions: indices.map((i) => letterTo(i, new Date(Date.UTC(2026, 0, 1) - i * 60_000))),
  };
}

/** Three members, of whom the first fits the third well and the second a little. */
export function wishing(): CommunityDocument {
  const [first, second, third] = crowd(3).members as [Member, Member, Member];
  return {
    kith: 1,
    members: [
      { ...first, asks: ['soldering'], offers: ['bread'], topics: ['choir'] },
      { ...second, topics: ['Choir'] },
      { ...third, asks: ['bread'], offers: ['Soldering'] },
    ],
    recognitions: crowd(3).recognitions,
  };
}

const letterTo = (i: number, at: Date) => ({
  id: `m${i}`,
  occasion: 'thanks',
  to: [`m${i}`],
  labels: ['sweeping'],
  at: at.toISOString(),
});

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const signal = () => new AbortController().signal;

/** What every provider does. `make` gives one that holds this community, as far as its source can say it. */
export function providerContract<P extends Provider>(
  name: string,
  make: (document: CommunityDocument) => P | Promise<P>,
  { change, writes, reopen }: ContractOptions<P> = {},
): void {
  describe(`${name} as a provider`, () => {
    const everything: Query[] = [
      { kind: 'community' },
      { kind: 'purpose' },
      { kind: 'roles' },
      { kind: 'members' },
      { kind: 'member', id: 'm0' },
      { kind: 'wall' },
      { kind: 'ladder', id: 'none' },
      { kind: 'suggestions' },
      { kind: 'introductions' },
      { kind: 'inbox' },
    ];

    /** All pages of the wall. */
    async function walk(provider: Provider, limit: number, between: () => void | Promise<void> = () => {}) {
      const pages = [await provider.read({ kind: 'wall', limit }, signal())];
      for (let { after } = pages[0] ?? {}; after !== undefined; after = pages.at(-1)?.after) {
        await between();
        pages.push(await provider.read({ kind: 'wall', limit, after }, signal()));
      }
      return pages;
    }

    it('has a name, and says what it takes', async () => {
      const provider = await make(crowd(1));
      expect(provider.name).toMatch(/^[a-z][a-z-]*$/);
      expect(provider.takes.size > 0).toBe(!!writes);
      expect('send' in provider).toBe(!!writes);
    });

    it('answers every query with a revision', async () => {
      const provider = await make(crowd(3));
      for (const query of everything) {
        const { revision } = await provider.read(query, signal());
        expect(Number.isFinite(revision), query.kind).toBe(true);
      }
    });

    it('answers every query of an empty community', async () => {
      const provider = await make({ kith: 1 });
      for (const query of everything) await expect(provider.read(query, signal()), query.kind).resolves.toBeDefined();
      expect(await provider.read({ kind: 'wall' }, signal())).toMatchObject({ letters: [], people: [], total: 0 });
      expect(await provider.read({ kind: 'members' }, signal())).toMatchObject({ members: [], total: 0 });
      expect(await provider.read({ kind: 'purpose' }, signal())).toMatchObject({
        purpose: undefined,
        members: 0,
        people: [],
      });
      expect((await provider.read({ kind: 'roles' }, signal())).roles).toHaveLength(6);
    });

    it('gives every letter once, in order, page by page, and counts them all on each page', async () => {
      const pages = await walk(await make(crowd(45)), 10);
      expect(pages.map(({ letters }) => letters.length)).toEqual([10, 10, 10, 10, 5]);
      expect(pages.flatMap(({ letters }) => ids(letters))).toEqual(ids(crowd(45).recognitions ?? []));
      expect(pages.map(({ total }) => total)).toEqual([45, 45, 45, 45, 45]);
    });

    it('ends where the last page is full', async () => {
      expect(await walk(await make(crowd(20)), 10)).toHaveLength(2);
    });

    it('gives every member once, in order, page by page', async () => {
      const provider = await make(crowd(25));
      const first = await provider.read({ kind: 'members', limit: 20 }, signal());
      const second = await provider.read({ kind: 'members', limit: 20, after: first.after ?? '' }, signal());
      expect([...ids(first.members), ...ids(second.members)]).toEqual(ids(crowd(25).members ?? []));
      expect(first.total).toBe(25);
      expect(second).not.toHaveProperty('after');
    });

    it('gives 20 rows where no limit is said', async () => {
      const provider = await make(crowd(25));
      expect((await provider.read({ kind: 'wall' }, signal())).letters).toHaveLength(20);
      expect((await provider.read({ kind: 'members' }, signal())).members).toHaveLength(20);
    });

    it('brings with letters the people they speak of, each once', async () => {
      for (const { letters, people } of await walk(await make(crowd(25)), 10)) {
        expect(ids(people).sort()).toEqual([...new Set(letters.flatMap(({ to = [] }) => to))].sort());
      }
    });

    it('finds members and letters', async () => {
      const provider = await make(crowd(25));
      expect(ids((await provider.read({ kind: 'members', q: 'member 13' }, signal())).members)).toEqual(['m13']);
      expect((await provider.read({ kind: 'member', id: 'm13' }, signal())).member?.name).toBe('Member 13');
      const { letters, total } = await provider.read({ kind: 'wall', filters: { member: 'm13' } }, signal());
      expect([ids(letters), total]).toEqual([['m13'], 1]);
      expect(ids((await provider.read({ kind: 'wall', ids: ['m20', 'm3', 'none'] }, signal())).letters)).toEqual([
        'm3',
        'm20',
      ]);
    });

    it('knows nothing of ids it does not have', async () => {
      const provider = await make(crowd(3));
      for (const id of ['none', 'constructor', '__proto__']) {
        expect((await provider.read({ kind: 'member', id }, signal())).member).toBeUndefined();
        expect(await provider.read({ kind: 'ladder', id }, signal())).toMatchObject({
          ladder: undefined,
          progress: [],
        });
        expect((await provider.read({ kind: 'wall', filters: { member: id } }, signal())).letters).toEqual([]);
      }
    });

    it('suggests nobody to whom nobody knows, and to nobody in particular only who could use a hand', async () => {
      const provider = await make(crowd(3));
      const nobody = { suggestions: [], people: [] };
      expect(await provider.read({ kind: 'suggestions' }, signal())).toMatchObject(nobody);
      expect(await provider.read({ kind: 'suggestions', viewer: 'none' }, signal())).toMatchObject(nobody);
      expect(await provider.read({ kind: 'suggestions', viewer: 'm0', with: 'none' }, signal())).toMatchObject({
        suggestions: [],
      });
      expect(await provider.read({ kind: 'introductions', viewer: 'none' }, signal())).toMatchObject({
        introductions: [],
        people: [],
      });
    });

    it('says of a suggestion who, to whom and why, as far as its source knows', async () => {
      const provider = await make(wishing());
      const knows = (await provider.read({ kind: 'member', id: 'm0' }, signal())).member?.asks !== undefined;
      const { me, suggestions, people } = await provider.read({ kind: 'suggestions', viewer: 'm0' }, signal());
      expect(me?.id).toBe('m0');
      expect(suggestions).toMatchObject(
        knows
          ? [
              {
                member: { id: 'm2' },
                reasons: [
                  { kind: 'gives', words: 'soldering' },
                  { kind: 'gets', words: 'bread' },
                ],
              },
              { member: { id: 'm1' }, reasons: [{ kind: 'topic', words: 'choir' }] },
            ]
          : [],
      );
      expect(ids(people)).toEqual(knows ? ['m0', 'm2', 'm1'] : ['m0']);
      const one = await provider.read({ kind: 'suggestions', viewer: 'm0', limit: 1 }, signal());
      expect(one.suggestions).toEqual(suggestions.slice(0, 1));
      const pair = await provider.read({ kind: 'suggestions', viewer: 'm0', with: 'm1' }, signal());
      expect(pair.suggestions).toMatchObject([{ member: { id: 'm1' } }]);
      const visitor = await provider.read({ kind: 'suggestions' }, signal());
      expect(visitor).not.toHaveProperty('me');
      expect(ids(visitor.suggestions.map(({ member }) => member)).sort()).toEqual(knows ? ['m0', 'm2'] : []);
    });

    it('gives answers that cannot change the next', async () => {
      const provider = await make(crowd(5));
      for (const query of everything) {
        const before = JSON.stringify(await provider.read(query, signal()));
        spoil(await provider.read(query, signal()));
        expect(JSON.stringify(await provider.read(query, signal()))).toBe(before);
      }
    });

    it('answers many at once as it answers each', async () => {
      const provider = await make(crowd(25));
      const queries = [...everything, ...everything];
      const together = await Promise.all(queries.map((query) => provider.read(query, signal())));
      for (const [i, query] of queries.entries()) expect(together[i]).toEqual(await provider.read(query, signal()));
    });

    it('rejects a read that was given up, with the reason it was given up for, and no other', async () => {
      const provider = await make(crowd(3));
      const reason = new Error('left');
      await expect(provider.read({ kind: 'wall' }, AbortSignal.abort(reason))).rejects.toBe(reason);
      const leaving = new AbortController();
      const left = provider.read({ kind: 'wall' }, leaving.signal).catch((error: unknown) => error);
      const stays = provider.read({ kind: 'wall' }, signal());
      leaving.abort(reason);
      expect((await stays).letters).toHaveLength(3);
      // Who leaves as the answer arrives may have it.
      expect([reason, await stays]).toContainEqual(await left);
    });

    it('rejects with ProviderError and nothing else', async () => {
      const provider = await make(crowd(3));
      const wrong = [{ kind: 'weather' }, { kind: 'wall', after: 'no cursor' }, { kind: 'members', after: '' }];
      for (const query of wrong) {
        const error = await provider.read(query as Query, signal()).then(
          () => 'an answer',
          (reason: unknown) => reason,
        );
        expect(error, JSON.stringify(query)).toBeInstanceOf(ProviderError);
      }
    });

    if (writes === 'itself') {
      const writable = async () => (await make(village())) as P & Writable;
      writingContract(writable, reopen as ((provider: P) => P & Writable) | undefined);
    }

    if (!change) return;

    it('gives every letter once where others arrive between pages', async () => {
      const provider = await make(crowd(30));
      let n = 100;
      const arrive = () =>
        change(provider, (document) => ({
          ...document,
          members: [...(document.members ?? []), { id: `m${n}`, name: 'New' }],
          recognitions: [letterTo(n, new Date(Date.UTC(2026, 1, n++ - 99))), ...(document.recognitions ?? [])],
        }));
      const pages = await walk(provider, 10, arrive);
      expect(pages.flatMap(({ letters }) => ids(letters))).toEqual(ids(crowd(30).recognitions ?? []));
      expect(pages.map(({ total }) => total)).toEqual([30, 31, 32]);
    });

    it('gives what changed a higher revision, and tells who watches what it was, until they stop', async () => {
      const provider = await make(crowd(3));
      const before = await provider.read({ kind: 'wall' }, signal());
      const heard: unknown[] = [];
      const stop = provider.watch?.(({ revision, touched }) => heard.push(revision, ...touched));
      const rename = (name: string) =>
        change(provider, (document) => ({
          ...document,
          members: [{ id: 'm0', name }, ...(document.members ?? []).slice(1)],
        }));
      await rename('Renamed');
      const after = await provider.read({ kind: 'member', id: 'm0' }, signal());
      expect(after.member?.name).toBe('Renamed');
      expect(after.revision).toBeGreaterThan(before.revision);
      expect(heard).toEqual([after.revision, { kind: 'member', id: 'm0' }]);
      stop?.();
      await rename('Again');
      expect(heard).toHaveLength(2);
    });
  });
}

/** Does to an answer what a careless reader might. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(spoil);
  for (const key of [...Object.keys(value), 'extra']) Reflect.set(value, key, 'spoiled');
  if (Array.isArray(value) && !Object.isFrozen(value)) value.length = 0;
}
