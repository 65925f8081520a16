import { formatFor, type Format } from './format.js';
import { strings as en, type Strings } from './strings/en.js';

export type { Strings };

/** The words of one language and the way it writes numbers, lists and dates. */
export interface Language {
  readonly words: Strings;
  readonly format: Format;
  readonly direction: 'ltr' | 'rtl';
}

type Make = (format: Format) => Strings;

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)/;

/** Every language but English is loaded when a page first asks for it. */
const loaders = new Map<string, () => Promise<{ strings: Make }>>([['ar', () => import('./strings/ar.js')]]);
const made = new Map<string, Make>([['en', en]]);

/** English is always here. Unless a country is named it is British, as its words are: "3 March". */
export const english: Language = speak(en, 'en-GB');

const spoken = new Map<string, Language>([['en', english]]);

/** The languages Kith speaks, as BCP 47 language codes. */
export const languages: readonly string[] = ['en', ...loaders.keys()];

/** The language for a locale, if its words are here already. A language Kith does not speak reads English. */
export function languageNow(locale: string): Language | undefined {
  const code = codeOf(locale);
  const make = made.get(code ?? 'en');
  if (!make) return undefined;
  // Dates and lists follow the words: a sentence in English with a date in Finnish would be in neither.
  const follows = code ? locale.toLowerCase() : 'en';
  let language = spoken.get(follows);
  if (!language) spoken.set(follows, (language = speak(make, follows)));
  return language;
}

/** The language for a locale, its words loaded where they are not here yet; English where they do not arrive. */
export async function languageFor(locale: string): Promise<Language> {
  const code = codeOf(locale);
  if (code && !made.has(code)) {
    const module = await loaders
      .get(code)?.()
      .catch(() => undefined);
    if (module) made.set(code, module.strings);
  }
  return languageNow(locale) ?? english;
}

function speak(make: Make, locale: string): Language {
  const format = formatFor(locale);
  return { words: make(format), format, direction: RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr' };
}

/** The code of a locale's language, if Kith speaks it. */
function codeOf(locale: string): string | undefined {
  const code = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return languages.includes(code) ? code : undefined;
}
