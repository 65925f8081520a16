import { byId } from './by-id.js';
import { provenance } from './provenance.js';
import { nextWordings } from './wordings.js';
import type { Line } from './document.js';
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
  /** Enough say it too for it to be the next wording. */
  isNext: boolean;
  /** One's own line is not backed by oneself. */
  mayBack: boolean;
}

/** The lines that say why people are here: those most backed first, then the latest. */
export function sayLines(
  { purpose, people, members }: Answer<{ kind: 'purpose' }>,
  viewer: string | undefined,
  { words }: Language<Words>,
): LineSaid[] {
  const names = byId(people);
  const [next] = mostBacked(purpose && nextWordings(purpose, provenance(purpose, members).threshold));
  return mostBacked(purpose?.lines).map(
    ({ id, text, lang, member = '', backed: { count = 0, mine = false } = {} }) => ({
      id,
      text,
      lang,
      author: names.get(member)?.name,
      backed: count ? words.backedBy(count) : undefined,
      mine,
      isNext: id === next?.id,
      mayBack: viewer === undefined || member !== viewer,
    }),
  );
}

/** The most backed first, then the latest. */
function mostBacked(lines: readonly Line[] = []): Line[] {
  const time = (at = '') => Date.parse(at) || 0;
  return [...lines].sort((a, b) => (b.backed?.count ?? 0) - (a.backed?.count ?? 0) || time(b.at) - time(a.at));
}
