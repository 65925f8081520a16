import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsIs, suggest, type Member, type SuggestOptions } from '@kith/core';
import { mentors, unlessAbsent } from './mentors.js';

const now = '2026-11-21T12:00:00Z';
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const person = (id: string, own: Partial<Member> = {}): Member => ({ id, name: id, ...own });
const names = (people: readonly Member[], me: Member, options: SuggestOptions = {}) =>
  suggest(people, me, { now, ...options }).map(({ member }) => member.id);

/** What is made once of each thing it is made of. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
}

/** The score of a pair, straight from the contract: each pair by itself, each day minute by minute. */
function byHand(people: readonly Member[], load?: ReadonlyMap<string, number>) {
  const fold = (tags: readonly string[] = []) => [
    ...new Set(tags.map((tag) => tag.toLowerCase().split(' ').filter(Boolean).join(' ')).filter(Boolean)),
  ];
  const all = people.map(({ offers = [], asks = [], topics = [] }) => new Set(fold([...offers, ...asks, ...topics])));
  const w = once((tag: string) => Math.log(1 + people.length / all.filter((tags) => tags.has(tag)).length));
  const sum = (mine: readonly string[] | undefined, theirs: readonly string[] | undefined) => {
    const there = fold(theirs);
    return fold(mine)
      .filter((tag) => there.includes(tag))
      .reduce((total, tag) => total + w(tag), 0);
  };
  const up = once(minutesUp);
  const codes = ({ languages = [] }: Member) => languages.map((language) => language.split('-')[0]?.toLowerCase());
  return (me: Member, other: Member): number => {
    const g = sum(me.asks, other.offers);
    const r = sum(other.asks, me.offers);
    const t = sum(me.topics, other.topics);
    const s = 0.5;
    const [mine, theirs] = [up(me), up(other)];
    const together = mine && theirs ? [...mine].filter((minute) => theirs.has(minute)).length : 60;
    const [here, there] = [codes(me), codes(other)];
    const speak = !here.length || !there.length || here.some((code) => there.includes(code));
    const score = (Math.sqrt((g + s) * (r + s)) - s + t / 4) * (together >= 60 ? 1 : 0.5) * (speak ? 1 : 0.25);
    return score / (1 + (load?.get(other.id) ?? 0));
  };
}

/** The minutes of a UTC day somebody is up; undefined where they do not say. */
function minutesUp({ timeZone, hours }: Member): Set<number> | undefined {
  if (!timeZone || !hours?.length) return undefined;
  const clock = (zone: string) => new Date(new Date(now).toLocaleString('en-US', { timeZone: zone })).getTime();
  const ahead = Math.round((clock(timeZone) - clock('UTC')) / 60_000);
  const up = new Set<number>();
  for (const span of hours) {
    const [from = 0, to = 0] = span.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    for (let minute = from; minute < (to < from ? to + 1440 : to); minute++) up.add((minute - ahead + 2880) % 1440);
  }
  return up;
}

