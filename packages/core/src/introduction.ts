import type { Introduction } from './document.js';
import type { Pieces } from './rules/place.js';

/** How an introduction stands for one of its people. */
export type IntroductionStanding = 'incoming' | 'asked' | 'met' | 'closed';

const DAY = 86_400_000;

/** Days after which an introduction nobody answered closes. */
const OPEN = 14;

/** Days after asking for which two people are not suggested to each other again, when nothing came of it. */
export const coolDownDays = 180;
/** Of what it depends whom somebody may be suggested: of introductions theirs, and of others' those that are open. */
export interface MeetingSoFar {
  introductions: readonly Pieces['introduction'][];
  passes: readonly { with: string; until: string }[];
  now: () => Date;
}

/**
 * How an introduction stands for one of its people; undefined where it is none of theirs, or they declined it. To who
 * asked, one that was declined looks like one nobody answered: open until the fourteenth day, and closed from then on.
 */
export function standingFor(
  introduction: Pieces['introduction'],
  member: string,
  now: Date,
): IntroductionStanding | undefined {
  const { people, by, state, answers = [] } = introduction;
  if (!people.includes(member)) return undefined;
  if (state === 'met') return 'met';
  const answer = answers.find((row) => row.member === member);
  if (answer?.on === false) return undefined;
  const isMine = by === member;
  // Where somebody brings two together, the document does not say which of them answered.
  const isOurs = by === undefined || !people.includes(by);
  if (state === 'expired' || isOver(introduction, now)) return isMine || isOurs ? 'closed' : undefined;
  if (isMine || answer?.on) return 'asked';
  return state === 'passed' && !isOurs ? undefined : 'incoming';
}

/** Whom somebody has met, has asked, or asked too lately, or passed over; and who has how many introductions open. */
export function acquainted(
  me: { id: string },
  { introductions, passes, now }: MeetingSoFar,
): { known: Set<string>; load: Map<string, number> } {
  const known = new Set<string>(passes.flatMap(({ with: other, until }) => (new Date(until) > now() ? [other] : [])));
  const load = new Map<string, number>();
  for (const introduction of introductions) {
    const { people, state } = introduction;
    if (people.includes(me.id) && (state === 'met' || !(daysSince(introduction, now()) >= coolDownDays)))
      people.forEach((id) => known.add(id));
    // One that was declined stays as heavy as one that is open: nobody shall tell them apart by it.
    const isOpen = people.some((id) => isWaiting(standingFor({ ...introduction, answers: [] }, id, now())));
    if (isOpen) for (const id of people) load.set(id, (load.get(id) ?? 0) + 1);
  }
  return { known, load };
}

/** When an introduction closes that nobody answers: a date as its own is one; undefined where it has none. */
export function closesAt({ at }: Introduction): string | undefined {
  const asked = Date.parse(at ?? '');
  return Number.isNaN(asked)
    ? undefined
    : new Date(asked + OPEN * DAY).toISOString().slice(0, at?.length === 10 ? 10 : 24);
}

/** Days since two were introduced, or else since it was asked; NaN where that is not known. */
export function daysSince({ at, met = at }: { at?: string | undefined; met?: string | undefined }, now: Date): number {
  return (now.getTime() - Date.parse(met ?? '')) / DAY;
}

function isOver(introduction: Introduction, now: Date): boolean {
  const closes = closesAt(introduction);
  return closes !== undefined && new Date(closes) <= now;
}

function isWaiting(standing: IntroductionStanding | undefined): boolean {
  return standing === 'incoming' || standing === 'asked';
}
