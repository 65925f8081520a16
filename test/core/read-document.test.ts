import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError, readDocument, readJson, readPlain } from '@kith/core';
import { shared } from '../shared.js';
import { riverside } from './riverside.js';

const read = (parts: object) => readDocument({ kith: 1, ...parts });
const members = (...rows: unknown[]) => read({ members: rows });
const refusal = (act: () => unknown): ProviderError => {
  try {
    act();
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readDocument', () => {
  it('reads a whole community as it is', () => {
    const { document, aside } = readDocument(riverside());
    expect(aside).toEqual([]);
    expect(document).toEqual(riverside());
  });

  it('reads a document that says nothing but its version', () => {
    expect(readDocument({ kith: 1 })).toEqual({ document: { kith: 1 }, aside: [] });
  });

  it.each([
    [undefined, 'This is no community document: it is nothing, and should be an object that says "kith": 1.'],
    [null, 'This is no community document: it is nothing, and should be an object that says "kith": 1.'],
    ['kith', 'This is no community document: it is a single value, and should be an object that says "kith": 1.'],
    [[{ kith: 1 }], 'This is no community document: it is a list, and should be an object that says "kith": 1.'],
    [{}, 'This is no community document: it should say "kith": 1.'],
    [{ kith: '1' }, 'This is no community document: it should say "kith": 1.'],
    [{ kith: null }, 'This is no community document: it should say "kith": 1.'],
    [{ kith: 2 }, 'This community document was written for a newer Kith ("kith": 2); this one reads "kith": 1.'],
  ])('refuses %j in a sentence', (input, message) => {
    expect(refusal(() => readDocument(input))).toMatchObject({ kind: 'invalid', message });
  });

  it('sets aside as little as possible, and says what and why', () => {
    const { document, aside } = members({
      id: 'ada',
      name: 'Ada',
      hours: ['late', '18:00-21:00', 7],
      picture: { alt: 'no source' },
      url: 5,
      labels: 'gardening',
      joinedAt: 'yesterday',
      roles: [{ role: 'builder', shown: 0.5 }, { role: 'two words' }, { affirmed: {} }],
    });
    expect(document.members).toEqual([
      { id: 'ada', name: 'Ada', hours: ['18:00-21:00'], roles: [{ role: 'builder' }] },
    ]);
    expect(Object.fromEntries(aside.map(({ path, reason }) => [path, reason]))).toEqual({
      'members[0].hours[0]': 'should be hours like 18:00-21:00',
      'members[0].hours[2]': 'should be text',
      'members[0].picture': 'its "src" is missing',
      'members[0].url': 'should be text',
      'members[0].labels': 'should be a list',
      'members[0].joinedAt': 'should be a date like 2026-03-01 or 2026-03-01T10:00:00Z',
      'members[0].roles[0].shown': 'should be a whole number',
      'members[0].roles[1]': 'its "role" should be 1 to 128 characters without spaces, controls or "/"',
      'members[0].roles[2]': 'its "role" is missing',
    });
  });

  it('sets a member aside whole only for want of an id or a name, once', () => {
    const { document, aside } = members(
      { id: 'ada', hours: ['late'] },
      { id: 'bo', name: ' ', hours: ['late'] },
      { id: 'cy/d', name: 'Cy' },
      'dee',
      { id: 'eve', name: 'Eve', hours: ['late'] },
    );
    expect(document.members).toEqual([{ id: 'eve', name: 'Eve', hours: [] }]);
    expect(aside).toEqual([
      { path: 'members[0]', reason: 'its "name" is missing' },
      { path: 'members[1]', reason: 'its "name" is empty' },
      { path: 'members[2]', reason: 'its "id" should be 1 to 128 characters without spaces, controls or "/"' },
      { path: 'members[3]', reason: 'should be an object' },
      { path: 'members[4].hours[0]', reason: 'should be hours like 18:00-21:00' },
    ]);
  });

  it('says places as the author wrote them, whatever was taken out before', () => {
    const { document, aside } = read({
      members: [{}, { id: 'ada', name: 'Ada', hours: [1, '18:00-21:00', 'x'] }, {}, { id: 'ada', name: 'Second' }],
    });
    expect(document.members).toEqual([{ id: 'ada', name: 'Ada', hours: ['18:00-21:00'] }]);
    expect(aside.map(({ path }) => path).sort()).toEqual([
      'members[0]',
      'members[1].hours[0]',
      'members[1].hours[2]',
      'members[2]',
      'members[3]',
    ]);
  });

  it('sets aside a part of the whole that is of the wrong shape', () => {
    const { document, aside } = read({
      community: [],
      purpose: 'fixing',
      members: {},
      roles: 1,
      ladders: [{ id: 'l', name: 'L' }],
    });
    expect(document).toEqual({ kith: 1, ladders: [] });
    expect(aside.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'community: its "id" is missing',
      'purpose: should be an object',
      'roles: should be a list',
      'members: should be a list',
      'ladders[0]: its "rungs" is missing',
    ]);
  });

  it('takes null for absent, without a word', () => {
    const { document, aside } = members({
      id: 'ada',
      name: 'Ada',
      url: null,
      hours: [null, '18:00-21:00'],
      picture: null,
    });
    expect(aside).toEqual([]);
    expect(document.members).toEqual([{ id: 'ada', name: 'Ada', hours: ['18:00-21:00'] }]);
    expect(members({ id: 'ada', name: null }).aside).toEqual([{ path: 'members[0]', reason: 'its "name" is missing' }]);
  });

  it('keeps unknown keys, with the nulls in their lists, and unknown words', () => {
    const input = {
      kith: 1,
      season: { of: [1, null, { mists: true }] },
      members: [{ id: 'ada', name: 'Ada', kind: 'dragon', standing: 'asleep', shoes: 44 }],
      recognitions: [{ id: 'r', occasion: 'party', reward: 'cake', state: 'shown', mood: ['fine'] }],
    };
    expect(readDocument(input)).toEqual({ document: input, aside: [] });
  });

  it('keeps the first of two with one id', () => {
    const twice = [
      { id: 'x', name: 'first' },
      { id: 'y', name: 'other' },
      { id: 'x', name: 'second' },
    ];
    const letters = twice.map(({ id, name }) => ({ id, text: name }));
    const { document, aside } = read({
      members: twice,
      roles: twice,
      recognitions: letters,
      purpose: { statement: 'S', lines: letters },
      introductions: twice.map(({ id }) => ({ id, people: [], state: 'asked' })),
      ladders: [
        {
          id: 'l',
          name: 'L',
          measures: twice.map(({ id, name }) => ({ id, label: name })),
          rungs: twice.map((row) => ({ ...row, can: 'do' })),
        },
        { id: 'l', name: 'again', rungs: [] },
      ],
      progress: [
        { member: 'x', ladder: 'l', measures: { a: 1 } },
        { member: 'x', ladder: 'l', measures: { a: 2 } },
      ],
    });
    expect(document.members?.map(({ name }) => name)).toEqual(['first', 'other']);
    expect(document.ladders).toHaveLength(1);
    expect(document.ladders?.[0]?.rungs.map(({ name }) => name)).toEqual(['first', 'other']);
    expect(document.progress).toEqual([{ member: 'x', ladder: 'l', measures: { a: 1 } }]);
    expect(aside.map(({ path }) => path).sort()).toEqual([
      'introductions[2]',
      'ladders[0].measures[2]',
      'ladders[0].rungs[2]',
      'ladders[1]',
      'members[2]',
      'progress[1]',
      'purpose.lines[2]',
      'recognitions[2]',
      'roles[2]',
    ]);
    expect(aside).toContainEqual({ path: 'members[2]', reason: 'is a second "x"' });
  });

  it('never opens what a bad piece was there to close', () => {
    const { document, aside } = readDocument({
      kith: 1,
      archive: 'yes',
      members: [{ id: 'ada', name: 'Ada', visibility: 0, roles: [{ role: 'builder', accepted: 'no' }] }],
      recognitions: [
        { id: 'r1', state: ['hidden'] },
        { id: 'r2', state: 'shown', to: 'ada' },
        { id: 'r3', state: 'shown', to: [7] },
      ],
      progress: [{ member: 'ada', ladder: 'l', visibility: true }],
      ladders: [
        {
          id: 'l',
          name: 'L',
          rungs: [
            { id: 'r', name: 'R', can: 'c', needs: [{ attended: 3 }] },
            { id: 's', name: 'S', can: 'c', needs: 5 },
          ],
        },
      ],
    });
    expect(document.archive).toBe(true);
    expect(document.members?.[0]).toMatchObject({ visibility: 'hidden', roles: [{ accepted: false }] });
    expect(document.recognitions?.map(({ state }) => state)).toEqual(['hidden', 'hidden', 'hidden']);
    expect(document.progress?.[0]?.visibility).toBe('hidden');
    expect(document.ladders?.[0]?.rungs.map(({ needs }) => needs)).toEqual([[{ manual: true }], [{ manual: true }]]);
    expect(aside).toContainEqual({ path: 'archive', reason: 'should be true or false, so it is read as true' });
    expect(aside).toContainEqual({ path: 'recognitions[1].to', reason: 'should be a list, so the letter is hidden' });
  });

  it('takes a piece out once, however much is wrong with it', () => {
    const { document, aside } = members({ id: 'ada', name: 'Ada', roles: [{ role: 'builder', shown: -1.5 }] });
    expect(document.members?.[0]?.roles).toEqual([{ role: 'builder' }]);
    expect(aside).toEqual([{ path: 'members[0].roles[0].shown', reason: 'should be a whole number' }]);
  });

  it('leaves the input untouched, frozen or not', () => {
    const input = {
      kith: 1,
      members: [
        { id: 'ada', name: 5 },
        { id: 'bo', name: 'Bo', hours: ['x'], url: null },
        { id: 'bo', name: 'B' },
      ],
    };
    const before = structuredClone(input);
    readDocument(input);
    expect(input).toEqual(before);
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    expect(readDocument(freeze(input)).document.members).toEqual([{ id: 'bo', name: 'Bo', hours: [] }]);
  });

  it('sets aside what throws, goes in circles, or is nested without end', () => {
    const circle: Record<string, unknown> = { id: 'bo', name: 'Bo' };
    circle['self'] = circle;
    let deep: unknown = 'bottom';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const { document, aside } = members(
      {
        id: 'ada',
        name: 'Ada',
        get url() {
          throw new Error('boo');
        },
        deep,
      },
      circle,
      new Proxy({}, { ownKeys: () => [][0] as unknown as string[] }),
      10n,
    );
    expect(document.members?.map(({ id }) => id)).toEqual(['ada', 'bo']);
    const reasons = Object.fromEntries(aside.map(({ path, reason }) => [path, reason]));
    expect(reasons).toMatchObject({
      'members[0].url': 'cannot be read',
      'members[1].self': 'contains itself',
      'members[3]': 'is not JSON',
    });
    expect(aside.find(({ path }) => path.startsWith('members[0].deep[0]'))?.reason).toBe('is nested too deep');
    expect(() => JSON.stringify(document)).not.toThrow();
  });

  it('refuses what cannot be looked at, or has no end, in a sentence', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refusal(() => readDocument(proxy))).toMatchObject({ kind: 'invalid', message: 'This cannot be read.' });
    const wide = Array.from({ length: 40 }).reduce<unknown>((inner) => [inner, inner], 'leaf');
    expect(refusal(() => readDocument({ kith: 1, wide })).message).toContain('too much for a page');
    expect(refusal(() => readDocument({ kith: 1, members: new Array(4_000_000_000) })).message).toContain(
      'too much for a page',
    );
  }, 60_000);

  it('takes no harm from names every object has', () => {
    const text =
      '{"kith":1,"__proto__":{"archive":true},"members":[{"id":"constructor","name":"C","__proto__":{"name":"x"},"toString":1}],"progress":[{"member":"a","ladder":"b","measures":{"constructor":"x"}}]}';
    const { document, aside } = readDocument(JSON.parse(text));
    expect(({} as Record<string, unknown>)['archive']).toBeUndefined();
    expect(document.archive).toBeUndefined();
    expect(document.members?.[0]).toEqual({ id: 'constructor', name: 'C', toString: 1 });
    expect(aside.map(({ path }) => path)).toEqual([
      '__proto__',
      'members[0].__proto__',
      'progress[0].measures.constructor',
    ]);
  });

  it('reads lists where objects should be, and objects where lists should be', () => {
    const odd = [[], [null], [[]], {}, { 0: null }, '', 0, false, [{}]];
    for (const value of odd) {
      const { document } = read({
        progress: [{ member: 'a', ladder: 'b', measures: value, reached: value, sponsors: value, cheers: value }],
        purpose: { statement: 'S', counts: value, by: value, made: value, lines: value },
        ladders: [{ id: 'l', name: 'L', rungs: [{ id: 'r', name: 'R', can: 'C', needs: value, unlocks: value }] }],
      });
      expect(document.purpose?.statement).toBe('S');
      expect(document.ladders?.[0]?.rungs).toHaveLength(1);
    }
  });

  it('gives what it can read again as it is, for any piece put wrong', () => {
    const whole = JSON.stringify(riverside());
    const values = fc.oneof(
      fc.constantFrom(null, -1.5, 1e21, '', 'two words', true, [], {}, [null], { count: 1 }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.nat(), values, (n, value) => {
        const broken = JSON.parse(whole);
        const places = [...placesIn(broken)];
        const [holder, key] = places[n % places.length] ?? [broken, 'members'];
        if (holder === broken && key === 'kith') return;
        holder[key] = value;
        const { document } = readDocument(broken);
        expect(readDocument(document)).toEqual({ document, aside: [] });
        // One wrong thing costs one row of a list at most.
        expect((document.members?.length ?? 9) >= 4 || key === 'members').toBe(true);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('comes to an end of 100,000 pieces that are all bad', () => {
    const n = 100_000;
    const worst = {
      kith: 1,
      members: Array.from({ length: n }, (_, i) => ({ id: `m${i}`, name: i % 2 ? 5 : 'N', hours: ['x'] })),
      recognitions: Array.from({ length: n }, () => ({ id: 'same', to: ['a b'], at: 'noon' })),
    };
    expect(readDocument(worst).aside).toHaveLength(n + (n - 1) + 2);
  }, 60_000);
});

describe('readPlain', () => {
  it('copies JSON and nothing else', () => {
    const input = {
      a: [1, 'b', true, null, undefined, () => 1],
      c: undefined,
      d: null,
      [Symbol('e')]: 1,
      f: Infinity,
      g: new Date(0),
    };
    const { value, aside } = readPlain(input);
    expect(value).toEqual({ a: [1, 'b', true, null, null, null], g: {} });
    expect(aside).toEqual([{ path: 'f', reason: 'is too large a number' }]);
  });
});

describe('readJson', () => {
  it('reads JSON, also behind a byte order mark', () => {
    expect(readJson('\uFEFF{"a":[1]}')).toEqual({ a: [1] });
  });

  it.each(['', ' \n', '\uFEFF'])('has its own sentence for nothing: %j', (text) => {
    expect(refusal(() => readJson(text)).message).toBe('This is empty, and should be JSON.');
  });

  it('says where, as far as the engine tells', () => {
    const error = refusal(() => readJson('{\n  "a": 1,\n  "b" 2\n}'));
    expect(error).toMatchObject({ kind: 'invalid' });
    expect(error.message).toMatch(/^This is not JSON \(line 3, column 7\): \w/);
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it('knows a web page when it sees one', () => {
    expect(refusal(() => readJson('<!doctype html>')).message).toMatch(/It looks like a web page\.$/);
  });

  const suite = shared('corpora/json/JSONTestSuite/test_parsing');
  it.skipIf(!suite)(
    `accepts every y_ and refuses every n_ of JSONTestSuite${suite ? '' : ' (absent: ../shared/corpora)'}`,
    () => {
      const names = readdirSync(suite ?? '').filter((name) => /^[yn]_/.test(name));
      expect(names.length).toBeGreaterThan(280);
      for (const name of names) {
        const text = new TextDecoder().decode(readFileSync(`${suite}/${name}`));
        if (name.startsWith('y_')) expect(() => readJson(text), name).not.toThrow();
        else expect(refusal(() => readJson(text)).kind, name).toBe('invalid');
      }
    },
  );
});

type Holder = Record<string, unknown>;

function* placesIn(holder: Holder): Generator<[Holder, string]> {
  for (const key of Object.keys(holder)) {
    yield [holder, key];
    const value = holder[key];
    if (typeof value === 'object' && value !== null) yield* placesIn(value as Holder);
  }
}
