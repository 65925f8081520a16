import { cutAtWord, oneLine } from './cut.js';
import { countGraphemes } from './graphemes.js';
import { isSentence, plain } from './phrase.js';
import type { RoleSaid } from './say-role.js';
import type { Language, Words } from './strings.js';
import { isKnownFor, type Along } from './take-along.js';

const MOST = 120;
/** Own words are not begun for less. */
const LEAST = 20;

type BioLanguage = Language<Words<'badge'> & Words<'along'>>;

/**
 * A line for a profile elsewhere, of at most 120 characters as people see them: what somebody is known for, where, and as
 * far as there is room how far it has come or their own words. Names stand whole or not at all, own words end with one.
 * Undefined where they said yes to no role, or none of its names finds room.
 */
export function bioLine({ said, where }: Along, language: BioLanguage): string | undefined {
  const known = said.filter(isKnownFor);
  const roles = known.length ? known : said;
  const begin = known.length ? language.words.atPlace : language.words.hopesFor;
  const begun = [...beginnings(roles, where, language, begin)].find(fits);
  const [role] = roles;
  if (!begun || !role) return undefined;
  if (roles.length > 1 || !begun.includes(oneLine(where))) return begun;
  const told = [role.seen && plain(role.seen), role.shown].filter((each) => each !== undefined);
  const line = told.reduce((line: string, each) => firstThat(fits, `${ended(line)} ${each}`, line), begun);
  return withOwnWords(line, role);
}

/** From the fullest to the shortest: all roles, then fewer and how many more; at last without the place. */
function* beginnings(
  roles: readonly RoleSaid[],
  where: string,
  { words, format }: BioLanguage,
  begin: BioLanguage['words']['atPlace'],
): Generator<string> {
  const lists = roles.map((_, left) => {
    const named = roles.slice(0, roles.length - left).map(({ name }) => ({ name }));
    return format.list(left ? [...named, words.more(left)] : named);
  });
  for (const list of lists) yield oneLine(plain(begin(list, { name: where })));
  for (const list of lists) yield oneLine(plain(list));
}

function withOwnWords(line: string, { mine }: RoleSaid): string {
  const own = oneLine(mine?.words ?? '');
  const room = MOST - countGraphemes(`${ended(line)} “”`);
  const cut = own && room >= LEAST ? cutAtWord(own, room) : '';
  return cut ? firstThat(fits, `${ended(line)} “${cut}”`, line) : line;
}

function firstThat(test: (text: string) => boolean, text: string, otherwise: string): string {
  return test(text) ? text : otherwise;
}

function ended(line: string): string {
  return isSentence(line) ? line : `${line}.`;
}

function fits(line: string): boolean {
  return countGraphemes(line) <= MOST;
}
