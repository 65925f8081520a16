import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { formatFor, plain, type Format, type Phrase } from '@kith/core';

const now = new Date('2026-07-15T12:00:00Z'); // a Wednesday
const en = formatFor('en', 'UTC');
const say = (format: Format, at: string, when = now) => {
  const day = format.day(at, when);
  return day && plain([day]);
};

describe('a format', () => {
  it('is made once for each locale and zone', () => {
    expect(formatFor('en', 'UTC')).toBe(en);
    expect(formatFor('en', 'Asia/Tokyo')).not.toBe(en);
    expect(formatFor('sv', 'UTC')).not.toBe(en);
  });

  it.each(['', ' ', 'e', 'not a locale', '12', '-', 'x-', 'en--US', 'toString', 'xx', 'enx', 'tlh-Latn'])(
    'is English for %j, which is malformed or unknown to this machine',
    (locale) => {
      expect(formatFor(locale, 'UTC').locale).toMatch(/^en/);
      expect(say(formatFor(locale, 'UTC'), '2026-03-03')).toBe('March 3');
    },
  );

  it.each([
    ['de_AT', 'de-AT', '3. März'],
    ['ar_EG.UTF-8', 'ar', undefined],
    ['DE-de', 'de-DE', '3. März'],
    ['en-GB-oops-!', 'en', 'March 3'],
  ])('takes of %j what can be read', (locale, read, day) => {
    expect(formatFor(locale, 'UTC').locale).toBe(read);
    if (day) expect(say(formatFor(locale, 'UTC'), '2026-03-03')).toBe(day);
  });

  it('writes numbers as the locale does', () => {
    expect(en.number(1204)).toBe('1,204');
    expect(formatFor('de').number(1204)).toBe('1.204');
  });
});

describe('a list', () => {
  const list = (locale: string, ...names: string[]) => plain(formatFor(locale).list(names.map((name) => ({ name }))));

  it.each([
    ['en', [], ''],
    ['en', ['Noor'], 'Noor'],
    ['en', ['Noor', 'Tomás'], 'Noor and Tomás'],
    ['en', ['Noor', 'Tomás', 'Ada'], 'Noor, Tomás, and Ada'],
    ['en-GB', ['Noor', 'Tomás', 'Ada'], 'Noor, Tomás and Ada'],
    ['sv', ['Noor', 'Tomás', 'Ada'], 'Noor, Tomás och Ada'],
    ['ar', ['نور', 'توماس'], 'نور وتوماس'],
    ['ja', ['Noor', 'Tomás'], 'Noor、Tomás'],
  ])('in %s of %j reads %j', (locale, names, said) => {
    expect(list(locale, ...names)).toBe(said);
  });

  it('is one of them where it says so', () => {
    const names = ['Sita', 'Moses', 'Ruth'].map((name) => ({ name }));
    expect(plain(formatFor('en-GB').list(names, 'disjunction'))).toBe('Sita, Moses or Ruth');
    expect(plain(formatFor('en-GB').list(names))).toBe('Sita, Moses and Ruth');
  });

  it('keeps each mark whole, whatever it holds', () => {
    const marks = [{ name: '0' }, 'five, and more', { name: 'Ada {1}' }, { name: '' }];
    const said = en.list(marks);
    expect(said.filter((mark) => (marks as Phrase).includes(mark))).toEqual(marks);
    expect(plain(said)).toBe('0, five, and more, Ada {1}, and ');
  });
});

describe('a month and a year', () => {
  const month = (at: string) => {
    const said = en.month(at, now);
    return said && plain([said]);
  };

  it('are said without what goes without saying', () => {
    expect(month('2026-03-03')).toBe('March');
    expect(month('2025-12-31')).toBe('December 2025');
    expect(en.year('2024-05-01')).toEqual({ time: '2024', at: '2024-05-01' });
  });

  it('are those of the reader, and of a date without a time everywhere the same', () => {
    const tokyo = formatFor('en', 'Asia/Tokyo');
    expect(tokyo.month('2026-03-31T20:00:00Z', now)).toMatchObject({ time: 'April' });
    expect(tokyo.year('2025-12-31T20:00:00Z')).toMatchObject({ time: '2026' });
    expect(formatFor('en', 'America/Lima').month('2026-03-01', now)).toMatchObject({ time: 'March' });
    expect(formatFor('en', 'America/Lima').year('2026-01-01')).toMatchObject({ time: '2026' });
  });

  it('are nothing where there is no date', () => {
    expect(month('')).toBeUndefined();
    expect(month('soon')).toBeUndefined();
    expect(en.year('')).toBeUndefined();
  });
});