/** Everybody's suggestions are those of the formula: the same people, the same scores, in order of score. */
function expectExact(people: readonly Member[], load?: ReadonlyMap<string, number>): number {
  const options = { now, ...(load && { load }) };
  const score = byHand(people, load);
  let found = 0;
  for (const me of people) {
    const suggestions = suggest(people, me, { ...options, limit: Infinity });
    const scores = suggestions.map((one) => one.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(suggest(people, me, { ...options, limit: 3 })).toEqual(suggestions.slice(0, 3));
    const wanted = people
      .filter((one) => one !== me && (one.kind ?? 'person') === 'person' && one.standing !== 'past')
      .map((one) => ({ id: one.id, score: score(me, one) }))
      .filter((one) => one.score > 1e-12);
    expect(suggestions.map(({ member }) => member.id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    const byId = new Map(wanted.map((one) => [one.id, one.score]));
    const furthest = Math.max(0, ...suggestions.map((one) => Math.abs(one.score - (byId.get(one.member.id) ?? NaN))));
    expect(furthest, me.id).toBeLessThan(1e-12);
    found += suggestions.length;
  }
  return found;
}

describe('suggest', () => {
  it('finds who offers what I ask for, and says so', () => {
    const ada = person('ada', { asks: ['grant writing'], offers: ['soldering'], topics: ['choir'] });
    const bo = person('bo', { offers: ['Grant  Writing '], asks: ['SOLDERING'], topics: ['Choir', 'river'] });
    const [first, ...others] = suggest([ada, bo, person('cy')], ada, { now });
    expect(others).toEqual([]);
    expect(first?.member).toBe(bo);
    expect(first?.score).toBeCloseTo(Math.log(1 + 3 / 2) * 1.25, 12);
    expect(first?.reasons).toEqual([
      { kind: 'gives', words: 'grant writing' },
      { kind: 'gets', words: 'SOLDERING' },
      { kind: 'topic', words: 'choir' },
    ]);
  });

  it('puts what is rare before what everybody has', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => person(`m${i}`, { offers: ['javascript'] }));
    const me = person('me', { asks: ['javascript', 'bookbinding'] });
    const rare = person('rare', { offers: ['bookbinding'] });
    expect(names([...crowd, rare, me], me, { limit: 1 })).toEqual(['rare']);
    const both = person('both', { offers: ['javascript', 'bookbinding'] });
    expect(suggest([...crowd, both, me], me, { now })[0]?.reasons.map(({ words }) => words)).toEqual([
      'bookbinding',
      'javascript',
    ]);
  });

  it('puts two who help each other before one who helps the other twice as much', () => {
    const me = person('me', { asks: ['a', 'b'], offers: ['c'] });
    const twice = person('twice', { offers: ['a', 'b'] });
    const mutual = person('mutual', { offers: ['a'], asks: ['c'] });
    expect(names([me, twice, mutual], me)).toEqual(['mutual', 'twice']);
  });

  it('never suggests myself, a bot, an organisation, whoever has left, or somebody for nothing', () => {
    const me = person('me', { asks: ['x'], offers: ['x'], topics: ['x'] });
    const people = [
      me,
      person('bot', { kind: 'bot', offers: ['x'] }),
      person('works', { kind: 'organization', offers: ['x'] }),
      person('left', { standing: 'past', offers: ['x'] }),
      person('stranger', { offers: ['y'] }),
      person('blank', { offers: [' '], asks: [''] }),
      person('resting', { standing: 'resting', offers: ['x'] }),
      person('odd', { kind: 'robot', standing: 'sabbatical', offers: ['x'] }),
    ];
    expect(names(people, me).sort()).toEqual(['odd', 'resting']);
    expect(names(people, person('empty', { asks: [' '] }))).toEqual([]);
  });

  it('knows me whether I am among the people or not', () => {
    const me = person('me', { asks: ['x'] });
    const others = [person('bo', { offers: ['x'] }), person('cy')];
    expect(suggest(others, me, { now })).toEqual(suggest([...others, me], me, { now }));
  });

  it('counts a tag once however often somebody says it, and a person once however often they come', () => {
    const me = person('me', { asks: ['x', 'X', ' x'] });
    const bo = person('bo', { offers: ['x', 'x '] });
    expect(suggest([me, bo, bo, { ...bo, offers: ['y'] }], me, { now })).toEqual(
      suggest([person('me', { asks: ['x'] }), person('bo', { offers: ['x'] })], person('me', { asks: ['x'] }), {
        now,
      }).map((one) => ({ ...one, member: bo })),
    );
  });

  it('leaves out whom I passed until the cool-down is over', () => {
    const me = person('me', { asks: ['x'] });
    const bo = person('bo', { offers: ['x'] });
    const until = (date: string) => names([me, bo], me, { coolDown: new Map([['bo', date]]) });
    expect(until('2026-11-21T12:00:01Z')).toEqual([]);
    expect(until('2026-11-21T12:00:00Z')).toEqual(['bo']);
    expect(until('2026-11-20')).toEqual(['bo']);
  });

  it('halves whoever has an introduction open already', () => {
    const me = person('me', { asks: ['x'] });
    const people = [me, person('bo', { offers: ['x'] }), person('cy', { offers: ['x'] })];
    expect(names(people, me, { load: new Map([['bo', 1]]) })).toEqual(['cy', 'bo']);
    expect(names(people, me, { load: new Map([['cy', 1]]) })).toEqual(['bo', 'cy']);
    const [cy, bo] = suggest(people, me, { now, load: new Map([['bo', 1]]) });
    expect(bo?.score).toBe((cy?.score ?? 0) / 2);
    expect(names(people, me, { load: new Map([['bo', Infinity]]) })).toEqual(['cy']);
  });

  it('halves who is never up when I am, and quarters who speaks none of my languages, where both say', () => {
    const me = person('me', { asks: ['x'], timeZone: 'Europe/London', hours: ['18:00-20:00'], languages: ['en-GB'] });
    const score = (own: Partial<Member>) =>
      suggest([me, person('bo', { offers: ['x'], ...own })], me, { now })[0]?.score ?? 0;
    const full = score({});
    expect(score({ timeZone: 'Europe/Stockholm', hours: ['20:00-22:00'], languages: ['sv', 'EN'] })).toBe(full);
    expect(score({ timeZone: 'Europe/Stockholm', hours: ['20:01-22:00'] })).toBe(full / 2);
    expect(score({ hours: ['03:00-04:00'] })).toBe(full);
    expect(score({ languages: ['sv'] })).toBe(full / 4);
    expect(score({ languages: [] })).toBe(full);
    expect(score({ languages: ['sv'], timeZone: 'Asia/Tokyo', hours: ['09:00-10:00'] })).toBe(full / 8);
  });

  it('goes by the clocks of the day it is', () => {
    const me = person('me', { asks: ['x'], timeZone: 'UTC', hours: ['12:00-13:00'] });
    const bo = person('bo', { offers: ['x'], timeZone: 'Europe/Stockholm', hours: ['13:00-14:00'] });
    const score = (on: string) => suggest([me, bo], me, { now: on })[0]?.score ?? 0;
    expect(score('2026-01-15')).toBe(2 * score('2026-07-15'));
  });

  it('puts peers before hosts where they score the same, and only there', () => {
    const me = person('me', { asks: ['x', 'rota'] });
    const peers = Array.from({ length: 9 }, (_, i) => person(`m${i}`, { offers: ['x'] }));
    const host = person('host', { host: true, offers: ['x'] });
    expect(names([host, ...peers, me], me).at(-1)).toBe('host');
    const needed = person('host', { host: true, offers: ['rota'] });
    expect(names([needed, ...peers, me], me)[0]).toBe('host');
  });

  it('puts those who score the same in an order of my own, by the seed', () => {
    const same = Array.from({ length: 20 }, (_, i) => person(`m${i}`, { offers: ['x'] }));
    const me = person('me', { asks: ['x'] });
    const order = names([...same, me], me, { limit: 20 });
    expect(order).not.toEqual(same.map(({ id }) => id));
    expect(names([...same, me], me, { limit: 20 })).toEqual(order);
    expect(names([...same, me], me, { limit: 20, seed: 'another' })).not.toEqual(order);
    const you = person('you', { asks: ['x'] });
    expect(names([...same, you], you, { limit: 20 })).not.toEqual(order);
    expect([...order].sort()).toEqual(same.map(({ id }) => id).sort());
  });

  it('lets the seed decide, too, where only the clocks make two score the same', () => {
    const me = person('me', { asks: ['x'], timeZone: 'UTC', hours: ['12:00-13:00'] });
    const people = [
      me,
      person('asleep', { offers: ['x'], timeZone: 'UTC', hours: ['01:00-02:00'] }),
      person('busy', { offers: ['x'] }),
    ];
    const load = new Map([['busy', 1]]);
    const seeds = Array.from({ length: 20 }, (_, i) => ({ load, seed: `${i}` }));
    const first = seeds.map((options) => names(people, me, { ...options, limit: 1 })[0]);
    expect(first).toEqual(seeds.map((options) => names(people, me, options)[0]));
    expect(new Set(first)).toEqual(new Set(['asleep', 'busy']));
  });

  it('puts first who is to come first, of those there is a match with', () => {
    const me = person('me', { asks: ['x', 'y', 'z'], timeZone: 'UTC', hours: ['12:00-13:00'] });
    const asleep = { timeZone: 'UTC', hours: ['01:00-02:00'] };
    const people = [
      me,
      person('best', { offers: ['x', 'y', 'z'] }),
      person('good', { offers: ['x', 'y'], ...asleep }),
      person('poor', { offers: ['x'], ...asleep }),
      person('none'),
    ];
    const first = ({ id }: Member) => id === 'poor' || id === 'good' || id === 'none';
    expect(names(people, me, { first })).toEqual(['good', 'poor', 'best']);
    for (const limit of [0, 1, 2])
      expect(names(people, me, { first, limit })).toEqual(['good', 'poor', 'best'].slice(0, limit));
  });

  it('gives ten unless told', () => {
    const many = Array.from({ length: 30 }, (_, i) => person(`m${i}`, { topics: ['x'] }));
    const [me] = many as [Member];
    expect(names(many, me)).toHaveLength(10);
    expect(names(many, me, { limit: 0 })).toEqual([]);
    expect(names(many, me, { limit: 99 })).toHaveLength(29);
  });

  describe('is exactly the formula', { timeout: 60_000 }, () => {
    it('for everyone of the demo', () => {
      const { members = [] } = readAsIs(read('demo/public/community.json')) ?? {};
      expect(members.length).toBeGreaterThanOrEqual(24);
      expect(expectExact(members)).toBeGreaterThan(300);
      expect(expectExact(members, new Map(members.map(({ id }, i) => [id, i % 3])))).toBeGreaterThan(300);
    });

    it.skipIf(unlessAbsent)(`for 298 mentors${unlessAbsent}`, { timeout: 60_000 }, () => {
      const people = mentors();
      expect(people).toHaveLength(298);
      expect(expectExact(people)).toBeGreaterThan(10_000);
    });
  });

  it.skipIf(unlessAbsent)(`puts whoever has anything rarer before who has javascript${unlessAbsent}`, () => {
    const people = mentors().map(({ languages: _, ...one }) => one);
    const having = (tag: string) => people.filter(({ offers = [] }) => offers.includes(tag));
    expect(having('javascript')).toHaveLength(155);
    const others = [...new Set(people.flatMap(({ offers }) => offers ?? []))].filter((tag) => tag !== 'javascript');
    expect(others).toHaveLength(218);
    for (const tag of others) {
      const me = person('me', { asks: ['javascript', tag] });
      const [first] = suggest([...people, me], me, { now, limit: 1 });
      expect(first?.member.offers, tag).toContain(tag);
      expect(first?.reasons[0]?.words, tag).toBe(tag);
    }
  });

  describe('whoever they are', { timeout: 60_000 }, () => {
    const tag = fc.constantFrom('a', 'b', ' B', 'c', 'C  ', 'd d', 'D D', 'é');
    const tags = fc.array(tag, { maxLength: 4 });
    const anyone = fc.record(
      {
        offers: tags,
        asks: tags,
        topics: tags,
        kind: fc.constantFrom('person', 'bot', 'organization'),
        host: fc.boolean(),
        standing: fc.constantFrom('active', 'resting', 'past'),
        languages: fc.array(fc.constantFrom('en', 'en-GB', 'yo', 'sv'), { maxLength: 2 }),
        timeZone: fc.constantFrom('Africa/Lagos', 'Asia/Tokyo', 'Pacific/Auckland'),
        hours: fc.array(fc.constantFrom('18:00-21:00', '08:00-08:30', '22:00-03:00'), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    const community = fc
      .array(anyone, { minLength: 2, maxLength: 12 })
      .map((people) => people.map((one, i) => person(`m${i}`, one)));

    it('it is the formula', () => {
      fc.assert(
        fc.property(community, (people) => void expectExact(people)),
        { numRuns: 200 },
      );
    });

    it('two are worth the same to each other, for the same reasons turned round', () => {
      const turned: Record<string, string> = { gives: 'gets', gets: 'gives', topic: 'topic' };
      const people = community.map((all) => all.map(({ kind: _, standing: __, ...one }): Member => one));
      fc.assert(
        fc.property(people, (all) => {
          for (const me of all) {
            for (const { member, score, reasons } of suggest(all, me, { now, limit: Infinity })) {
              const back = suggest(all, member, { now, limit: Infinity }).find((one) => one.member === me);
              expect(back?.score).toBe(score);
              const said = (list: typeof reasons, turn: boolean) =>
                list
                  .map(
                    ({ kind, words }) =>
                      `${turn ? turned[kind] : kind} ${words.toLowerCase().replace(/\s+/g, ' ').trim()}`,
                  )
                  .sort();
              expect(said(back?.reasons ?? [], true)).toEqual(said(reasons, false));
            }
          }
        }),
        { numRuns: 60 },
      );
    });

    it('the order they, and what they say, come in changes nothing', () => {
      const shuffled = community.chain((people) =>
        fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length }), fc.boolean()),
      );
      fc.assert(
        fc.property(shuffled, ([people, others, isTurned]) => {
          const turn = (member: Member): Member =>
            isTurned
              ? {
                  ...member,
                  ...(member.asks && { asks: [...member.asks].reverse() }),
                  ...(member.offers && { offers: [...member.offers].reverse() }),
                }
              : member;
          const said = (all: readonly Member[], me: Member) =>
            suggest(all, me, { now, limit: 5 }).map(({ member, score }) => [member.id, score]);
          for (const me of people) expect(said(others.map(turn), turn(me))).toEqual(said(people, me));
        }),
        { numRuns: 200 },
      );
    });

    it('nobody within a cool-down is suggested, and nobody else is missed for it', () => {
      fc.assert(
        fc.property(community, fc.nat(11), (people, i) => {
          const [me] = people as [Member];
          const all = names(people, me, { limit: Infinity });
          const coolDown = new Map([[`m${i}`, '2027-01-01']]);
          expect(names(people, me, { limit: Infinity, coolDown })).toEqual(all.filter((id) => id !== `m${i}`));
        }),
      );
    });

    it('a further shared wish never lowers a score', () => {
      fc.assert(
        fc.property(community, (people) => {
          const [me, other] = people as [Member, Member];
          const more: Member[] = [
            { ...me, asks: [...(me.asks ?? []), 'new'] },
            { ...other, offers: [...(other.offers ?? []), 'new'] },
            ...people.slice(2),
          ];
          const score = (all: readonly Member[]) =>
            suggest(all, all[0] as Member, { now, limit: Infinity }).find(({ member }) => member.id === 'm1')?.score ??
            0;
          expect(score(more)).toBeGreaterThanOrEqual(score(people));
        }),
      );
    });
  });
});
