import { describe, expect, it } from 'vitest';
import {
  english,
  languageFor,
  plain,
  sayDecisions,
  sayLines,
  sayPurpose,
  sayWordings,
  type Member,
  type Phrase,
  type Purpose,
} from '@kith/core';

const statement = 'Everyone can fix something';
const answer = (purpose: Partial<Purpose> = {}, people: Member[] = [], members = 93) => ({
  purpose: { statement, ...purpose },
  community: undefined,
  members,
  people,
  revision: 1,
});
const say = (purpose: Partial<Purpose> = {}, people?: Member[], members?: number) => {
  const said = sayPurpose(answer(purpose, people, members), english);
  if (!said) throw new Error('nothing is said');
  return said;
};
const read = (said: Phrase | undefined) => said && plain(said);
const member = (id: string, more: Partial<Member> = {}): Member => ({ id, name: id.toUpperCase(), ...more });

describe('a purpose', () => {
  it('that is not there says nothing', () => {
    expect(sayPurpose({ ...answer(), purpose: undefined }, english)).toBeUndefined();
  });

  it('without anything but its statement leaves no gap', () => {
    expect(say()).toEqual({
      statement,
      shared: false,
      provenance: 'Proposed by the organisers.',
      counts: undefined,
      made: undefined,
      invitation: undefined,
      people: [],
      mine: { withUs: false, pledged: undefined },
      version: 1,
      lines: 0,
      hasNext: false,
      decisions: 0,
    });
  });

  // The sentences of LOOK.md, section 7. There counts end in "this month"; active means 90 days, and we say so.
  it.each<[NonNullable<Purpose['counts']>, string, string | undefined]>([
    [{ pledged: 0 }, 'Proposed by the organisers. Be the first to stand behind it.', undefined],
    [{ pledged: 1 }, 'Proposed by the organisers. One of us stands behind it so far.', undefined],
    [{ pledged: 2 }, 'Proposed by the organisers. 2 of us stand behind it so far.', undefined],
    [{ pledged: 24 }, 'Proposed by the organisers. 24 of us stand behind it so far.', undefined],
    [{ pledged: 25 }, 'Shared by 25 of us.', undefined],
    [{ pledged: 1312 }, 'Shared by 1,312 of us.', undefined],
    [
      { withUs: 412, pledged: 87, active: 31 },
      'Shared by 87 of us.',
      '412 counted in, 87 by name; 31 took part in the last three months.',
    ],
    [{ withUs: 412, pledged: 87 }, 'Shared by 87 of us.', '412 counted in, 87 by name.'],
    [
      { withUs: 412, active: 31 },
      'Proposed by the organisers.',
      '412 counted in; 31 took part in the last three months.',
    ],
    [{ withUs: 412 }, 'Proposed by the organisers.', '412 counted in.'],
    [{ active: 31 }, 'Proposed by the organisers.', '31 took part in the last three months.'],
    [{ pledged: 87, active: 31 }, 'Shared by 87 of us.', '31 took part in the last three months.'],
    [
      { withUs: 1, pledged: 1, active: 1 },
      'Proposed by the organisers. One of us stands behind it so far.',
      '1 counted in, 1 by name; 1 took part in the last three months.',
    ],
    [
      { withUs: 4, pledged: 0, active: 0 },
      'Proposed by the organisers. Be the first to stand behind it.',
      '4 counted in.',
    ],
    [{ withUs: 0, pledged: 0, active: 0 }, 'Proposed by the organisers. Be the first to stand behind it.', undefined],
  ])('with the counts %j says whose it is and who is in', (counts, provenance, said) => {
    expect(say({ counts })).toMatchObject({ provenance, counts: said });
  });

  it('is shared, and says so, from its own threshold on', () => {
    expect(say({ threshold: 3, counts: { pledged: 2 } }).shared).toBe(false);
    expect(say({ threshold: 3, counts: { pledged: 3 } })).toMatchObject({
      shared: true,
      provenance: 'Shared by 3 of us.',
    });
    expect(say({ threshold: 1, counts: { pledged: 1 } }).provenance).toBe('Shared by one of us.');
  });

  it('never says more than it knows: names to it of which there is no count', () => {
    expect(say({ counts: { withUs: 900 } })).toMatchObject({
      shared: false,
      provenance: 'Proposed by the organisers.',
    });
  });
});

