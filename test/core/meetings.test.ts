import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import {
  answersFrom,
  readAsIs,
  suggest,
  type CommunityDocument,
  type Introduction,
  type Member,
  type Recognition,
} from '@kith/core';

const now = () => new Date('2026-11-21T12:00:00Z');
const demo = readAsIs(JSON.parse(readFileSync('demo/public/community.json', 'utf8'))) as CommunityDocument;
const person = (id: string, own: Partial<Member> = {}): Member => ({ id, name: `${id}!`, called: id, ...own });
const ada = person('ada', { asks: ['grants'], offers: ['soldering'], topics: ['choir'] });
const bo = person('bo', { offers: ['grants'], asks: ['soldering'], topics: ['choir'] });
const cy = person('cy', { offers: ['grants'] });
const members = [ada, bo, cy, person('noor'), person('room', { kind: 'organization' })];

interface With {
  introductions?: Introduction[];
  recognitions?: Recognition[];
  members?: Member[];
}
const asked = ({ introductions = [], ...document }: With = {}) =>
  answersFrom({ kith: 1, members, ...document }, 1, { introductions, now });
const whom = async (member: string, given?: With, more: { with?: string; limit?: number } = {}) =>
  (await asked(given)({ kind: 'suggestions', viewer: member, ...more })).suggestions.map((one) => one.member.id);
const intro = (state: string, own: Partial<Introduction> = {}): Introduction => ({
  id: 'i1',
  people: ['ada', 'bo'],
  by: 'ada',
  state,
  at: '2026-11-14T13:40:00Z',
  ...own,
});

