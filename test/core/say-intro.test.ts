import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  english,
  keepPlaces,
  languageFor,
  plain,
  sayHours,
  sayIntroduction,
  sayIntros,
  sayNeed,
  sayReasons,
  saySuggestion,
  standingFor,
  type Introduction,
  type IntroSaid,
  type Member,
  type Phrase,
  type Reason,
} from '@kith/core';

const now = new Date('2026-11-21T12:00:00Z');
const arabic = await languageFor('ar');
const ada: Member = { id: 'ada', name: 'Ada Obi', called: 'Ada', timeZone: 'Africa/Lagos', hours: ['18:00-21:00'] };
const bo: Member = {
  id: 'bo',
  name: 'Bo Nilsson',
  called: 'Bo',
  pronouns: 'he/him',
  headline: 'Lends fourteen shelves of tools',
  title: 'Treasurer',
  timeZone: 'Europe/Stockholm',
  hours: ['18:00-22:00'],
};
const noor: Member = { id: 'noor', name: 'Noor', host: true };
const find = (id: string) => [ada, bo, noor].find((member) => member.id === id);
const said = (one: Phrase | undefined) => (one ? plain(one) : undefined);
const underlined = (one: Phrase) =>
  one.flatMap((mark) => (typeof mark === 'object' && 'word' in mark ? [mark.word] : []));
const reason = (kind: Reason['kind'], ...words: string[]): Reason[] => words.map((word) => ({ kind, words: word }));
const sentences = (...reasons: Reason[][]) => sayReasons(reasons.flat(), bo, english);

describe('sayReasons', () => {
  it('says in a sentence each what matches, and marks exactly the words that do', () => {
    const all = sentences(reason('gives', 'grant writing'), reason('gets', 'soldering'), reason('together', 'Room 12'));
    expect(all.map(plain)).toEqual([
      'You asked for grant writing; Bo offers it.',
      "Bo asked for soldering, and that's you.",
      'You both helped Room 12.',
    ]);
    expect(all.map(underlined)).toEqual([['grant writing'], ['soldering'], ['Room 12']]);
  });

  it('says several of a kind in one sentence, and no more than three', () => {
    const [gives] = sentences(reason('gives', 'a'), reason('gives', 'b'));
    expect(said(gives)).toBe('You asked for a and b; Bo offers both.');
    expect(sentences(reason('gives', 'a', 'b', 'c', 'd')).map(plain)).toEqual([
      'You asked for a, b and c; Bo offers all of it.',
    ]);
    expect(sentences(reason('topic', 'radio', 'choir')).map(plain)).toEqual(['You both care about radio and choir.']);
    expect(sentences(reason('role', 'Connector')).map(plain)).toEqual(["You're both here as Connector."]);
  });

  it('says who is new, who is there for them, and who alone ties two together', () => {
    expect(sentences(reason('newcomer', 'Connector')).map(plain)).toEqual([
      "Bo is new here, and you're here as Connector.",
    ]);
    expect(sentences(reason('connector', 'Connector')).map(plain)).toEqual([
      "You're new here, and Bo is here as Connector.",
    ]);
    expect(sentences(reason('through', 'Noor')).map(plain)).toEqual(['Noor is the only thread between you so far.']);
    expect(sentences(reason('through', 'Noor')).map(underlined)).toEqual([['Noor']]);
    expect(sentences(reason('newcomer', 'Connector')).map(underlined)).toEqual([['Connector']]);
  });

  it('tells once of whom both helped, also where they alone tie the two together', () => {
    expect(sentences(reason('through', 'Noor'), reason('together', 'Noor')).map(plain)).toEqual([
      'You both helped Noor.',
    ]);
    expect(sentences(reason('through', 'Noor'), reason('together', 'Cy'))).toHaveLength(2);
  });

  it('calls one of the six roles as the reader does, and another as the site does', () => {
    const said = (...roles: string[]) => sayReasons(reason('role', ...roles), bo, arabic).map(plain);
    expect(said('Connector')).toEqual([`يجمعكما هنا دور: ${arabic.words.ofRole('Connector')}.`]);
    expect(said('Connector')[0]).not.toContain('Connector');
    expect(said('Mender')[0]).toContain('Mender');
  });

  it('keeps to three sentences, the best first', () => {
    const all = sentences(
      reason('topic', 'x'),
      reason('gets', 'y'),
      reason('topic', 'z'),
      reason('together', 'Cy'),
      reason('gives', 'w'),
    );
    expect(all.map(underlined)).toEqual([['x', 'z'], ['y'], ['Cy']]);
    expect(sentences()).toEqual([]);
  });

  it('says it in Arabic', () => {
    expect(sayReasons(reason('gives', 'لحام'), bo, arabic).map(plain)).toEqual(['طلبت لحام، وهذا لدى Bo.']);
  });
});

