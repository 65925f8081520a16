import type { Member } from './document.js';
import { sharedHours, type Span } from './hours.js';
import { called } from './peers.js';
import { phrase, type Mark, type Phrase } from './phrase.js';
import type { Language, Words } from './strings.js';

/** Two people's days, in minutes of the reader's, and what they share in words. */
export interface HoursSaid {
  /** Whose days: the reader's first. */
  days: readonly { label: Mark; spans: readonly Span[] }[];
  shared: readonly Span[];
  said: Phrase;
}

/** Two people's days in the first one's time; undefined where either's zone or hours are not known. */
export function sayHours(
  me: Member,
  other: Member,
  { words, format }: Language<Words<'note'>>,
  now: Date,
): HoursSaid | undefined {
  const mine = sharedHours(me, other, now);
  const theirs = sharedHours(other, me, now);
  if (!mine || !theirs) return undefined;
  const times = (spans: readonly Span[]) =>
    format.list(acrossMidnight(spans).map(([from, to]) => words.fromTo(format.time(from), format.time(to))));
  const isElsewhere = String(mine.shared) !== String(theirs.shared);
  const there: Phrase = isElsewhere ? phrase` ${words.forThem(called(other), times(theirs.shared))}` : [];
  return {
    days: [
      { label: words.you, spans: mine.a },
      { label: called(other), spans: mine.b },
    ],
    shared: mine.shared,
    said: mine.shared.length ? phrase`${words.bothUp(times(mine.shared))}${there}` : [words.neverUp],
  };
}

/** Spans as people say them: what was cut at midnight is one again, and begins in the evening. */
function acrossMidnight(spans: readonly Span[]): readonly Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || first === last || first[0] !== 0 || last[1] !== 1440) return spans;
  return [...spans.slice(1, -1), [last[0], first[1]]];
}
