import { describe, expect, it } from 'vitest';
import {
  english,
  languageFor,
  languages,
  plain,
  sayBecauses,
  sayRole,
  sayRoles,
  sixRoles,
  type HeldRole,
  type Member,
  type Phrase,
  type Role,
} from '@kith/core';

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Lind`,
  called: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  ...more,
});
const ids = ['bo', 'cy', 'noor', 'tomas', 'sita', 'gus', 'ruth', 'ines'];
const peers = ids.map((id) => member(id));
const by = (...members: string[]) => members.map((peer) => ({ member: peer }));
const quote = (held: Partial<HeldRole>) =>
  sayBecauses({ member: member('ada', { roles: [{ role: 'go', ...held }] }), people: peers }, 'go', english);
const read = (said: Phrase | undefined) => said && plain(said);

const all = (roles: HeldRole[], people: Member[] = peers, known: readonly Role[] = sixRoles, language = english) =>
  sayRoles({ member: member('ada', { name: 'Ada Obi', roles }), people }, known, language);
const say = (held: Partial<HeldRole>, people?: Member[]) => {
  const [said] = all([{ role: 'builder', ...held }], people);
  if (!said) throw new Error('nothing is said');
  return said;
};

describe('what a member does here', () => {
  it('is nothing where the member is not public, or has no role', () => {
    expect(sayRoles({ member: undefined, people: [] }, sixRoles, english)).toEqual([]);
    expect(all([])).toEqual([]);
    expect(sayRoles({ member: member('ada'), people: [] }, sixRoles, english)).toEqual([]);
  });

  it('is what they said yes to, each role once, shown before affirmed before hoped', () => {
    const said = all([
      { role: 'sharer', aspires: 'x' },
      { role: 'curator', accepted: false, shown: 9 },
      { role: 'builder', affirmed: { count: 1 } },
      { role: 'connector', accepted: true, shown: 1 },
      { role: 'sharer', shown: 5 },
    ]);
    expect(said.map(({ name, thread, ring }) => [name, thread, ring])).toEqual([
      ['Connector', 'filled', 'shown'],
      ['Builder', 'solid', 'seen by others'],
      ['Sharer', 'dashed', 'hoped for'],
    ]);
  });

  it('is headed by their name and the role', () => {
    expect(read(say({}).heading)).toBe('Ada Obi, Builder');
  });

  it('holds the wish in their own words', () => {
    expect(read(say({ aspires: ' To mend it twice. ' }).wish)).toBe(
      'Ada wants to be known for this: “To mend it twice.”',
    );
    expect(read(say({ aspires: '' }).wish)).toBe('Ada wants to be known for this.');
    expect(read(say({ aspires: ' \n' }).wish)).toBe('Ada wants to be known for this.');
    expect(say({ affirmed: { count: 1 } }).wish).toBeUndefined();
  });

  it('hopes for a role that was accepted and no more', () => {
    expect(say({})).toMatchObject({ rings: { hoped: true, affirmed: false, shown: false }, thread: 'dashed' });
    expect(read(say({}).wish)).toBe('Ada wants to be known for this.');
  });

  it.each<[Partial<HeldRole>, object]>([
    [{ aspires: 'x' }, { hoped: true, affirmed: false, shown: false }],
    [{ affirmed: { count: 2 } }, { hoped: false, affirmed: true, shown: false }],
    [{ shown: 2 }, { hoped: false, affirmed: false, shown: true }],
    [
      { aspires: '', shown: 2 },
      { hoped: true, affirmed: false, shown: true },
    ],
    [
      { aspires: 'x', affirmed: { count: 2 }, shown: 2 },
      { hoped: true, affirmed: true, shown: true },
    ],
    [
      { aspires: 'x', affirmed: { count: 0 }, shown: 0 },
      { hoped: true, affirmed: false, shown: false },
    ],
  ])('of %j draws the rings %j', (held, rings) => {
    expect(say(held).rings).toEqual(rings);
  });

  it.each<[HeldRole['affirmed'], string | undefined]>([
    [undefined, undefined],
    [{ count: 0, by: by('bo') }, undefined],
    [{ count: 1, by: by('bo') }, 'Bo has seen it.'],
    [{ count: 2, by: by('bo', 'noor') }, 'Bo and Noor have seen it.'],
    [{ count: 3, by: by('bo', 'noor') }, 'Bo, Noor and one more have seen it.'],
    [{ count: 9, by: by('bo', 'bo') }, 'Bo and 8 more have seen it.'],
    [{ count: 1, by: by('bo', 'noor') }, 'Bo and Noor have seen it.'],
    [{ count: 8, by: by(...ids) }, 'Bo, Cy, Noor, Tomas, Sita, Gus and 2 more have seen it.'],
    // Who is not public is counted, not named.
    [{ count: 3, by: by('bo', 'stranger') }, 'Bo and 2 more have seen it.'],
    [{ count: 1, by: by('stranger') }, 'One person has seen it.'],
    [{ count: 1204 }, '1,204 people have seen it.'],
  ])('seen by %j says who has seen it', (affirmed, said) => {
    expect(read(say({ affirmed }).seen)).toBe(said);
  });

  it('names peers before organisers and bots, and draws whom it names', () => {
    const people = [member('bo', { host: true }), member('cy', { kind: 'bot' }), member('noor')];
    const said = say({ affirmed: { count: 3, by: by('bo', 'cy', 'noor') } }, people);
    expect(read(said.seen)).toBe('Noor, Bo and Cy have seen it.');
    expect(said.people.map(({ id }) => id)).toEqual(['noor', 'bo', 'cy']);
    expect(say({ affirmed: { count: 8, by: by(...ids) } }).people).toHaveLength(6);
    expect(say({ affirmed: { count: 0, by: by('bo') } }).people).toEqual([]);
  });

  it.each<[number | undefined, string | undefined]>([
    [undefined, undefined],
    [0, undefined],
    [1, 'Shown once.'],
    [2, 'Shown twice.'],
    [3, 'Shown 3 times.'],
    [1204, 'Shown 1,204 times.'],
  ])('shown %j times says %j', (shown, said) => {
    expect(say(shown === undefined ? {} : { shown }).shown).toBe(said);
  });

  it('quotes what they saw, and nobody who is not named', () => {
    const becauses = quote({
      affirmed: {
        count: 9,
        by: [
          { member: 'bo', because: 'She held the lamp.' },
          { member: 'stranger', because: 'I would rather not be read.' },
          { member: 'cy', because: '  ' },
          { member: 'noor' },
          ...ids.slice(3).map((id) => ({ member: id, because: `${id} saw it` })),
        ],
      },
    });
    expect(becauses.map(plain)).toEqual([
      'Bo: “She held the lamp.”',
      'Tomas: “tomas saw it”',
      'Sita: “sita saw it”',
      'Gus: “gus saw it”',
      'Ruth: “ruth saw it”',
      'Ines: “ines saw it”',
    ]);
  });

  it('goes by the site’s own words for a role, else by its id', () => {
    const own = [{ id: 'keys', name: 'Keeper of the door' }];
    const said = all([{ role: 'keys' }, { role: 'unheard-of' }], peers, own);
    expect(said.map(({ id, name }) => [id, name])).toEqual([
      ['keys', 'Keeper of the door'],
      ['unheard-of', 'unheard-of'],
    ]);
  });
});

describe('a role itself', () => {
  const itself = (id: string, holders?: { members: Member[]; total: number }, roles: readonly Role[] = sixRoles) =>
    sayRole(id, roles, holders, english);

  it('says what it is and what it needs', () => {
    const said = itself('builder');
    expect(said.id).toBe('builder');
    expect(read(said.heading)).toBe('Builder');
    expect(read(said.description)).toBe('Makes and mends what the rest of us stand on, and stays until it holds.');
    expect(read(said.needs)).toBe('What it needs: A clear next piece, the tools for it, and a second pair of hands.');
  });

  it('has no thread and says nothing of people where nobody was asked', () => {
    expect(itself('builder')).toMatchObject({
      thread: undefined,
      seen: undefined,
      people: [],
      rings: { hoped: false, affirmed: false, shown: false },
    });
  });

  it('is open where nobody said yes to it', () => {
    const said = itself('builder', { members: [], total: 0 });
    expect(said).toMatchObject({ thread: 'dashed', rings: { hoped: true, affirmed: false, shown: false } });
    expect(read(said.seen)).toBe('This role is still open.');
  });

  it('is tied by who said yes to it, and says who', () => {
    const one = itself('builder', { members: peers.slice(0, 1), total: 1 });
    expect(one).toMatchObject({ thread: 'solid', rings: { hoped: false, affirmed: true, shown: false } });
    expect(read(one.seen)).toBe('Bo said yes to this role.');
    const many = itself('builder', { members: peers, total: 40 });
    expect(read(many.seen)).toBe('Bo, Cy, Noor, Tomas, Sita, Gus and 34 more said yes to this role.');
    expect(many.people).toHaveLength(6);
  });

  it('of no known id is called by it', () => {
    expect(itself('Door keeper')).toMatchObject({
      id: 'Door keeper',
      name: 'Door keeper',
      description: undefined,
      needs: undefined,
    });
    expect(itself('constructor').name).toBe('constructor');
  });

  it('is found as it is written, else without its capitals', () => {
    const roles = [...sixRoles, { id: 'Builder', name: 'The builder' }];
    expect(itself('Builder', undefined, roles).name).toBe('The builder');
    expect(itself('BUILDER', undefined, roles).id).toBe('builder');
  });
});

describe('to whoever can say something of it', () => {
  const read = (held: Partial<HeldRole>, viewer: string | undefined, me?: Member) => {
    const ada = member('ada', { roles: [{ role: 'builder', ...held }] });
    return sayRoles({ member: ada, people: peers }, sixRoles, english, { viewer, me, isAsked: true })[0];
  };

  it('a role says their part in it, and nothing where nothing can be said', () => {
    const affirmed = { count: 2, by: [{ member: 'bo', because: ' The van. ' }, { member: 'cy' }] };
    expect(read({ affirmed }, 'bo')?.mine).toEqual({ act: 'affirm', on: true, words: 'The van.' });
    expect(read({ affirmed }, 'noor')?.mine).toEqual({ act: 'affirm', on: false, words: '' });
    expect(read({ affirmed }, undefined)?.mine).toEqual({ act: 'affirm', on: false, words: '' });
    expect(read({ affirmed: { count: 9, mine: true } }, 'bo')?.mine).toEqual({ act: 'affirm', on: true, words: '' });
    expect(read({ aspires: ' x ' }, 'ada')?.mine).toEqual({ act: 'claim', on: true, words: 'x' });
    expect(say({}).mine).toBeUndefined();
  });

  it('names them beside those it is told of', () => {
    const me = member('zoe');
    const affirmed = { count: 2, by: by('bo', 'zoe') };
    expect(plain(read({ affirmed }, 'zoe', me)?.seen ?? [])).toBe('Bo and Zoe have seen it.');
    expect(plain(read({ affirmed }, 'zoe')?.seen ?? [])).toBe('Bo and one more have seen it.');
  });

  it('seats them among the six they see', () => {
    const affirmed = { count: 8, by: by(...ids) };
    expect(read({ affirmed }, 'ines')?.people.map(({ id }) => id)).toEqual([...ids.slice(0, 5), 'ines']);
    expect(read({ affirmed }, 'bo')?.people.map(({ id }) => id)).toEqual(ids.slice(0, 6));
  });

  it('is not theirs while others merely think of them for it', () => {
    const asked = { affirmed: { count: 1, by: by('bo') } };
    expect(read(asked, 'ada')).toBeUndefined();
    expect(read(asked, 'cy')?.thread).toBe('solid');
    expect(read({ ...asked, accepted: true }, 'ada')?.thread).toBe('solid');
    // Where nobody can answer, what is not said is a yes.
    const ada = member('ada', { roles: [{ role: 'builder', ...asked }] });
    const reader = { viewer: 'ada', me: ada, isAsked: false };
    expect(sayRoles({ member: ada, people: peers }, sixRoles, english, reader)[0]?.thread).toBe('solid');
  });

  describe('the role itself', () => {
    const holder = member('ada', { roles: [{ role: 'builder', aspires: 'x', accepted: true }] });
    const itself = (me: Member | undefined, members: Member[], total = members.length) =>
      sayRole('builder', sixRoles, { members, total }, english, { viewer: 'ada', me, isAsked: true });
    const seen = (...given: Parameters<typeof itself>) => plain(itself(...given).seen ?? []);

    it('has them among its people, or no more, before they are counted anew', () => {
      expect(seen(holder, [])).toBe('Ada said yes to this role.');
      expect(seen(holder, [member('bo')])).toBe('Bo and Ada said yes to this role.');
      expect(seen(holder, [member('bo'), holder])).toBe('Bo and Ada said yes to this role.');
      expect(seen(member('ada'), [member('bo'), holder])).toBe('Bo said yes to this role.');
      expect(seen(member('ada'), [holder])).toBe('This role is still open.');
    });

    it('counts nobody twice who may be among those it counts', () => {
      expect(seen(holder, peers.slice(0, 6), 9)).toBe(
        'Bo, Cy, Noor, Tomas, Sita, Gus and 3 more said yes to this role.',
      );
    });

    it('is to be claimed, also by whoever is not known yet', () => {
      expect(itself(holder, []).mine).toEqual({ act: 'claim', on: true, words: 'x' });
      expect(itself(undefined, []).mine).toEqual({ act: 'claim', on: false, words: '' });
      expect(
        sayRole('builder', sixRoles, undefined, english, { viewer: 'ada', me: holder, isAsked: true }).people,
      ).toEqual([]);
    });
  });
});

describe('the six roles', () => {
  it.each(languages.filter((code) => code !== 'en'))('are all said in %s, unless a site changed them', async (code) => {
    const language = await languageFor(code);
    for (const role of sixRoles) {
      const said = sayRole(role.id, sixRoles, undefined, language);
      for (const phrase of [said.heading, said.description, said.needs]) expect(read(phrase)).not.toMatch(/[a-z]/i);
      const own = { ...role, description: 'In words of our own.' };
      expect(read(sayRole(role.id, [own], undefined, language).description)).toBe('In words of our own.');
    }
  });
});
