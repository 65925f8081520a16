import { formatFor, type Format } from './format.js';
import type * as en from './strings/en.js';
import { every } from './strings/en.js';

type Parts = typeof en;

/** A widget's name in the lists of words; `every` is what all of them say. */
export type Part = keyof Parts;

/** The words of a widget, with those that every widget has. */
export type Words<P extends Part = 'every'> = ReturnType<Parts['every']> & Both<ReturnType<Parts[P]>>;

/** What is in every one of a union. */
type Both<U> = (U extends unknown ? (one: U) => void : never) extends (both: infer B) => void ? B : never;

/** The words of all widgets. */
export type Strings = Words<Part>;

/** The words of one language and the way it writes numbers, lists and dates. */
export interface Language<W = Strings> {
  readonly words: W;
  readonly format: Format;
  readonly direction: 'ltr' | 'rtl';
}

/** What a widget says, in each language. */
export interface Speech<W> {
  /** Always here. Unless a country is named it is British, as its words are: "3 March". */
  readonly english: Language<W>;
  /** The language for a locale, if its words are here already. A language Kith does not speak reads English. */
  now(locale: string): Language<W> | undefined;
  /** The language for a locale, its words loaded where they are not here yet; English where they do not arrive. */
  load(locale: string): Promise<Language<W>>;
}

/** Every language but English is loaded when a page first asks for it. */
const loaders = new Map<string, () => Promise<Parts>>([['ar', () => import('./strings/ar.js')]]);
const loaded = new Map<string, Parts>();

/** The languages Kith speaks, as BCP 47 language codes. */
export const languages: readonly string[] = ['en', ...loaders.keys()];

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)/;

/** What a widget says, from its English: `speech({ wall })`. */
export function speech<P extends Part>(widget: Pick<Parts, P>): Speech<Words<P>> {
  const atHand = { every, ...widget };
  const spoken = new Map<string, Language<Words<P>>>();

  function now(locale: string): Language<Words<P>> | undefined {
    const followed = follow(locale);
    const code = codeOf(followed);
    const words = code === 'en' ? atHand : loaded.get(code);
    let language = spoken.get(followed);
    if (words && !language) spoken.set(followed, (language = speak(followed, words)));
    return language;
  }

  function speak(locale: string, words: Pick<Parts, P>): Language<Words<P>> {
    const format = formatFor(locale);
    const parts = (Object.keys(atHand) as P[]).map((part) => words[part](format));
    return {
      words: Object.assign({}, ...parts) as Words<P>,
      format,
      direction: RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr',
    };
  }

  const english = now('en') as Language<Words<P>>;
  return {
    english,
    now,
    async load(locale) {
      const code = codeOf(follow(locale));
      const words = await loaders
        .get(code)?.()
        .catch(() => undefined);
      if (words) loaded.set(code, words);
      return now(locale) ?? english;
    },
  };
}

/** Dates and lists follow the words: a sentence in English with a date in Finnish would be in neither. */
function follow(locale: string): string {
  const follows = languages.includes(codeOf(locale)) ? locale.toLowerCase() : 'en';
  return follows === 'en' ? 'en-gb' : follows;
}

function codeOf(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
