import { byId } from './by-id.js';
import { cut, oneLine } from './cut.js';
import type { Member, Recognition } from './document.js';
import { called } from './peers.js';
import type { Phrase } from './phrase.js';
import type { Language, Words } from './strings.js';

/** A letter that shows a role, in brief. */
export interface ShownSaid {
  letter: Recognition;
  /** Who wrote it, as far as that is known, and its first words. */
  said: Phrase;
  lang: string | undefined;
}

/** So many letters are said; more are counted. */
const FIRST = 3;
/** Graphemes of a letter's first words. */
const BEGUN = 90;

/**
 * The letters that show a role of somebody's: the newest few in brief, and how many more there are. `shown` is how often
 * the role was shown, where its source says so; without it how many there are is known only where no letter is further
 * on (`after`): then `more` is undefined where there may be more than are here.
 */
export function sayShown(
  { letters, people, after }: { letters: readonly Recognition[]; people: readonly Member[]; after?: unknown },
  member: string,
  shown: number | undefined,
  language: Language<Words>,
): { first: ShownSaid[]; more: number | undefined } {
  const find = byId(people);
  // On the wall of a member also stands what they wrote themselves.
  const to = letters.filter((letter) => letter.to?.includes(member));
  const first = to.flatMap((letter) => {
    const words = oneLine(letter.text ?? letter.need ?? letter.labels?.join(', ') ?? '');
    if (!words) return [];
    const begun = cut(words, BEGUN);
    const by = find.get(letter.from ?? '');
    const said: Phrase = by ? language.words.replied(called(by), [{ name: begun }]) : [{ name: begun }];
    return [{ letter, said, lang: letter.lang }];
  });
  const few = first.slice(0, FIRST);
  const all = shown ?? (after === undefined ? to.length : undefined);
  return { first: few, more: all === undefined ? undefined : Math.max(0, all - few.length) };
}