describe('what was made together', () => {
  const made = (more: Partial<NonNullable<Purpose['made']>> = {}) =>
    say({ made: { count: 1204, unit: 'repairs finished together', ...more } }).made;

  it('is a number and what it counts, and links to its proof', () => {
    expect(read(made())).toBe('1,204 repairs finished together.');
    expect(made({ href: 'https://riverside.example/repairs' })).toEqual([
      { link: '1,204 repairs finished together', href: 'https://riverside.example/repairs' },
      '.',
    ]);
  });

  it('is no link where its address is none a link may have', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '', 'ftp://riverside.example']) {
      expect(made({ href })?.some((mark) => typeof mark === 'object' && 'link' in mark)).toBe(false);
      expect(read(made({ href }))).toBe('1,204 repairs finished together.');
    }
  });

  it('is not said of nothing', () => {
    expect(made({ count: 0 })).toBeUndefined();
  });
});

describe('the invitation', () => {
  it.each([
    ['Bring one broken thing on Saturday', 'Bring one broken thing on Saturday.'],
    ['Bring one broken thing.', 'Bring one broken thing.'],
    ['What will you bring?', 'What will you bring?'],
    ['Come by! ', 'Come by! '],
    ['And then…', 'And then…'],
    ['土曜日に来てください。', '土曜日に来てください。'],
    ['متى تأتي؟', 'متى تأتي؟'],
    ['शनिवार को आइए।', 'शनिवार को आइए।'],
  ])('%j reads %j: a sentence that ends is not ended twice', (label, said) => {
    expect(read(say({ invitation: { label } }).invitation)).toBe(said);
    const linked = say({ invitation: { label, href: 'mailto:hello@riverside.example' } }).invitation;
    expect(linked?.[0]).toEqual({ link: label, href: 'mailto:hello@riverside.example' });
    expect(read(linked)).toBe(said);
  });
});

describe('the people who stand behind it', () => {
  it('are at most twelve, in the order given', () => {
    const crowd = Array.from({ length: 14 }, (_, i) => member(`m${i}`));
    expect(say({}, crowd).people).toEqual(crowd.slice(0, 12));
  });

  it('are peers before organisers and bots', () => {
    const crowd = [
      member('host', { host: true }),
      member('bot', { kind: 'bot' }),
      member('ada'),
      member('guild', { kind: 'organization' }),
    ];
    expect(say({}, crowd).people.map(({ id }) => id)).toEqual(['ada', 'guild', 'host', 'bot']);
    const twelve = Array.from({ length: 12 }, (_, i) => member(`m${i}`));
    expect(say({}, [...crowd.slice(0, 2), ...twelve]).people).toEqual(twelve);
  });
});

describe('who stands on the thread', () => {
  it('are those whose names are put to it, with whoever reads it, and nobody who is spoken of for another reason', () => {
    const answered = answer({ by: ['bo', 'ada'] }, [member('bo'), member('cy')]);
    const ids = (me?: Member) => sayPurpose(answered, english, me)?.people.map(({ id }) => id);
    expect(ids()).toEqual(['bo']);
    expect(ids(member('ada'))).toEqual(['bo', 'ada']);
    expect(ids(member('bo'))).toEqual(['bo']);
    expect(ids(member('cy'))).toEqual(['bo']);
  });
});

describe('why people are here', () => {
  const line = (id: string, author: string | undefined, count: number, at: string, mine = false) => ({
    id,
    text: `Text of ${id}`,
    ...(author && { member: author }),
    backed: { count, ...(mine && { mine }) },
    at,
  });
  const lines = [
    line('a', 'ada', 0, '2026-01-01'),
    line('b', 'bo', 2, '2026-01-02', true),
    line('c', undefined, 2, '2026-01-03'),
  ];
  const said = (viewer?: string) => sayLines(answer({ lines }, [member('ada'), member('bo')]), viewer, english);

  it('is said in lines, the most backed first, then the latest', () => {
    expect(said().map(({ id, author, backed }) => [id, author, backed])).toEqual([
      ['c', undefined, '2 people would say that too.'],
      ['b', 'BO', '2 people would say that too.'],
      ['a', 'ADA', undefined],
    ]);
  });

  it('knows which are the viewer’s to back, and which they back', () => {
    expect(said('ada').map(({ mine, mayBack }) => [mine, mayBack])).toEqual([
      [false, true],
      [true, true],
      [false, false],
    ]);
    expect(said().every(({ mayBack }) => mayBack)).toBe(true);
  });
});

