import { minutesAhead, sharedHours, type Awake } from './hours.js';

const DAY = 1440;
const MINUTE = 60_000;

/** How long two who meet for the first time set aside, in minutes. */
const MEETING = 60;

/** Days that are tried: on those on which somebody's clocks change nobody can be sure of an hour. */
const TRIED = [1, 2, 3];

/** When both are up the day after a moment, at their longest, for an hour at most; undefined where they never are. */
export function nextShared(a: Awake, b: Awake, now: Date): { from: Date; to: Date } | undefined {
  for (const days of TRIED) {
    const on = new Date(now.getTime() + days * DAY * MINUTE);
    const next = sharedOn(a, b, on);
    if (!next) return undefined;
    const isSame = ({ timeZone }: Awake, at: Date) => minutesAhead(timeZone, at) === minutesAhead(timeZone, on);
    if ([a, b].every((one) => isSame(one, next.from) && isSame(one, next.to))) return next;
  }
  return undefined;
}

/** The longest they share on the day it is at a moment where a is, by the clocks of that moment. */
function sharedOn(a: Awake, b: Awake, on: Date): { from: Date; to: Date } | undefined {
  const hours = sharedHours(a, b, on)?.shared ?? [];
  const [longest] = [...hours].sort(([from, to], [start, end]) => end - start - (to - from));
  if (!longest) return undefined;
  const ahead = minutesAhead(a.timeZone, on) ?? 0;
  // Midnight where a is, and on.
  const midnight = Math.floor((on.getTime() / MINUTE + ahead) / DAY) * DAY - ahead;
  const [from, to] = longest;
  const at = (minutes: number) => new Date((midnight + minutes) * MINUTE);
  return { from: at(from), to: at(Math.min(to, from + MEETING)) };
}
