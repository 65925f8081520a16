import { describe, expect, it } from 'vitest';
import {
  countGraphemes,
  english,
  languageFor,
  openFirst,
  plain,
  sayLetter,
  type Member,
  type Phrase,
  type Recognition,
} from '@kith/core';

const now = new Date('2026-07-15T12:00:00Z');
const members: Member[] = [
  { id: 'ada', name: 'Ada Obi', called: 'Ada' },
  { id: 'bo', name: 'Bo Lind' },
  { id: 'noor', name: 'Noor Haddad', called: 'Noor' },
  { id: 'tomas', name: 'Tomás Ruiz', called: 'Tomás' },
  { id: 'yuki', name: 'Yuki', host: true },
  { id: 'bot', name: 'Kettle', kind: 'bot' },
  { id: 'guild', name: 'The Guild', kind: 'organization' },
];
const find = (id: string) => members.find((member) => member.id === id);
const givers = ['ada', 'bo', 'noor', 'tomas', 'yuki', 'bot', 'guild'];
const strangers = ['stranger-1', 'stranger-2', 'stranger-3', 'stranger-4'];
const all = 'Ada Obi, Bo Lind, Noor Haddad, Tomás Ruiz, Yuki, Kettle, The Guild';

const say = (letter: Partial<Recognition>, language = english) =>
  sayLetter({ id: 'r1', ...letter }, find, language, now);
const thanks = (letter: Partial<Recognition> = {}) =>
  say({ to: ['ada'], from: 'bo', text: 'You held the lamp.', ...letter });
const read = (said: Phrase | undefined) => said && plain(said);

/** Everything a letter says, as one text. */
const whole = (letter: Partial<Recognition>) => {
  const { salutation, people, answered, cheers, replies, days, open } = say(letter);
  const phrases = [
    salutation,
    people,
    answered,
    cheers?.said,
    days?.asked,
    days?.here,
    ...replies.map(({ said }) => said),
  ];
  return [...phrases.map(read), open, days?.took].join(' ');
};

// The sentences of LOOK.md, section 7.
describe('a letter', () => {
  it.each<[string, Partial<Recognition>, (said: ReturnType<typeof say>) => string | undefined, string]>([
    ['salutation', { to: ['noor', 'tomas'], text: 'Thanks.' }, ({ salutation }) => read(salutation), 'Noor and Tomás,'],
    [
      'salutation, nobody named',
      { to: [], unnamed: 1, text: 'Thanks.' },
      ({ salutation }) => read(salutation),
      "To someone who'd rather not be named,",
    ],
    [
      'unnamed',
      { to: givers, unnamed: 4, need: 'A roof' },
      ({ people }) => read(people),
      `${all} and 4 more who'd rather not be named.`,
    ],
    [
      'cheer line',
      { text: 'Thanks.', cheers: { count: 7, by: ['noor', 'tomas'] } },
      ({ cheers }) => read(cheers?.said),
      'Noor, Tomás and 5 more cheered.',
    ],
    [
      'kept',
      { text: 'Thanks.', kept: { by: 'bo', because: 'It says how.' } },
      ({ kept }) => read(kept),
      'Kept by Bo Lind: “It says how.”',
    ],
    ['kept, without a why', { text: 'Thanks.', kept: { by: 'bo' } }, ({ kept }) => read(kept), 'Kept by Bo Lind.'],
    ['backed', { occasion: 'idea', backed: { count: 12 } }, ({ backed }) => backed, '12 people would say that too.'],
    ['ask, open', { occasion: 'ask', text: 'Who has a vice?' }, ({ open }) => open, 'Still open'],
    [
      'ask, answered',
      { occasion: 'ask', text: 'Who has a vice?', answers: [{ member: 'bo', text: 'I.' }] },
      ({ answered }) => read(answered),
      'Bo Lind answered.',
    ],
    [
      'shipped',
      {
        occasion: 'shipped',
        text: 'The bench has a vice.',
        to: ['ada', 'bo'],
        askedAt: '2026-03-01',
        shippedAt: '2026-03-18',
      },
      ({ days, people }) => `${read(days?.asked)}, ${read(days?.here)}: ${days?.took}. ${read(people)}`,
      'Asked on 1 March, here on 18 March: 17 days. Shaped by Ada Obi and Bo Lind.',
    ],
  ])('%s: %j', (_, letter, part, sentence) => {
    expect(part(say(letter))).toBe(sentence);
  });

  it('with nothing but an id is an empty line', () => {
    expect(say({})).toEqual({
      id: 'r1',
      form: 'line',
      occasion: 'thanks',
      to: [],
      unnamed: 0,
      salutation: undefined,
      people: undefined,
      need: undefined,
      held: undefined,
      evidence: { pictures: [], links: [] },
      text: undefined,
      lang: undefined,
      size: 'large',
      fold: 'never',
      days: undefined,
      open: undefined,
      answered: undefined,
      answerers: [],
      by: undefined,
      role: undefined,
      at: undefined,
      backed: undefined,
      cheers: undefined,
      kept: undefined,
      replies: [],
      hasRest: false,
    });
  });

  it('passes on its role, its language, its day and who stands at its end', () => {
    const said = thanks({ role: 'builder', lang: 'sv', at: '2026-07-11T09:00:00Z' });
    expect(said).toMatchObject({ role: 'builder', lang: 'sv', by: find('bo'), at: { at: '2026-07-11T09:00:00Z' } });
    expect(read([said.at ?? ''])).toBe('Saturday');
  });

  it('from an organisation, a host or a bot is signed by them as by anyone', () => {
    for (const from of ['guild', 'yuki', 'bot']) expect(thanks({ from }).by).toBe(find(from));
  });

  it('has no date where its date is none', () => {
    expect(thanks({ at: 'last summer' }).at).toBeUndefined();
  });

  it('of an occasion nobody knows reads as thanks', () => {
    expect(thanks({ occasion: 'birthday' })).toMatchObject({ occasion: 'thanks', form: 'letter' });
  });
});