describe('sayHours', () => {
  const up = (id: string, timeZone: string, ...hours: string[]): Member => ({ id, name: id, timeZone, hours });
  const says = (a: Member, b: Member) => said(sayHours(a, b, english, now)?.said);

  it('says when both are up, in the reader’s time and the other’s', () => {
    expect(says(ada, bo)).toBe("You're both usually up 18:00 to 21:00.");
    expect(says(bo, ada)).toBe("You're both usually up 18:00 to 21:00.");
    const yuki = up('yuki', 'Asia/Tokyo', '06:00-09:00');
    expect(says(up('a', 'Europe/London', '21:30-23:00'), yuki)).toBe(
      "You're both usually up 21:30 to 23:00. For yuki that's 06:30 to 08:00.",
    );
    expect(says(yuki, up('a', 'Europe/London', '21:30-23:00'))).toBe(
      "You're both usually up 06:30 to 08:00. For a that's 21:30 to 23:00.",
    );
  });

  it('says one night as one, though a day ends in it', () => {
    const owl = up('owl', 'Europe/London', '22:00-03:00');
    expect(says(owl, up('b', 'Europe/London', '21:00-02:00'))).toBe("You're both usually up 22:00 to 02:00.");
    expect(says(owl, up('b', 'Europe/London', '12:00-01:00', '05:00-06:00'))).toBe(
      "You're both usually up 22:00 to 01:00.",
    );
    expect(says(owl, up('c', 'America/New_York', '17:00-22:00'))).toBe(
      "You're both usually up 22:00 to 03:00. For c that's 17:00 to 22:00.",
    );
  });

  it('says several times one after the other', () => {
    const a = up('a', 'Europe/London', '08:00-10:00', '18:00-20:00');
    expect(says(a, up('b', 'Europe/London', '09:00-19:00'))).toBe(
      "You're both usually up 09:00 to 10:00 and 18:00 to 19:00.",
    );
  });

  it('says that they never are, and nothing where it is not known', () => {
    expect(says(ada, up('b', 'Africa/Lagos', '06:00-09:00'))).toBe("Your hours don't meet. A letter can wait.");
    expect(says(ada, { id: 'b', name: 'B', hours: ['06:00-09:00'] })).toBeUndefined();
    expect(says(up('a', 'Mars/Olympus', '06:00-09:00'), ada)).toBeUndefined();
    expect(says(ada, up('b', 'Africa/Lagos'))).toBeUndefined();
  });

  it('goes by the clocks of the day it is', () => {
    const a = up('a', 'UTC', '12:00-14:00');
    const b = up('b', 'Europe/Stockholm', '13:00-15:00');
    const on = (date: string) => said(sayHours(a, b, english, new Date(date))?.said);
    expect(on('2026-01-15')).toBe("You're both usually up 12:00 to 14:00. For b that's 13:00 to 15:00.");
    expect(on('2026-07-15')).toBe("You're both usually up 12:00 to 13:00. For b that's 14:00 to 15:00.");
  });

  it('draws both days in the reader’s, and what they share', () => {
    expect(sayHours(ada, bo, english, now)).toMatchObject({
      days: [
        { label: 'You', spans: [[1080, 1260]] },
        { label: { name: 'Bo' }, spans: [[1080, 1320]] },
      ],
      shared: [[1080, 1260]],
    });
  });

  it('writes times as the reader does', async () => {
    const american = await languageFor('en-US');
    expect(said(sayHours(ada, bo, american, now)?.said)?.replaceAll('\u202f', ' ')).toBe(
      "You're both usually up 6:00 PM to 9:00 PM.",
    );
    expect(said(sayHours(ada, bo, arabic, now)?.said)).toMatch(/\p{L}/u);
  });
});