describe('a plural', () => {
  it('takes an exact number before its category, and other where nothing fits', () => {
    const times = { one: 'once', 2: 'twice', other: 'often' };
    expect([0, 1, 2, 3].map((n) => en.plural(n, times))).toEqual(['often', 'once', 'twice', 'often']);
    expect(en.plural(1, { other: 'often' })).toBe('often');
  });

  it('goes by the categories of its own language', () => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    const ar = [0, 1, 2, 3, 11, 100].map((n) => formatFor('ar').plural(n, forms));
    expect(ar).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
    expect([1, 2, 5].map((n) => formatFor('pl').plural(n, forms))).toEqual(['one', 'few', 'many']);
  });
});

describe('a day', () => {
  it.each([
    ['2026-07-15T11:00:00Z', 'Wednesday'],
    ['2026-07-15T00:00:00Z', 'Wednesday'],
    ['2026-07-11T09:00:00Z', 'Saturday'],
    ['2026-07-09T00:00:00Z', 'Thursday'],
    ['2026-07-08T23:59:59Z', 'July 8'],
    ['2026-07-16T00:00:00Z', 'July 16'],
    ['2026-01-01T00:00:00Z', 'January 1'],
    ['2025-12-31T23:59:59Z', 'December 31, 2025'],
    ['2027-01-01T00:00:00Z', 'January 1, 2027'],
    ['2025-07-15T12:00:00Z', 'July 15, 2025'],
    ['2026-07-15', 'Wednesday'],
    ['2026-07-09', 'Thursday'],
    ['2026-07-08', 'July 8'],
    ['2026-03-03', 'March 3'],
    ['2025-03-03', 'March 3, 2025'],
  ])('of %s reads %j on Wednesday, July 15, 2026', (at, said) => {
    expect(say(en, at)).toBe(said);
  });

  it('keeps the date as it was written, for machines', () => {
    expect(en.day('2026-03-03', now)).toEqual({ time: 'March 3', at: '2026-03-03' });
  });

  it('is the reader’s own where a time is given', () => {
    const late = '2026-03-03T23:30:00Z';
    expect(say(en, late)).toBe('March 3');
    expect(say(formatFor('en', 'Asia/Tokyo'), late)).toBe('March 4');
    expect(say(formatFor('en', 'America/Los_Angeles'), '2026-03-03T03:00:00Z')).toBe('March 2');
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Auckland', 'UTC', 'America/Los_Angeles', 'Pacific/Pago_Pago'])(
    'without a time is the same everywhere, also in %s',
    (zone) => {
      const format = formatFor('en', zone);
      expect(say(format, '2026-03-03')).toBe('March 3');
      expect(say(format, '2026-01-01')).toBe('January 1');
      expect(say(format, '2025-12-31')).toBe('December 31, 2025');
      expect(say(format, '2026-07-11')).toBe('Saturday');
    },
  );

  it('is today’s where the reader’s day has begun, whatever it is in London', () => {
    const morning = new Date('2026-07-14T20:00:00Z'); // Wednesday, 8 o'clock in Auckland
    expect(say(formatFor('en', 'Pacific/Auckland'), '2026-07-15', morning)).toBe('Wednesday');
    expect(say(en, '2026-07-15', morning)).toBe('July 15');
  });

  it('says the year where it is another one for the reader', () => {
    const la = formatFor('en', 'America/Los_Angeles');
    expect(say(la, '2026-01-01T03:00:00Z')).toBe('December 31, 2025');
    expect(say(formatFor('en', 'Asia/Tokyo'), '2025-12-31T20:00:00Z')).toBe('January 1');
  });

  it('is six days back also over a change of clocks', () => {
    const berlin = formatFor('en', 'Europe/Berlin'); // clocks went forward on March 29, 2026
    const saturday = new Date('2026-04-04T21:59:00Z');
    expect(say(berlin, '2026-03-28T23:00:00Z', saturday)).toBe('Sunday');
    expect(say(berlin, '2026-03-28T22:59:00Z', saturday)).toBe('March 28');
  });

  it.each(['', 'yesterday', '2026-13-01', '2026-07-15T25:00:00Z', 'undefined'])(
    'of %j, which is no date, is not said',
    (at) => {
      expect(en.day(at, now)).toBeUndefined();
    },
  );

  it('makes no Intl object twice, since one is as dear as fifty dates', () => {
    const format = formatFor('en-NZ', 'Pacific/Auckland');
    const days = [
      '2026-07-14',
      '2026-03-03',
      '2025-03-03',
      '2026-07-14T10:00:00Z',
      '2026-03-03T10:00:00Z',
      '2025-03-03T10:00:00Z',
    ];
    days.forEach((at) => format.day(at, now));
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    onTestFinished(() => made.mockRestore());
    days.forEach((at) => format.day(at, now));
    expect(made).not.toHaveBeenCalled();
  });
});

describe('the days between', () => {
  it.each([
    ['2026-03-01', '2026-03-18', 17],
    ['2026-03-01', '2026-03-01', 0],
    ['2026-03-18', '2026-03-01', -17],
    ['2025-12-31', '2026-01-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01T23:59:00Z', '2026-03-02T00:01:00Z', 1],
    ['2026-03-01T00:01:00Z', '2026-03-01T23:59:00Z', 0],
    ['2026-03-01', '2026-03-18T23:00:00Z', 17],
  ])('%s and %s are %i', (from, to, days) => {
    expect(en.days(from, to)).toBe(days);
  });

  it('are those the reader’s calendar has', () => {
    const asked = '2026-03-01T23:30:00Z';
    expect(en.days(asked, '2026-03-18T10:00:00Z')).toBe(17);
    expect(formatFor('en', 'Asia/Tokyo').days(asked, '2026-03-18T10:00:00Z')).toBe(16);
    expect(formatFor('en', 'Europe/Berlin').days('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toBe(2);
  });

  it.each([
    ['', '2026-03-01'],
    ['2026-03-01', 'soon'],
  ])('%j and %j are not known', (from, to) => {
    expect(en.days(from, to)).toBeUndefined();
  });
});

describe('a moment', () => {
  const plainly = (text: string) => text.replaceAll('\u202f', ' ');

  it('is the time of day, with the day where it is not today', () => {
    expect(plainly(en.moment(new Date('2026-07-15T10:02:00Z'), now))).toBe('10:02 AM');
    expect(plainly(en.moment(new Date('2026-07-14T22:02:00Z'), now))).toBe('Jul 14, 2026, 10:02 PM');
  });

  it('is today or not where the reader is', () => {
    const evening = new Date('2026-07-14T22:02:00Z');
    expect(plainly(formatFor('en', 'Asia/Tokyo').moment(evening, now))).toBe('7:02 AM');
    expect(plainly(formatFor('en-GB', 'Asia/Tokyo').moment(evening, now))).toBe('07:02');
  });

  it('writes a time of day as the language does, whatever the reader’s zone', () => {
    const times = (locale: string, zone?: string) =>
      [0, 390, 1080, 1440].map((minutes) => formatFor(locale, zone).time(minutes));
    expect(times('en-GB')).toEqual(['00:00', '06:30', '18:00', '00:00']);
    expect(times('en-GB', 'Asia/Tokyo')).toEqual(times('en-GB'));
    expect(times('en-US').join().replaceAll('\u202f', ' ')).toBe('12:00 AM,6:30 AM,6:00 PM,12:00 AM');
  });
});
