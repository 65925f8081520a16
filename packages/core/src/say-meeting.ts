import { toCalendar } from './calendar.js';
import type { Member } from './document.js';
import { formatFor } from './format.js';
import { minutesAhead } from './hours.js';
import { standingFor } from './introduction.js';
import { nextShared } from './next-shared.js';
import { called } from './peers.js';
import { plain, type Phrase } from './phrase.js';
import type { Reason } from './provider.js';
import type { Pieces } from './rules/place.js';
import { sayReasons } from './say-intro.js';
import type { Language, Words } from './strings.js';

/** Two who were introduced, one of whom writes down when they meet. */
export interface MeetingOf {
  introduction: Pieces['introduction'];
  me: Member;
  other: Member;
  reasons?: readonly Reason[] | undefined;
}

type MeetingLanguage = Language<Words<'note' | 'meeting'>>;

/**
 * The next time two are both up, for an hour at most, as calendars read it (RFC 5545): at its moment in UTC, which every
 * calendar shows in its owner's own time, with each one's local time and zone in the words beside it, and why they meet.
 * Undefined where not both said yes, or where they share no hours that are known.
 */
export function sayMeeting(
  { introduction, me, other, reasons = [] }: MeetingOf,
  language: MeetingLanguage,
  now: Date,
): string | undefined {
  const isMet = introduction.people.includes(other.id) && standingFor(introduction, me.id, now) === 'met';
  const next = isMet ? nextShared(me, other, now) : undefined;
  if (!next) return undefined;
  const { format } = language;
  const about = [...[me, other].map((one) => sayTime(one, next, language)), ...sayReasons(reasons, other, language)];
  return toCalendar({
    id: introduction.id,
    title: plain(format.list([called(me), called(other)])),
    about: about.map(plain).join('\n'),
    ...next,
    at: now,
  });
}

/** When it is where somebody is. The file is read whenever: the day has its year. */
function sayTime(one: Member, { from, to }: { from: Date; to: Date }, { words, format }: MeetingLanguage): Phrase {
  const { timeZone = '' } = one;
  const day = formatFor(format.locale, timeZone).day(from.toISOString(), new Date(0)) ?? '';
  const [begins, ends] = [from, to].map((at) => format.time(at.getTime() / 60_000 + (minutesAhead(timeZone, at) ?? 0)));
  return words.timeFor(called(one), day, words.fromTo(begins ?? '', ends ?? ''), timeZone);
}
