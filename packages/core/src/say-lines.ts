import { byId } from './by-id.js';
import type { Answer } from './provider.js';
import type { Language, Words } from './strings.js';

/** Why somebody is here, in a line of theirs. */
export interface LineSaid {
  id: string;
  text: string;
  lang: string | undefined;
  /** Who wrote it, where they may be named. */
  author: string | undefined;
  /** How many say it too; undefined where nobody does. */
  backed: string | undefined;
  /** The viewer says it too. */
  mine: boolean;
  /** One's own line is not backed by oneself. */
  mayBack: boolean;
}

/** The lines that say why people are here: those most backed first, then the latest. */
export function sayLines(
  { purpose, people }: Answer<{ kind: 'purpose' }>,
  viewer: string | undefined,
  { words }: Language<Words>,
): LineSaid[] {
  const names = byId(people);
  const time = (at = '') => Date.parse(at) || 0;
  return [...(purpose?.lines ?? [])]
    .sort((a, b) => (b.backed?.count ?? 0) - (a.backed?.count ?? 0) || time(b.at) - time(a.at))
    .map(({ id, text, lang, member = '', backed: { count = 0, mine = false } = {} }) => ({
      id,
      text,
      lang,
      author: names.get(member)?.name,
      backed: count ? words.backedBy(count) : undefined,
      mine,
      mayBack: viewer === undefined || member !== viewer,
    }));
}