describe('the form of a letter', () => {
  it.each<[string, Partial<Recognition>]>([
    ['line', { to: ['ada'], labels: ['code'] }],
    ['line', { occasion: 'shipped', shippedAt: '2026-03-18' }],
    ['line', { occasion: 'first', to: ['ada'], evidence: [] }],
    ['board', { occasion: 'first', text: 'First pull-up' }],
    ['board', { occasion: 'best', text: 'Nine pull-ups' }],
    ['shipped', { occasion: 'shipped', text: 'A vice' }],
    ['letter', { text: 'Thanks.' }],
    ['letter', { need: 'A roof' }],
    ['letter', { evidence: [{ kind: 'image', src: 'https://riverside.example/a.png' }] }],
    ['letter', { occasion: 'milestone', text: 'Ten years' }],
  ])('is a %s for %j', (form, letter) => {
    expect(say(letter).form).toBe(form);
  });
});

describe('whom a letter speaks to', () => {
  const salutation = (letter: Partial<Recognition>) => read(thanks(letter).salutation);

  it.each<[Partial<Recognition>, string | undefined]>([
    [{ to: ['ada'] }, 'Ada,'],
    [{ to: ['bo'] }, 'Bo Lind,'],
    [{ to: ['ada', 'bo', 'noor'] }, 'Ada, Bo Lind and Noor,'],
    [{ to: ['ada', 'ada', 'bo'] }, 'Ada and Bo Lind,'],
    [{ to: ['ada'], unnamed: 1 }, "Ada Obi and one more who'd rather not be named,"],
    [{ to: ['ada', 'bo'], unnamed: 4 }, "Ada Obi, Bo Lind and 4 more who'd rather not be named,"],
    [{ to: ['ada', 'stranger-1'] }, "Ada Obi and one more who'd rather not be named,"],
    [{ to: ['ada', 'stranger-1', 'stranger-1'] }, "Ada Obi and one more who'd rather not be named,"],
    [{ to: ['stranger-1'] }, "To someone who'd rather not be named,"],
    [{ to: ['stranger-1'], unnamed: 2 }, "To 3 people who'd rather not be named,"],
    [{ to: [], unnamed: 0 }, undefined],
    [{ to: [] }, undefined],
  ])('%j: %j', (letter, said) => {
    expect(salutation(letter)).toBe(said);
  });

  it('are names, isolated from the words around them', () => {
    expect(thanks({ to: ['ada', 'bo'] }).salutation).toEqual([{ name: 'Ada' }, ' and ', { name: 'Bo Lind' }, ',']);
  });

  it('is said by the salutation alone; a line, a board and a list of givers have none', () => {
    expect(thanks().people).toBeUndefined();
    for (const letter of [{ text: '' }, { occasion: 'first' }, { occasion: 'shipped' }, { need: 'A roof' }]) {
      expect(thanks(letter).salutation).toBeUndefined();
    }
  });
});