describe('saySuggestion', () => {
  it('is a note: two names, why, when, and who the other is in small', () => {
    const note = saySuggestion(ada, bo, reason('gives', 'grant writing'), english, now);
    expect(note.standing).toBe('suggested');
    expect(said(note.heading)).toBe('Ada, meet Bo.');
    expect(note.people).toEqual([ada, bo]);
    expect(note.reasons).toHaveLength(1);
    expect(note.state).toBeUndefined();
    expect(note.text).toBeUndefined();
    expect(said(note.about?.name)).toBe('Bo Nilsson (he/him)');
    expect(note.about?.headline).toBe('Lends fourteen shelves of tools');
  });

  it('gives the title where there is no headline, and links only to what is safe', () => {
    const { headline: _, ...titled } = bo;
    expect(saySuggestion(ada, titled, [], english, now).about?.headline).toBe('Treasurer');
    const link = (url: string) => saySuggestion(ada, { ...bo, url }, [], english, now).about?.name[0];
    expect(link('https://bo.example/')).toEqual({ link: 'Bo Nilsson', href: 'https://bo.example/' });
    expect(link('javascript:alert(1)')).toEqual({ name: 'Bo Nilsson' });
  });
});

const intro = (own: Partial<Introduction> = {}): Introduction => ({
  id: 'i1',
  people: ['ada', 'bo'],
  by: 'ada',
  text: 'I read your letter about the lathe.',
  state: 'asked',
  at: '2026-11-14T13:40:00Z',
  ...own,
});

describe('standingFor', () => {
  const stands = (own: Partial<Introduction>, member = 'ada', on = now) => standingFor(intro(own), member, on);

  it('is asked for who asked, incoming for who is asked, and nothing for anybody else', () => {
    expect([stands({}), stands({}, 'bo'), stands({}, 'noor')]).toEqual(['asked', 'incoming', undefined]);
    expect(stands({ by: 'noor' }, 'noor')).toBeUndefined();
    expect([stands({ by: 'noor' }), stands({ by: 'noor' }, 'bo')]).toEqual(['incoming', 'incoming']);
    expect([stands({ state: 'met' }), stands({ state: 'met' }, 'bo')]).toEqual(['met', 'met']);
  });

  it('closes on the fourteenth day to the minute, whatever its state says', () => {
    const last = new Date('2026-11-28T13:39:59Z');
    const over = new Date('2026-11-28T13:40:00Z');
    expect([stands({}, 'ada', last), stands({}, 'ada', over)]).toEqual(['asked', 'closed']);
    expect([stands({}, 'bo', last), stands({}, 'bo', over)]).toEqual(['incoming', undefined]);
    expect([stands({ by: 'noor' }, 'bo', last), stands({ by: 'noor' }, 'bo', over)]).toEqual(['incoming', 'closed']);
    expect(stands({ at: '2020-01-01', state: 'met' })).toBe('met');
  });

  it('stays open where nobody knows since when', () => {
    const { at: _, ...undated } = intro();
    expect(standingFor(undated, 'ada', now)).toBe('asked');
    expect(standingFor({ ...undated, at: 'soon' }, 'ada', now)).toBe('asked');
  });

  it('never tells who asked that it was declined: on every day it is as if nobody had answered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.constantFrom('ada', 'noor', undefined),
        (minutes, by) => {
          const on = new Date(Date.parse('2026-11-14T13:40:00Z') + minutes * 60_000);
          const { by: _, ...pair } = intro();
          const asked = { ...pair, ...(by && { by }) };
          const note = (state: string) => {
            const standing = standingFor({ ...asked, state }, 'ada', on);
            return [standing, standing && sayIntroduction({ ...asked, state }, standing, ada, find, english, on)];
          };
          expect(note('passed')).toEqual(note('asked'));
        },
      ),
    );
  });

  it('is gone for who declined it', () => {
    expect(stands({ state: 'passed' }, 'bo')).toBeUndefined();
  });
});