describe('the next wording', () => {
  const line = (id: string, count: number, text = `Text of ${id}`) => ({ id, text, backed: { count } });
  const offered = (lines: Purpose['lines'], threshold: number | undefined = 5, members?: number) => {
    const given = answer({ lines, ...(threshold && { threshold }) }, [], members);
    const said = sayLines(given, undefined, english);
    expect(sayPurpose(given, english)?.hasNext).toBe(said.some(({ isNext }) => isNext));
    return said.flatMap(({ id, isNext }) => (isNext ? id : []));
  };

  it('is offered where as many say a line too as make a wording shared, and not before', () => {
    expect(offered([line('a', 4)])).toEqual([]);
    expect(offered([line('a', 4), line('b', 5)])).toEqual(['b']);
  });

  it('is one: the most backed', () => {
    expect(offered([line('a', 5), line('b', 9), line('c', 7)])).toEqual(['b']);
  });

  it('takes a third of the members where the purpose names no number', () => {
    expect(offered([line('a', 9)], 0, 30)).toEqual([]);
    expect(offered([line('a', 10)], 0, 30)).toEqual(['a']);
  });

  it('is not what the wording says already, however it ends', () => {
    const said = line('a', 9, 'everyone can fix something.');
    expect(offered([said])).toEqual([]);
    expect(offered([said, line('b', 6)])).toEqual(['b']);
  });

  it('is nothing where nobody is here for a reason', () => {
    expect(offered([])).toEqual([]);
    expect(offered(undefined)).toEqual([]);
  });
});

describe('what changed', () => {
  const earlier = [{ version: 2, statement: 'Everyone can mend things', until: '2026-03-03' }];
  const now = new Date('2026-07-15');
  const changed = (more: Partial<Purpose>) => sayWordings({ statement, version: 3, earlier, ...more }, english, now);

  it('is told to who signed an earlier wording that is known, and to nobody else', () => {
    expect(changed({ mine: { pledged: 2 } })).toBeDefined();
    expect(changed({ mine: { pledged: 1 } })).toBeUndefined();
    expect(changed({ mine: { pledged: 3 } })).toBeUndefined();
    expect(changed({})).toBeUndefined();
    expect(changed({ earlier: [{ version: 3, statement: 'Of today' }], mine: { pledged: 3 } })).toBeUndefined();
  });

  it('is the words of each that the other has not, with the day on which the one went', () => {
    const purpose: Purpose = { statement, version: 3, earlier, mine: { pledged: 2 } };
    expect(sayWordings(purpose, english, now)).toEqual({
      signed: [
        { text: 'Everyone can ', changed: false },
        { text: 'mend things', changed: true },
      ],
      now: [
        { text: 'Everyone can ', changed: false },
        { text: 'fix something', changed: true },
      ],
      until: { time: '3 March', at: '2026-03-03' },
      isSame: false,
    });
    expect(sayWordings({ ...purpose, mine: { pledged: 3 } }, english, now)).toBeUndefined();
    expect(sayWordings({ ...purpose, statement: 'Everyone can mend things' }, english, now)).toMatchObject({
      isSame: true,
    });
  });
});

describe('decisions', () => {
  const now = new Date('2026-07-15');
  const said = (decisions: Purpose['decisions']) =>
    sayDecisions({ statement, ...(decisions && { decisions }) }, english, now);

  it('are told with why and when, the newest first; what has no date comes last', () => {
    const told = said([
      { title: 'First', at: '2025-01-01' },
      { title: 'Some day' },
      { title: 'Last', because: 'Everyone can.', href: 'https://tools.example/3', at: '2026-03-01T10:00:00Z' },
      { title: 'Some other day', at: 'in spring' },
    ]);
    expect(told).toEqual([
      {
        title: { link: 'Last', href: 'https://tools.example/3' },
        because: 'Everyone can.',
        on: { time: '1 March', at: '2026-03-01T10:00:00Z' },
      },
      { title: { name: 'First' }, because: undefined, on: { time: '1 January 2025', at: '2025-01-01' } },
      { title: { name: 'Some day' }, because: undefined, on: undefined },
      { title: { name: 'Some other day' }, because: undefined, on: undefined },
    ]);
    expect(said(undefined)).toEqual([]);
  });

  it('are no links where their address is none a link may have', () => {
    expect(said([{ title: 'Open on Sundays', href: 'javascript:alert(1)' }])[0]?.title).toEqual({
      name: 'Open on Sundays',
    });
  });

  it('are counted, so that nothing is unfolded that is empty', () => {
    expect(say({ decisions: [{ title: 'Open on Sundays' }] }).decisions).toBe(1);
  });
});

describe('in Arabic', () => {
  it('a purpose is said with Arabic commas, and its statement as it was written', async () => {
    const language = await languageFor('ar');
    const said = sayPurpose(
      answer({ counts: { withUs: 412, pledged: 87, active: 31 }, made: { count: 3, unit: 'repairs' } }),
      language,
    );
    expect(said?.statement).toBe(statement);
    expect(said?.counts).toMatch(/^[^,;]*، [^,;]*؛ [^,;]*\.$/);
    expect(read(said?.made)).toBe(`${language.format.number(3)} repairs.`);
  });
});
