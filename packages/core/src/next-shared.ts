import { minutesAhead, sharedHours, type Awake } from './hours.js';

const DAY = 1440;
const MINUTE = 60_000;

/** How long two who meet for the first time set aside, in minutes. */
const MEETING = 60;

/** When both are up the day after a moment, at their longest, for an hour at most; undefined where they never are. */
export function nextShared(a: Awake, b: Awake, now: Date): { from: Date; to: Date } | undefined {
  const tomorrow = new Date(now.getTime() + DAY * MINUTE);
  const hours = sharedHours(a, b, tomorrow)?.shared ?? [];
  const [longest] = [...hours].sort(([from, to], [start, end]) => end - start - (to - from));
  if (!longest) return undefined;
  const ahead = minutesAhead(a.timeZone, tomorrow) ?? 0;
  // Midnight where a is, and on.
  const midnight = Math.floor((tomorrow.getTime() / MINUTE + ahead) / DAY) * DAY - ahead;
  const [from, to] = longest;
  const at = (minutes: number) => new Date((midnight + minutes) * MINUTE);
  return { from: at(from), to: at(Math.min(to, from + MEETING)) };
}