describe('eleven givers of whom four are not named', () => {
  it.each([
    ['counted', { to: givers, unnamed: 4 }],
    ['listed, but not public', { to: [...givers, ...strangers] }],
    ['some of each', { to: [...givers, 'stranger-1'], unnamed: 3 }],
  ])('are seven names and four more: %s', (_, letter) => {
    const { people } = say({ need: 'A roof', text: 'Here it is.', ...letter });
    expect(read(people)).toBe(`${all} and 4 more who'd rather not be named.`);
    expect(people?.filter((mark) => typeof mark === 'object')).toHaveLength(7);
  });

  it('are eleven people when none is named, and one is someone', () => {
    expect(read(say({ need: 'A roof', unnamed: 11 }).people)).toBe("11 people who'd rather not be named.");
    expect(read(say({ need: 'A roof', unnamed: 1 }).people)).toBe("Someone who'd rather not be named.");
  });
});

describe('an id nobody public has', () => {
  it('is never printed, wherever it stands', () => {
    const member = 'stranger-1';
    const said = whole({
      occasion: 'ask',
      from: member,
      to: [member, 'ada'],
      text: 'Thanks.',
      answers: [{ member, text: 'Here.' }],
      cheers: { count: 2, by: [member] },
      replies: [{ member, text: 'Gladly.' }],
    });
    expect(said).not.toContain('stranger');
    expect(whole({ to: [member], labels: ['code'] })).not.toContain('stranger');
    expect(thanks({ from: member }).by).toBeUndefined();
  });

  it('counts who cannot be named with those who are not', () => {
    const said = thanks({ to: ['ada', 'stranger-1', 'ada', 'bo'], unnamed: 2 });
    expect(said.to).toEqual([find('ada'), find('bo')]);
    expect(said.unnamed).toBe(3);
  });

  it('is not looked for where there is none', () => {
    const asked: string[] = [];
    sayLetter({ id: 'r1', text: 'Thanks.', replies: [{ text: 'Gladly.' }] }, (id) => void asked.push(id), english, now);
    expect(asked).toEqual([]);
  });
});

describe('a line', () => {
  it.each<[Partial<Recognition>, string | undefined]>([
    [{ to: ['ada'], labels: ['code'] }, 'Ada Obi — code'],
    [{ to: ['ada'], labels: ['code', 'docs', 'design'] }, 'Ada Obi — code, docs and design'],
    [{ to: ['ada', 'bo'], labels: ['code'] }, 'Ada Obi and Bo Lind — code'],
    [{ to: ['ada'], labels: [] }, 'Ada Obi'],
    [{ to: ['ada'] }, 'Ada Obi'],
    [{ to: ['stranger-1'], labels: ['code'] }, "Someone who'd rather not be named — code"],
    [{ labels: ['code'] }, undefined],
  ])('of %j reads %j', (letter, said) => {
    expect(say(letter)).toMatchObject({ form: 'line' });
    expect(read(say(letter).people)).toBe(said);
  });

  it('says whose stones stand by it', () => {
    expect(say({ to: ['ada', 'stranger-1'] }).to).toEqual([find('ada')]);
  });
});

describe('a board', () => {
  it('says who wrote it up, where that is not who did it', () => {
    const deed = { occasion: 'first', to: ['ada'], text: 'First pull-up' };
    expect(plain(say({ ...deed, from: 'bo' }).writtenUp ?? [])).toBe('Written up by Bo Lind.');
    expect(say({ ...deed, from: 'ada' }).writtenUp).toBeUndefined();
    expect(say(deed).writtenUp).toBeUndefined();
  });

  it('says who did the deed, with their stones', () => {
    const said = say({ occasion: 'first', to: ['ada'], text: 'First pull-up' });
    expect(read(said.people)).toBe('Ada Obi');
    expect(said.to).toEqual([find('ada')]);
  });
});

