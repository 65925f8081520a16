/** Names within words: a letter that is to stand without a name can still say it. */

/** Where something stands in a text. */
export type Span = readonly [from: number, to: number];

/** One name however it was typed. */
export const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Letters that are another's in a plainer alphabet, which Unicode takes for letters of their own. */
const plainer: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' },
  ...{ ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' },
};

/** Words without what one leaves out where another writes it: accents, vowel signs, hamzas, joiners. */
export const plain = (words: string): string =>
  fold(words)
    .normalize('NFKD')
    .replace(/[\p{sc=Inherited}\p{Cf}\u0640]/gu, '')
    .replace(/[ßøłđðþæœıىیةک]/g, (letter) => plainer[letter] ?? letter);

/** Where two vowels are written for one with dots, or a ring. */
const spelled = (word: string) =>
  fold(word).replace(/[äöüøå]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' })[letter] ?? letter);

const spellings = (word: string): string[] => [
  ...new Set([word, spelled(word)].map((each) => plain(each).replace(/^ال(?=..)/, ''))),
];

/** What a name ends with where it is somebody's and no apostrophe is written: Adas, Hansens. */
const endings = ['s', 'es', 'ns', 'ens'];
/** What is written at the front of a word in Arabic: and, so, by, to, as, the. */
const fronts = /^[وف]?(?:لل|[بلك])?(?:ال)?/;
/** A shorter name would be found in other words, "Al" in "als", unless they begin as names do. */
const ENOUGH = 3;
const isCapital = /^\p{Cf}*\p{Lu}/u;

/** What a word is, and what it may be made of. */
const readings = (word: string): string[] =>
  spellings(word).flatMap((said) => {
    const [front = ''] = fronts.exec(said) ?? [];
    const shorter = [
      ...endings.filter((ending) => said.endsWith(ending)).map((ending) => said.slice(0, -ending.length)),
      ...[...front].map((_, i) => said.slice(i + 1)),
    ];
    const enough = isCapital.test(word) ? ENOUGH - 1 : ENOUGH;
    return [said, ...shorter.filter(({ length }) => length >= enough)];
  });

const words = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
/** Scripts that put no space between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;
/** What stands beside a name, and in any sentence too. */
const small = new RegExp(
  `^(?:${[
    'the|a|an|and|of|from|in|at|on|our|my|with|who|to|for|mr|mrs|ms|miss|mx|dr|prof|st',
    'von|vom|van|der|den|des|die|das|dem|zu|zum|zur|ten|ter|te|und|aus|herr|frau',
    'de|del|della|di|da|do|dos|das|du|la|le|les|las|los|el|et|y|e|i|sr|sra|al|bin|bint|ibn|abu|umm',
    'من|بن|ابن|بنت|ابو|ام|عبد',
  ].join('|')})$`,
);

/** The words of a name by which somebody is known from it, and the name written as one word, as handles are. */
function partsOf(name: string): string[] {
  const parts = (name.match(words) ?? []).filter((part) => unspaced.test(part) || [...plain(part)].length > 1);
  const telling = parts.filter((part) => !small.test(plain(part)));
  const kept = telling.length ? telling : parts;
  return kept.length > 1 ? [...kept, kept.join('')] : kept;
}

/**
 * Finds names, or a part of one, in words, in their order; as far as spelling tells, which does not know a nickname from
 * a stranger, nor Will from what will be.
 */
export function findsNames(names: Iterable<string>): (text: string) => Span[] {
  const parts = new Set<string>();
  const runs = new Set<string>();
  for (const name of names)
    for (const part of partsOf(name))
      if (unspaced.test(part)) runs.add(fold(part));
      else for (const spelling of spellings(part)) parts.add(spelling);
  const lengths = [...new Set([...runs].map(({ length }) => length))];

  return (text) => {
    const found: Span[] = [];
    for (const { 0: word, index } of text.matchAll(words))
      if (readings(word).some((reading) => parts.has(reading))) found.push([index, index + word.length]);
    const folded = fold(text);
    for (let at = 0; lengths.length && at < folded.length; at++)
      for (const length of lengths)
        if (runs.has(folded.slice(at, at + length)))
          // Where folding moved the letters, it is somewhere in the whole.
          found.push(folded.length === text.length ? [at, at + length] : [0, text.length]);
    return found.sort(([one], [other]) => one - other);
  };
}