describe('sayIntroduction', () => {
  const note = (own: Partial<Introduction> & { reasons?: Reason[] }, me: Member = ada, on = now) => {
    const introduction = { ...intro(own), ...(own.reasons && { reasons: own.reasons }) };
    const standing = standingFor(introduction, me.id, on);
    return standing && sayIntroduction(introduction, standing, me, find, english, on);
  };

  it('says to who asked that it is asked, and until when', () => {
    const asked = note({ reasons: reason('gives', 'grant writing') });
    expect(said(asked?.heading)).toBe('Ada, meet Bo.');
    expect(said(asked?.state)).toBe(
      'Asked. If Bo says yes, you both get a note. If not, it closes quietly on 28 November.',
    );
    expect(asked?.text).toEqual({ said: '“I read your letter about the lathe.”', by: { member: ada, name: 'You' } });
    expect(asked?.reasons).toHaveLength(1);
    expect(said(note({ at: '2026-12-20' }, ada)?.state)).toMatch(/on 3 January 2027\.$/);
    const { at: _, ...undated } = intro();
    expect(said(sayIntroduction(undated, 'asked', ada, find, english, now)?.state)).toMatch(/closes quietly\.$/);
  });

  it('says to who is asked who would like to meet them, in their words', () => {
    const incoming = note({}, bo);
    expect(said(incoming?.heading)).toBe('Ada would like to meet you.');
    expect(incoming?.text).toEqual({ said: '“I read your letter about the lathe.”', by: undefined });
    expect(incoming?.state).toBeUndefined();
    expect(incoming?.people).toEqual([bo, ada]);
    expect(note({ text: ' ' }, bo)?.text).toBeUndefined();
  });

  it('shows of who asks a name, a line and the reasons, and nothing else until both said yes', () => {
    const incoming = note({}, bo);
    expect(incoming?.hours).toBeUndefined();
    expect(incoming?.about).toEqual({ name: [{ name: 'Ada Obi' }], headline: undefined });
    expect(note({ state: 'met' }, ada)?.about?.headline).toBe('Lends fourteen shelves of tools');
  });

  it('says who is not told of a no', () => {
    expect(said(note({}, bo)?.untold)).toBe("(Ada isn't told.)");
    expect(said(note({ by: 'noor' }, bo)?.untold)).toBe("(Ada and Noor aren't told.)");
    expect(said(note({}, ada)?.untold)).toBeUndefined();
  });

  it('asks whether they talked from the third day on, until one has said so', () => {
    const asks = (met: string | undefined, own: object = {}) =>
      note({ state: 'met', at: '2026-11-01', ...(met && { met }), ...own })?.asksAfter;
    expect(asks('2026-11-18T12:00:01Z')).toBe(false);
    expect(asks('2026-11-18T12:00:00Z')).toBe(true);
    expect(asks(undefined)).toBe(true);
    expect(asks('2026-11-01', { meetings: [{ introduction: 'i1', member: 'ada', on: false, at: '' }] })).toBe(false);
    expect(note({})?.asksAfter).toBe(false);
  });

  it('says that they are introduced, and when they are both up', () => {
    const met = note({ state: 'met' });
    expect(said(met?.heading)).toBe("Ada, Bo: you're introduced.");
    expect(said(met?.hours?.said)).toBe("You're both usually up 18:00 to 21:00.");
    expect(met?.text).toBeUndefined();
  });

  it('says that it closed, and nothing of the reasons', () => {
    const closed = note({ state: 'expired', reasons: reason('gives', 'grant writing') });
    expect(said(closed?.state)).toBe("It closed without an answer. That's common, and says nothing about you.");
    expect(closed).toMatchObject({ reasons: [], hours: undefined, text: undefined, about: undefined });
  });

  it('shows who brings two together, and lets them speak', () => {
    const trio = note({ by: 'noor' });
    expect(said(trio?.heading)).toBe('Ada, meet Bo.');
    expect(trio?.text?.by).toEqual({ member: noor, name: { name: 'Noor' } });
    expect(said(trio?.state)).toBe('Each answers on their own.');
    expect(trio?.people).toEqual([ada, bo, noor]);
    expect(note({ by: 'nobody' })?.people).toEqual([ada, bo]);
    expect(note({ by: 'nobody' })?.text).toEqual({ said: '“I read your letter about the lathe.”', by: undefined });
  });

  it('introduces three to each other', () => {
    const three = note({ people: ['bo', 'ada', 'noor'], state: 'met' });
    expect(said(three?.heading)).toBe("Ada, Bo and Noor: you're introduced.");
    expect(three?.people).toEqual([ada, bo, noor]);
    expect(three?.hours).toBeUndefined();
  });

  it('says nothing where the other is not public', () => {
    expect(note({ people: ['ada', 'gone'] })).toBeUndefined();
    expect(note({ people: ['ada'] })).toBeUndefined();
  });
});