describe('what shipped', () => {
  const shipped = (letter: Partial<Recognition>) =>
    say({ occasion: 'shipped', text: 'A vice', askedAt: '2026-03-01', shippedAt: '2026-03-18', ...letter });

  it.each([
    ['2026-03-01', '2026-03-18', '17 days'],
    ['2026-03-01', '2026-03-02', 'one day'],
    ['2026-03-01', '2026-03-01', 'the same day'],
    ['2025-12-31', '2026-03-18', '77 days'],
  ])('asked %s and here %s took %s', (askedAt, shippedAt, took) => {
    expect(shipped({ askedAt, shippedAt }).days?.took).toBe(took);
  });

  it('says its days as times', () => {
    expect(shipped({}).days).toMatchObject({
      asked: ['Asked on ', { time: '1 March', at: '2026-03-01' }],
      here: ['here on ', { time: '18 March', at: '2026-03-18' }],
    });
  });

  it('says no days where one is not known, or it was here before it was asked for', () => {
    const { askedAt: _, ...unasked } = { askedAt: '', shippedAt: '2026-03-18' };
    expect(say({ occasion: 'shipped', text: 'A vice', ...unasked }).days).toBeUndefined();
    expect(shipped({ shippedAt: 'soon' }).days).toBeUndefined();
    expect(shipped({ askedAt: '2026-03-19' }).days).toBeUndefined();
    expect(thanks({ askedAt: '2026-03-01', shippedAt: '2026-03-18' }).days).toBeUndefined();
  });

  it('says who shaped it, also those unnamed, and nothing where nobody is known', () => {
    expect(read(shipped({ to: ['ada'], unnamed: 2 }).people)).toBe(
      "Shaped by Ada Obi and 2 more who'd rather not be named.",
    );
    expect(shipped({}).people).toBeUndefined();
  });
});

describe('the size of the words', () => {
  const family = '👩‍👩‍👧‍👦';

  it.each([
    [1, 'large'],
    [70, 'large'],
    [71, 'middle'],
    [280, 'middle'],
    [281, 'body'],
    [5000, 'body'],
  ] as const)('of %i characters is %s, also where each is a family', (length, size) => {
    expect(thanks({ text: 'a'.repeat(length) }).size).toBe(size);
    expect(thanks({ text: family.repeat(length) }).size).toBe(size);
    expect(countGraphemes(family)).toBe(1);
  });

  it('goes by half as many where each is an em wide', () => {
    expect(thanks({ text: '直'.repeat(35) }).size).toBe('large');
    expect(thanks({ text: '直'.repeat(36) }).size).toBe('middle');
    expect(thanks({ text: 'し'.repeat(140) }).size).toBe('middle');
    expect(thanks({ text: '한'.repeat(141) }).size).toBe('body');
  });

  it.each([
    [480, 'never'],
    [481, 'narrow'],
    [700, 'narrow'],
    [701, 'always'],
  ] as const)('of %i characters folds %s', (length, fold) => {
    expect(thanks({ text: 'a'.repeat(length) }).fold).toBe(fold);
    expect(thanks({ text: family.repeat(length) }).fold).toBe(fold);
  });

  it('is known also of a million characters', () => {
    const text = '直'.repeat(1_000_000);
    expect(thanks({ text })).toMatchObject({ size: 'body', fold: 'always', text });
  });
});

describe('an ask', () => {
  const ask = (answers?: Recognition['answers']) => {
    const { open, answered } = say({ occasion: 'ask', text: 'Who has a vice?', ...(answers && { answers }) });
    return { open, answered: read(answered) };
  };

  it('is open until a member answers', () => {
    expect(ask()).toEqual({ open: 'Still open', answered: undefined });
    expect(ask([])).toEqual({ open: 'Still open', answered: undefined });
    expect(ask([{ member: 'bo', text: 'I.' }])).toEqual({ open: undefined, answered: 'Bo Lind answered.' });
  });

  it('stays open where only an organiser or a bot answered, which is said', () => {
    expect(ask([{ member: 'yuki', text: 'Ask Bo.' }])).toEqual({ open: 'Still open', answered: 'Yuki answered.' });
    expect(ask([{ member: 'bot', text: 'Beep.' }]).open).toBe('Still open');
    expect(ask([{ member: 'guild', text: 'We do.' }]).open).toBeUndefined();
  });

  it('is not open where somebody answered whom we cannot name', () => {
    expect(ask([{ member: 'stranger-1', text: 'I.' }])).toEqual({ open: undefined, answered: undefined });
    expect(ask([{ text: 'I.' }])).toEqual({ open: undefined, answered: undefined });
  });

  it('names who answered once, peers before organisers', () => {
    const answers = ['yuki', 'ada', 'bo', 'ada'].map((member) => ({ member, text: 'I.' }));
    expect(ask(answers).answered).toBe('Ada Obi, Bo Lind and Yuki answered.');
  });

  it('is the only letter that can be open', () => {
    expect(thanks().open).toBeUndefined();
  });
});