describe('the suggestions of a document', () => {
  it('are those of suggest, for everyone of the demo', async () => {
    const answer = answersFrom(demo, 1, { now });
    for (const me of demo.members ?? []) {
      const { suggestions, me: whose } = await answer({ kind: 'suggestions', viewer: me.id, limit: 5 });
      expect(whose).toBe(me);
      expect(suggestions.map(({ member }) => member)).toEqual(
        suggest(demo.members ?? [], me, { now: now(), limit: 5 }).map(({ member }) => member),
      );
      for (const { reasons } of suggestions) expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it('say whom both helped, before what both like, newest first and each once', async () => {
    const thanks = (id: string, own: Partial<Recognition>): Recognition => ({
      id,
      to: ['ada', 'bo'],
      from: 'room',
      ...own,
    });
    const recognitions = [
      thanks('r1', { from: 'cy', at: '2026-01-01' }),
      thanks('r2', { at: '2026-02-01' }),
      thanks('r3', { at: '2026-02-02' }),
      thanks('shipped', { occasion: 'shipped', from: 'noor' }),
      thanks('hidden', { state: 'hidden', from: 'noor' }),
      thanks('mine', { from: 'ada' }),
      thanks('nobody', { from: 'gone' }),
      thanks('alone', { to: ['ada'], from: 'noor' }),
    ];
    const { suggestions } = await asked({ recognitions })({ kind: 'suggestions', viewer: 'ada', limit: 1 });
    expect(suggestions[0]?.reasons).toEqual([
      { kind: 'gets', words: 'soldering' },
      { kind: 'gives', words: 'grants' },
      { kind: 'together', words: 'room' },
      { kind: 'together', words: 'cy' },
      { kind: 'topic', words: 'choir' },
    ]);
  });

  it('leave out whom one has met or asked, or asked too lately', async () => {
    expect(await whom('ada')).toEqual(['bo', 'cy']);
    for (const state of ['met', 'asked', 'passed', 'expired'])
      expect(await whom('ada', { introductions: [intro(state)] }), state).toEqual(['cy']);
    const long = { at: '2026-05-25' };
    expect(await whom('ada', { introductions: [intro('met', long)] })).toEqual(['cy']);
    for (const state of ['asked', 'passed', 'expired']) {
      expect(await whom('ada', { introductions: [intro(state, long)] }), state).toEqual(['bo', 'cy']);
      expect(await whom('bo', { introductions: [intro(state)] }), state).toEqual([]);
    }
    const { at: _, ...undated } = intro('asked');
    expect(await whom('ada', { introductions: [undated] })).toEqual(['cy']);
    expect(await whom('ada', { introductions: [intro('met', { people: ['bo', 'cy'], by: 'ada' })] })).toEqual([
      'bo',
      'cy',
    ]);
  });

  it('spare who has introductions open, and tell nobody by it that one was declined', async () => {
    const busy = (state: string) =>
      [1, 2, 3, 4, 5].map((i) => intro(state, { id: `i${i}`, people: ['noor', 'bo'], by: 'noor' }));
    expect(await whom('ada', { introductions: busy('asked') })).toEqual(['cy', 'bo']);
    expect(await whom('ada', { introductions: busy('passed') })).toEqual(['cy', 'bo']);
    expect(await whom('ada', { introductions: busy('expired') })).toEqual(['bo', 'cy']);
  });

  it('can be about one member, with reasons or none', async () => {
    expect(await whom('ada', {}, { with: 'cy' })).toEqual(['cy']);
    expect(await whom('ada', {}, { with: 'noor' })).toEqual(['noor']);
    const { suggestions } = await asked()({ kind: 'suggestions', viewer: 'ada', with: 'bo' });
    expect(suggestions[0]?.reasons).toHaveLength(3);
    for (const nobody of ['ada', 'room', 'gone']) expect(await whom('ada', {}, { with: nobody })).toEqual([]);
    expect(await whom('ada', { introductions: [intro('met')] }, { with: 'bo' })).toEqual([]);
  });

  describe('in a hub', () => {
    const letter = (from: string, ...to: string[]): Recognition => ({ id: `${from} ${to.join()}`, from, to });
    const star = ['ada', 'bo', 'cy', 'dee', 'eve'].map((id) => letter('noor', id));
    const dee = person('dee', { offers: ['grants', 'welding'] });
    const many = [...members, dee, person('eve')];
    const reasonsOf = async (given: With, other: string) =>
      (
        await asked({ members: many, ...given })({ kind: 'suggestions', viewer: 'ada', with: other })
      ).suggestions.flatMap(({ reasons }) => reasons.map(({ kind, words }) => `${kind} ${words}`));

    it('put first whom only the hub ties to one, and say so', async () => {
      const recognitions = [...star, letter('bo', 'ada')];
      expect(await whom('ada', { members: many })).toEqual(['bo', expect.anything(), expect.anything()]);
      const order = await whom('ada', { members: many, recognitions });
      expect([...order].sort()).toEqual(['bo', 'cy', 'dee']);
      expect(order.at(-1)).toBe('bo');
      expect(await reasonsOf({ recognitions }, 'dee')).toEqual(['gives grants', 'through noor']);
      expect(await reasonsOf({ recognitions }, 'bo')).not.toContain('through noor');
      expect(await reasonsOf({}, 'dee')).toEqual(['gives grants']);
    });

    it('suggest nobody with whom one shares nothing but the hub', async () => {
      expect(await whom('ada', { members: many, recognitions: star })).not.toContain('eve');
    });

    it('count whom one has met oneself, and tell nobody whom others met', async () => {
      const between = (a: string, b: string) => ({ introductions: [intro('met', { people: [a, b], by: a })] });
      const bo = [...star, letter('ada', 'bo')];
      expect(await reasonsOf({ recognitions: bo, ...between('dee', 'bo') }, 'dee')).toContain('through noor');
      const mine = { introductions: [...between('ada', 'eve').introductions] };
      const eve = [...star, letter('eve', 'dee')];
      expect(await reasonsOf({ recognitions: eve }, 'dee')).toContain('through noor');
      expect(await reasonsOf({ recognitions: eve, ...mine }, 'dee')).not.toContain('through noor');
    });

    it('are told by what everyone sees, not by what one alone does', async () => {
      const document = { kith: 1 as const, members: many, recognitions: star };
      const said = async (recognitions: Recognition[]) =>
        (
          await answersFrom(document, 1, { now, open: { ...document, recognitions } })({
            kind: 'suggestions',
            viewer: 'ada',
            with: 'dee',
          })
        ).suggestions[0]?.reasons.map(({ kind }) => kind);
      expect(await said([])).toEqual(['gives']);
      expect(await said(star)).toEqual(['gives', 'through']);
    });
  });

  describe('to a Connector', () => {
    const connector = { role: 'connector', accepted: true };
    const una = person('una', { roles: [connector], asks: ['grants'] });
    const lately = { joinedAt: '2026-11-14' };
    const newer = [person('vic', lately), person('wes', { ...lately, offers: ['grants'] }), person('xi', lately)];
    const all = [...members, una, ...newer, person('yan', { joinedAt: '2026-01-01' })];
    const reasons = async (viewer: string, other: string, document: Partial<CommunityDocument> = {}) =>
      (
        await answersFrom({ kith: 1, members: all, ...document }, 1, { now })({
          kind: 'suggestions',
          viewer,
          with: other,
        })
      ).suggestions[0]?.reasons;

    it('are first whoever is new, also with nothing in common', async () => {
      const order = await whom('una', { members: all });
      expect(order[0]).toBe('wes');
      expect(order.slice(1, 3).sort()).toEqual(['vic', 'xi']);
      expect(order.slice(3).sort()).toEqual(['bo', 'cy']);
      expect(await whom('una', { members: all }, { limit: 2 })).toEqual(order.slice(0, 2));
      expect(await whom('ada', { members: all })).not.toContain('vic');
      const better = person('better', { offers: ['grants', 'glue'] });
      const wanting = { ...una, asks: ['grants', 'glue'] };
      for (const fits of ['vic', 'wes', 'xi']) {
        const some = newer.map(({ id }) => person(id, { ...lately, ...(id === fits && { offers: ['grants'] }) }));
        expect(await whom('una', { members: [...members, wanting, better, ...some] }, { limit: 1 })).toEqual([fits]);
      }
    });

    it('are not who was asked already, and later who has more to answer', async () => {
      const own = intro('asked', { people: ['una', 'vic'], by: 'una' });
      expect(await whom('una', { members: all, introductions: [own] })).not.toContain('vic');
      for (const busy of ['vic', 'xi']) {
        const other = intro('asked', { people: ['ada', busy], by: 'ada' });
        expect((await whom('una', { members: all, introductions: [other] }))[2]).toBe(busy);
      }
    });

    it('are who is there for somebody new, after those who fit, peers before hosts and the least asked first', async () => {
      const vera = person('vera', { roles: [connector] });
      const heli = person('heli', { roles: [connector], host: true });
      const bot = person('bot', { roles: [connector], kind: 'bot' });
      const past = person('past', { roles: [connector], standing: 'past' });
      const own = person('vic', { ...lately, asks: ['grants'] });
      const here = [...members, heli, vera, una, bot, past, own];
      const order = await whom('vic', { members: here });
      expect(order.at(-1)).toBe('heli');
      expect(order.slice(-3, -1).sort()).toEqual(['una', 'vera']);
      expect(order.slice(0, -3).sort()).toEqual(['bo', 'cy']);
      for (const busy of ['una', 'vera']) {
        const other = intro('asked', { people: ['ada', busy], by: 'ada' });
        expect((await whom('vic', { members: here, introductions: [other] })).at(-2)).toBe(busy);
      }
      const long = person('vic', { joinedAt: '2026-01-01', asks: ['grants'] });
      expect((await whom('vic', { members: [...here.slice(0, -1), long] })).sort()).toEqual(['bo', 'cy']);
      const asked = intro('asked', { people: ['vic', 'una'], by: 'vic' });
      expect(await whom('vic', { members: here, introductions: [asked] })).not.toContain('una');
    });

    it('say so first, to both, by the name the role has here', async () => {
      expect(await reasons('una', 'wes')).toEqual([
        { kind: 'newcomer', words: 'Connector' },
        { kind: 'gives', words: 'grants' },
      ]);
      expect(await reasons('vic', 'una')).toEqual([{ kind: 'connector', words: 'Connector' }]);
      const roles = [{ id: 'connector', name: 'Door-opener' }];
      expect(await reasons('una', 'vic', { roles })).toEqual([{ kind: 'newcomer', words: 'Door-opener' }]);
    });

    it('are for who said yes to it, not for whom others think of', async () => {
      const asked = person('una', { roles: [{ role: 'connector', affirmed: { count: 1, by: [{ member: 'bo' }] } }] });
      const said = answersFrom({ kith: 1, members: [...members, ...newer, person('una')] }, 1, {
        now,
        acquaintances: [asked],
      });
      expect((await said({ kind: 'suggestions', viewer: 'una' })).suggestions).toEqual([]);
      const no = person('una', { roles: [{ role: 'connector', accepted: false }] });
      expect(await whom('una', { members: [...members, ...newer, no] })).toEqual([]);
    });
  });

  it('say which roles both hold, last of all, by the names they have here', async () => {
    const held = ['builder', 'sharer', 'mender'].map((role) => ({ role }));
    const two = [
      person('ada', { roles: held, topics: ['choir'] }),
      person('bo', { roles: held.slice(1), topics: ['choir'] }),
    ];
    const roles = [{ id: 'sharer', name: 'Sharer' }];
    const { suggestions } = await answersFrom({ kith: 1, members: two, roles }, 1, { now })({
      kind: 'suggestions',
      viewer: 'ada',
    });
    expect(suggestions[0]?.reasons).toEqual([
      { kind: 'topic', words: 'choir' },
      { kind: 'role', words: 'Sharer' },
      { kind: 'role', words: 'mender' },
    ]);
    const alike = two.map(({ topics: _, ...one }) => one);
    expect(await whom('ada', { members: alike })).toEqual([]);
  });

  it('are to a visitor those who could use a hand, first with what nobody offers, and hosts last', async () => {
    const needing = [
      person('host', { host: true, asks: ['glass'] }),
      ...['a', 'b', 'd', 'e'].map((id) => person(id, { asks: ['grants'] })),
      ...['f', 'g'].map((id) => person(id, { asks: ['grants', 'a lathe'] })),
      person('c', { offers: ['Grants'] }),
      person('past', { standing: 'past', asks: ['x'] }),
      person('bot', { kind: 'bot', asks: ['x'] }),
    ];
    const answer = await asked({ members: needing })({ kind: 'suggestions' });
    expect(answer.me).toBeUndefined();
    const said = answer.suggestions.map(({ member, reasons }) => `${member.id} ${reasons.map(({ words }) => words)}`);
    expect(said.slice(0, 2).sort()).toEqual(['f a lathe', 'g a lathe']);
    expect(said.slice(2, 6).sort()).toEqual(['a grants', 'b grants', 'd grants', 'e grants']);
    expect(said.slice(6)).toEqual(['host glass']);
    expect(answer.suggestions[0]?.reasons[0]?.kind).toBe('gets');
    expect((await asked({ members: needing })({ kind: 'suggestions', limit: 1 })).suggestions).toHaveLength(1);
  });
});

describe('the introductions of a document', () => {
  const mine = async (member: string | undefined, introductions: Introduction[]) =>
    asked({ introductions })({ kind: 'introductions', ...(member && { viewer: member }) });
  const all = [
    intro('asked'),
    intro('met', { id: 'i2', people: ['bo', 'cy'], by: 'noor' }),
    intro('asked', { id: 'i3', people: ['cy', 'noor'], by: 'cy' }),
  ];

  it('are nobody’s but their people’s', async () => {
    const ids = async (member?: string) => (await mine(member, all)).introductions.map(({ id }) => id);
    expect(await ids('ada')).toEqual(['i1']);
    expect(await ids('bo')).toEqual(['i1', 'i2']);
    expect(await ids('noor')).toEqual(['i3']);
    expect(await ids()).toEqual([]);
    expect(await ids('gone')).toEqual([]);
  });

  it('bring their people, and why they might meet', async () => {
    const { introductions, people } = await mine('ada', all);
    expect(people.map(({ id }) => id)).toEqual(['ada', 'bo']);
    expect(introductions[0]?.reasons?.map(({ words }) => words)).toEqual(['soldering', 'grants', 'choir']);
    expect((await mine('cy', all)).people.map(({ id }) => id)).toEqual(['bo', 'cy', 'noor']);
  });

  it('hold nothing by which who asked could tell a no from silence', async () => {
    const declined = { ...intro('passed'), answeredBy: 'bo', answers: [{ member: 'bo', as: 'no' }] };
    expect(await mine('ada', [declined])).toEqual(await mine('ada', [intro('asked')]));
    expect((await mine('bo', [declined])).introductions).toEqual([]);
    const old = { at: '2026-11-01' };
    expect(await mine('ada', [intro('passed', old)])).toEqual(await mine('ada', [intro('expired', old)]));
  });
});

describe('the code that introduces people', () => {
  it('is asked for again where it did not arrive, and nothing else waits for it', async () => {
    vi.resetModules();
    const fresh = await import('@kith/core');
    vi.doMock('../../packages/core/src/meetings.js', () => {
      throw new Error('no connection');
    });
    const answer = fresh.answersFrom({ kith: 1, members });
    await expect(answer({ kind: 'suggestions', viewer: 'ada' })).rejects.toMatchObject({ kind: 'offline' });
    expect(answer({ kind: 'members' }).total).toBe(5);
    vi.doUnmock('../../packages/core/src/meetings.js');
    expect((await answer({ kind: 'suggestions', viewer: 'ada' })).suggestions).toHaveLength(2);
  });
});
