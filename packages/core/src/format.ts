import type { Mark, Phrase } from './phrase.js';

/** Numbers, lists, plurals and dates as one locale writes them. `timeZone` is the reader's unless given. */
export interface Format {
  readonly locale: string;
  number(n: number): string;
  /** Names and phrases as a sentence lists them: "Noor, Tomás and 5 more". */
  list(marks: readonly Mark[]): Phrase;
  /** The form for n: `{ 2: 'twice', one: …, other: … }`; an exact number goes before a category. */
  plural(n: number, forms: PluralForms): string;
  /** A day as people say it: "Saturday" within six days, "3 March" within the year, else "3 March 2025". */
  day(at: string, now: Date): Mark;
  /** The time of day, with the day where it is not today. */
  moment(at: Date, now: Date): string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule | number, string>> & { other: string };

const DAY = 86_400_000;
const formats = new Map<string, Format>();

/** The format of a locale; made once for each, since Intl objects are dear. A malformed locale gives English. */
export function formatFor(locale: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone ?? ''}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = createFormat(wellFormed(locale), timeZone)));
  return format;
}

function createFormat(locale: string, timeZone: string | undefined): Format {
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  const dates = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, zone ? { ...options, timeZone: zone } : options);
  return {
    locale,
    number: (n) => numbers.format(n),
    list(marks) {
      let next = 0;
      const holes = marks.map((_, i) => String(i));
      return lists.formatToParts(holes).map(({ type, value }) => (type === 'element' ? (marks[next++] ?? '') : value));
    },
    plural: (n, forms) => forms[n] ?? forms[plurals.select(n)] ?? forms.other,
    day(at, now) {
      const date = new Date(at);
      const age = now.getTime() - date.getTime();
      const options: Intl.DateTimeFormatOptions =
        age >= 0 && age < 6 * DAY
          ? { weekday: 'long' }
          : date.getUTCFullYear() === now.getUTCFullYear()
            ? { day: 'numeric', month: 'long' }
            : { day: 'numeric', month: 'long', year: 'numeric' };
      // A date without a time is that day everywhere.
      return { time: dates(options, at.length === 10 ? 'UTC' : timeZone).format(date), at };
    },
    moment(at, now) {
      const today = at.toDateString() === now.toDateString();
      return dates(today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
    },
  };
}

function wellFormed(locale: string): string {
  try {
    return new Intl.Locale(locale).toString();
  } catch {
    return 'en';
  }
}