describe('the cheers', () => {
  const cheers = (count: number, by?: string[]) => read(thanks({ cheers: { count, ...(by && { by }) } }).cheers?.said);

  it.each<[number, string[] | undefined, string | undefined]>([
    [7, ['noor', 'tomas'], 'Noor, Tomás and 5 more cheered.'],
    [2, ['noor', 'tomas'], 'Noor and Tomás cheered.'],
    [1, ['noor'], 'Noor cheered.'],
    [2, ['noor'], 'Noor and one more cheered.'],
    [4, ['noor', 'tomas', 'ada', 'bo'], 'Noor, Tomás, Ada and one more cheered.'],
    [3, ['noor', 'stranger-1', 'stranger-2'], 'Noor and 2 more cheered.'],
    [2, ['noor', 'noor'], 'Noor and one more cheered.'],
    [1, ['noor', 'tomas'], 'Noor and Tomás cheered.'],
    [1, [], 'One person cheered.'],
    [7, undefined, '7 people cheered.'],
    [2, ['stranger-1'], '2 people cheered.'],
    [0, ['noor'], undefined],
  ])('of %i by %j read %j', (count, by, said) => {
    expect(cheers(count, by)).toBe(said);
  });

  it('are not said where there are none', () => {
    expect(thanks().cheers).toBeUndefined();
  });

  it('pile up at most three stones, peers before organisers and bots', () => {
    const { people = [] } =
      thanks({ cheers: { count: 9, by: ['yuki', 'bot', 'noor', 'tomas', 'ada', 'bo'] } }).cheers ?? {};
    expect(people.map(({ id }) => id)).toEqual(['noor', 'tomas', 'ada']);
    expect(cheers(2, ['yuki', 'noor'])).toBe('Noor and Yuki cheered.');
  });
});

describe('the pictures', () => {
  it('are only images, and only over https', () => {
    const evidence = [
      'https://riverside.example/a.png',
      'http://riverside.example/b.png',
      'data:image/png;base64,AAAA',
      'javascript:alert(1)',
      'blob:https://riverside.example/1',
      'not an address',
      '',
    ].map((src) => ({ kind: 'image', src, alt: 'The vice' }));
    evidence.push({ kind: 'letter', src: 'https://riverside.example/a.pdf', alt: 'A letter' });
    expect(thanks({ evidence }).evidence.pictures).toEqual([
      { src: 'https://riverside.example/a.png', alt: 'The vice', host: 'riverside.example' },
    ]);
  });

  it('without words for them have an empty one', () => {
    expect(
      thanks({ evidence: [{ kind: 'image', src: 'https://riverside.example/a.png' }] }).evidence.pictures[0]?.alt,
    ).toBe('');
  });
});

describe('the links', () => {
  const links = (...srcs: string[]) =>
    thanks({ evidence: srcs.map((src) => ({ kind: 'link', src, alt: 'The shelf' })) }).evidence.links.map(read);

  it('name the host they lead to, where that is another’s', () => {
    expect(links('https://tools.example/61')).toEqual(['The shelf (tools.example)']);
    expect(links('/shelf')).toEqual(['The shelf']);
    expect(read(thanks({ evidence: [{ kind: 'link', src: 'https://tools.example/61' }] }).evidence.links[0])).toBe(
      'tools.example',
    );
  });

  it('are called by their host where their words are none', () => {
    const named = (alt: string) => thanks({ evidence: [{ kind: 'link', src: 'https://tools.example/61', alt }] });
    expect(['', ' '].map((alt) => read(named(alt).evidence.links[0]))).toEqual(['tools.example', 'tools.example']);
  });

  it('are only those a link may have; what is of an unknown kind is one', () => {
    expect(links('javascript:alert(1)', 'data:text/html,x', '//x.example')).toEqual([]);
    expect(thanks({ evidence: [{ kind: 'film', src: 'https://tools.example/a.mp4' }] }).evidence.links).toHaveLength(1);
  });
});