describe('sayIntros', () => {
  const notes = (introductions: Introduction[], whom?: string) =>
    sayIntros(
      {
        me: ada,
        whom,
        introductions: { introductions, people: [ada, bo, noor], revision: 1 },
        suggestions: { me: ada, suggestions: [{ member: noor, reasons: [] }], people: [ada, noor], revision: 1 },
      },
      english,
      now,
    ).map(({ standing, people }) => `${standing} ${people[1]?.id}`);

  it('puts what waits for an answer first, and suggestions last', () => {
    const all = ['expired', 'met', 'asked'].map((state, i) => intro({ id: `i${i}`, state }));
    expect(notes([...all, intro({ id: 'in', by: 'bo' })])).toEqual([
      'incoming bo',
      'asked bo',
      'met bo',
      'closed bo',
      'suggested noor',
    ]);
  });

  it('suggests as many as are wanted, and tells notes of the same two apart', () => {
    const from = {
      me: ada,
      introductions: {
        introductions: [intro(), intro({ id: 'i2', by: 'noor' })],
        people: [ada, bo, noor],
        revision: 1,
      },
      suggestions: {
        me: ada,
        suggestions: [noor, bo].map((member) => ({ member, reasons: [] })),
        people: [ada, noor],
        revision: 1,
      },
    };
    expect(sayIntros({ ...from, limit: 1 }, english, now).map(({ key }) => key)).toEqual(['bo', 'bo i1', 'noor']);
    expect(sayIntros(from, english, now)).toHaveLength(4);
  });

  it('leaves out what somebody said has come to something, or will not', () => {
    const met = { ...intro({ state: 'met' }), meetings: [{ introduction: 'i1', member: 'ada', on: true, at: '' }] };
    expect(notes([met])).toEqual(['suggested noor']);
    expect(notes([met], 'bo')).toEqual(['met bo', 'suggested noor']);
  });

  it('leaves out what is no longer news, unless it is asked for', () => {
    const met = intro({ state: 'met', at: '2026-10-01' });
    expect(notes([met])).toEqual(['suggested noor']);
    expect(notes([met], 'bo')).toEqual(['met bo', 'suggested noor']);
    expect(notes([intro({ state: 'expired', at: '2026-10-30' })])).toEqual(['closed bo', 'suggested noor']);
    expect(notes([intro({ state: 'expired', at: '2026-10-20' })])).toEqual(['suggested noor']);
  });

  it('shows of somebody in particular what closed long ago, unless they are suggested again', () => {
    const closed = intro({ people: ['ada', 'noor'], state: 'expired', at: '2026-01-01' });
    expect(notes([{ ...closed, people: ['ada', 'bo'] }], 'bo')).toEqual(['closed bo', 'suggested noor']);
    expect(notes([closed], 'noor')).toEqual(['suggested noor']);
  });

  it('shows of somebody in particular only what is between us', () => {
    expect(notes([intro({}), intro({ id: 'other', people: ['ada', 'noor'] })], 'bo')).toEqual([
      'asked bo',
      'suggested noor',
    ]);
  });
});

describe('keepPlaces', () => {
  const notes = (...all: string[]) =>
    all.map((each) => {
      const [standing = '', key = ''] = each.split(' ');
      return { standing, key } as IntroSaid;
    });
  const kept = (before: string[], ...all: string[]) => keepPlaces(notes(...all), before).map(({ key }) => key);

  it('leaves what was read where it was, whatever became of it', () => {
    expect(kept(['bo', 'cy', 'dee'], 'asked cy', 'suggested bo', 'suggested dee')).toEqual(['bo', 'cy', 'dee']);
    expect(kept(['bo', 'cy', 'dee'], 'suggested cy', 'suggested dee')).toEqual(['cy', 'dee']);
  });

  it('puts what is new between two first, and a new suggestion last', () => {
    expect(kept(['bo', 'cy'], 'incoming dee', 'suggested eve', 'suggested bo', 'suggested cy')).toEqual([
      'dee',
      'bo',
      'cy',
      'eve',
    ]);
    expect(kept([], 'incoming dee', 'suggested eve')).toEqual(['dee', 'eve']);
  });
});

describe('sayNeed', () => {
  it('says what somebody could use a hand with', () => {
    expect(plain(sayNeed(bo, reason('gets', 'soldering'), english))).toBe('Bo could use a hand with soldering.');
    expect(underlined(sayNeed(bo, reason('gets', 'soldering'), arabic))).toEqual(['soldering']);
  });
});
