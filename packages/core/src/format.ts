import type { Mark, Phrase } from './phrase.js';

/** Numbers, lists, plurals and dates as one locale writes them. `timeZone` is the reader's unless given. */
export interface Format {
  readonly locale: string;
  number(n: number): string;
  /** Names and phrases as a sentence lists them: "Noor, Tomás and 5 more"; or "Sita or Moses". */
  list(marks: readonly Mark[], type?: Intl.ListFormatType): Phrase;
  /** The form for n: `{ 2: 'twice', one: …, other: … }`; an exact number goes before a category. */
  plural(n: number, forms: PluralForms): string;
  /** A day as people say it: "Saturday" within six days, "3 March" within the year, else "3 March 2025"; undefined for no date. */
  day(at: string, now: Date): Mark | undefined;
  /** A month as people say it: "March" within the year, else "March 2025"; undefined for no date. */
  month(at: string, now: Date): Mark | undefined;
  year(at: string): Mark | undefined;
  /** How many calendar days lie between two dates; undefined where one is none. */
  days(from: string, to: string): number | undefined;
  /** A time of day, in minutes after midnight: "18:00". */
  time(minutes: number): string;
  /** The time of day, with the day where it is not today. */
  moment(at: Date, now: Date): string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule | number, string>> & { other: string };

const DAY = 86_400_000;
const SHAPES = {
  weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'long' },
  year: { day: 'numeric', month: 'long', year: 'numeric' },
  monthOfYear: { month: 'long' },
  month: { month: 'long', year: 'numeric' },
  yearAlone: { year: 'numeric' },
  time: { timeStyle: 'short' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
const formats = new Map<string, Format>();

/** The format of a locale; made once for each, since Intl objects are dear. One that is malformed or unknown gives English. */
export function formatFor(locale: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ''}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = createFormat(supported(locale), timeZone)));
  return format;
}

function createFormat(locale: string, timeZone: string | undefined): Format {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const listed: Partial<Record<Intl.ListFormatType, Intl.ListFormat>> = {};
  /** How so many are listed: it is the same for any. */
  const listings = new Map<string, ReturnType<Intl.ListFormat['formatToParts']>>();
  const dates = new Map<string, Intl.DateTimeFormat>();

  function write(shape: keyof typeof SHAPES, date: Date, zone: string | undefined): string {
    const key = `${shape} ${zone ?? ''}`;
    let made = dates.get(key);
    if (!made) dates.set(key, (made = new Intl.DateTimeFormat(locale, inZone(SHAPES[shape], zone))));
    return made.format(date);
  }

  // A date without a time is that day everywhere.
  const zoneOf = (at: string) => (at.length === 10 ? 'UTC' : timeZone);

  /** A date in the shape that fits its day; undefined of what is none. */
  function dated(at: string, shapeOf: (day: number) => keyof typeof SHAPES) {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) return undefined;
    return { time: write(shapeOf(calendarDay(date, zoneOf(at))), date, zoneOf(at)), at };
  }

  return {
    locale,
    number: (n) => numbers.format(n),
    list(marks, type = 'conjunction') {
      let next = 0;
      const key = `${type} ${marks.length}`;
      let parts = listings.get(key);
      if (!parts) {
        const lists = (listed[type] ??= new Intl.ListFormat(locale, { type }));
        listings.set(key, (parts = lists.formatToParts(marks.map((_, i) => String(i)))));
      }
      return parts.map(({ type, value }) => (type === 'element' ? (marks[next++] ?? '') : value));
    },
    plural: (n, forms) => forms[n] ?? forms[plurals.select(n)] ?? forms.other,
    day: (at, now) =>
      dated(at, (then) => {
        const today = calendarDay(now, timeZone);
        return then <= today && today - then <= 6 ? 'weekday' : yearOf(then) === yearOf(today) ? 'day' : 'year';
      }),
    month: (at, now) =>
      dated(at, (then) => (yearOf(then) === yearOf(calendarDay(now, timeZone)) ? 'monthOfYear' : 'month')),
    year: (at) => dated(at, () => 'yearAlone'),
    days(from, to) {
      const [start, end] = [new Date(from), new Date(to)];
      if (Number.isNaN(start.getTime() + end.getTime())) return undefined;
      return calendarDay(end, zoneOf(to)) - calendarDay(start, zoneOf(from));
    },
    time: (minutes) => write('time', new Date(minutes * 60_000), 'UTC'),
    moment(at, now) {
      const isToday = calendarDay(at, timeZone) === calendarDay(now, timeZone);
      return write(isToday ? 'time' : 'moment', at, timeZone);
    },
  };
}

const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/** The day a moment falls on where a zone's clocks are, counted from 1970. */
function calendarDay(date: Date, zone: string | undefined): number {
  let calendar = calendars.get(zone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en', inZone({ year: 'numeric', month: 'numeric', day: 'numeric' }, zone));
    calendars.set(zone, calendar);
  }
  const { year, month, day } = Object.fromEntries(
    calendar.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year ?? NaN, (month ?? NaN) - 1, day) / DAY;
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

function inZone(options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? options : { ...options, timeZone };
}

function supported(locale: string): string {
  const tag = locale.replaceAll('_', '-');
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    const language = tag.split('-')[0] ?? '';
    return language === tag ? 'en' : supported(language);
  }
}
