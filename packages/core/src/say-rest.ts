import { cutAtWord, oneLine } from './cut.js';
import type { Recognition } from './document.js';
import type { Phrase } from './phrase.js';
import type { FindMember } from './say-letter.js';
import type { Language, Words } from './strings.js';

/** More that is told of a letter; `lang` is the language of whatever is somebody's own words in it. */
export type RestSaid = readonly { said: Phrase; lang?: string | undefined }[];

/** Graphemes of the letter it grew out of, as far as a line names it. */
const BEGINNING = 60;

/**
 * The rest of a letter: what was tried, measured and found; who heard it and what they did; and what it grew out of, as a
 * link of `hrefOf` where that letter is here.
 */
export function sayRest(
  letter: Recognition,
  find: FindMember,
  origin: Recognition | undefined,
  { words, format }: Language<Words<'wallRest'>>,
  now: Date,
  hrefOf: (id: string) => string,
): RestSaid {
  const { try: tried, measure, result, heardBy, bornFrom, lang } = letter;
  const heard = heardBy && find(heardBy.member);
  const begins = oneLine(origin?.text ?? origin?.need ?? '');
  const own = (say: (what: Phrase) => Phrase, what: string | undefined) =>
    what?.trim() ? [{ said: say([{ name: what }]), lang }] : [];
  return [
    ...own(words.wasTried, tried),
    ...own(words.wasMeasured, measure),
    ...own(words.wasFound, result),
    ...(heard
      ? [{ said: words.heardBy({ name: heard.name }, heardBy.at ? format.day(heardBy.at, now) : undefined) }]
      : []),
    ...own(words.theyDid, heard && heardBy.did),
    ...(bornFrom === undefined
      ? []
      : [
          begins
            ? { said: words.grewOutOf({ link: cutAtWord(begins, BEGINNING) || begins, href: hrefOf(bornFrom) }) }
            : { said: words.grewOutOf(undefined) },
        ]),
  ];
}