describe('what was not delivered yet', () => {
  const evidence = [{ kind: 'image', src: 'https://riverside.example/a.png', alt: 'The vice' }];
  it.each<[string, Partial<Recognition>, boolean]>([
    ['asked for, and not delivered', { need: 'A vice.', askedAt: '2026-03-01' }, true],
    ['to be delivered later', { need: 'A vice.', deliveredAt: '2999-01-01' }, true],
    ['asked for, and delivered', { need: 'A vice.', askedAt: '2026-03-01', deliveredAt: '2026-03-10' }, false],
    ['of which nobody says when it was asked for', { need: 'A vice.' }, false],
    ['that nobody needed', { askedAt: '2026-03-01' }, false],
    ['that shipped', { occasion: 'shipped', need: 'A vice.', askedAt: '2026-03-01', shippedAt: '2026-03-18' }, false],
    ['of an ask, which is open instead', { occasion: 'ask', need: 'A vice.', askedAt: '2026-03-01' }, false],
  ])('keeps what shows it: %s', (_, own, isHeld) => {
    const said = thanks({ ...own, evidence });
    expect([said.held !== undefined, said.evidence.pictures.length]).toEqual([isHeld, isHeld ? 0 : 1]);
  });
});

describe('asks', () => {
  it('that no member answered come first, each as they came', () => {
    const ask = (id: string, ...by: string[]): Recognition => ({
      ...{ id, occasion: 'ask', text: 'Who?' },
      answers: by.map((member) => ({ member, text: 'I.' })),
    });
    const all = [ask('a', 'ada'), ask('b'), { id: 't', text: 'Thanks.' }, ask('c', 'works'), ask('d')];
    const isHost = (id: string) => (id === 'works' ? { id, name: 'Works', host: true } : { id, name: id });
    expect(openFirst(all, isHost).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a', 't']);
    expect(all.map(({ id }) => id)).toEqual(['a', 'b', 't', 'c', 'd']);
  });
});

describe('a reply', () => {
  it('is a name and what they said, in their language', () => {
    const [reply] = thanks({ replies: [{ member: 'ada', text: 'Gärna.', lang: 'sv' }] }).replies;
    expect(reply).toMatchObject({ lang: 'sv' });
    expect(read(reply?.said)).toBe('Ada Obi: “Gärna.”');
  });

  it('of whom we cannot name is what they said', () => {
    expect(
      thanks({ replies: [{ member: 'stranger-1', text: 'Gladly.' }, { text: 'Any time.' }] }).replies.map(({ said }) =>
        read(said),
      ),
    ).toEqual(['Gladly.', 'Any time.']);
  });
});

describe('in Arabic', () => {
  it('a letter reads in Arabic, with names as they are', async () => {
    const arabic = await languageFor('ar');
    expect(read(say({ to: ['noor', 'tomas'], text: 'شكرًا' }, arabic).salutation)).toBe('Noor وTomás،');
    expect(read(say({ text: 'شكرًا', cheers: { count: 4, by: ['noor', 'tomas'] } }, arabic).cheers?.said)).toBe(
      'تهانٍ من Noor وTomás وشخصين آخرين.',
    );
  });
});

describe('a letter that its reader cheered', () => {
  const cheered = (cheers: Recognition['cheers'], viewer = 'ada') => {
    const said = sayLetter({ id: 'r1', text: 'Thanks.', ...(cheers && { cheers }) }, find, english, now, viewer).cheers;
    return [read(said?.said), said?.people.map(({ id }) => id)];
  };

  it('names them last of those it names, however many came before', () => {
    expect(cheered({ count: 5, by: ['bo', 'noor', 'tomas', 'ada'] })).toEqual([
      'Bo Lind, Noor, Ada and 2 more cheered.',
      ['bo', 'noor', 'ada'],
    ]);
    expect(cheered({ count: 2, by: ['ada', 'noor'] })).toEqual(['Noor and Ada cheered.', ['noor', 'ada']]);
  });

  it('names them where only the count says that they are in it', () => {
    expect(cheered({ count: 3, mine: true })).toEqual(['Ada and 2 more cheered.', ['ada']]);
  });

  it('counts them where nobody knows their name', () => {
    expect(cheered({ count: 1, mine: true }, 'stranger-1')).toEqual(['One person cheered.', []]);
  });

  it('is as it is for all others where they did not', () => {
    expect(cheered({ count: 4, by: ['bo', 'noor', 'tomas'] })).toEqual([
      'Bo Lind, Noor, Tomás and one more cheered.',
      ['bo', 'noor', 'tomas'],
    ]);
  });
});
