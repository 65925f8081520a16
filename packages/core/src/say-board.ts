import type { Progress } from './document.js';
import { personalBests, type Best } from './ladder.js';
import { called, peersFirst } from './peers.js';
import type { Mark, Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import { sayMany } from './say-act.js';
import type { Told } from './say-ladder.js';

type Climbing = Answer<{ kind: 'ladder' }>;

/** A line of the whiteboard. */
export interface BestSaid {
  deed: Phrase;
  at: Mark | undefined;
  /** Whose first it was; only of the newest line. */
  aside: Phrase | undefined;
}

const REMEMBER = 3;

/** Somebody's own bests, the newest first; beside a first, who may remember theirs. */
export function sayBoard(told: Told, everyone: Climbing | undefined): BestSaid[] {
  const { ladder, row, name, language, now } = told;
  const { words, format } = language;
  return personalBests(row?.records).board.map((best, i) => {
    const { value, at, old } = best;
    const deed = sayMany(value, best.measure, ladder, language);
    const line = { deed: [deed], at: format.day(at, now), aside: undefined };
    if (i > 0) return line;
    const word = { word: deed };
    if (old !== undefined) return { ...line, deed: words.bestYet(word, format.number(old), name) };
    // The first that was written down need not be the first there was; one of it is.
    const aside = value === 1 ? [...words.first(name), ...sayFirsts(best, told, everyone)] : undefined;
    return { ...line, deed: [word], aside };
  });
}

/** Others whose first of this measure everyone may see. */
function sayFirsts({ measure }: Best, { row, language }: Told, everyone: Climbing | undefined): Phrase {
  if (!everyone) return [];
  const who = new Set(
    openRows(everyone.progress, row?.member)
      .filter(({ records }) => personalBests(records).best.has(measure))
      .map(({ member }) => member),
  );
  const members = peersFirst(everyone.people.filter(({ id }) => who.has(id))).slice(0, REMEMBER);
  if (!members.length) return [];
  const names = language.format.list(members.map(called));
  return [' ', ...language.words.rememberTheirs(names, members.length)];
}

/** What of others everyone may see. In a document that is public, who did not say meant yes. */
export function isOpen({ visibility = 'everyone' }: Progress): boolean {
  return visibility === 'everyone';
}

/** The progress of others that everyone may see. */
export function openRows(progress: readonly Progress[], but: string | undefined): Progress[] {
  return progress.filter((row) => row.member !== but && isOpen(row));
}
