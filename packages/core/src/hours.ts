/** Minutes of a day, from 0 to 1440. */
export type Span = readonly [from: number, to: number];

/** A member's hours as they state them ("18:00-21:00" in their own time, "22:00-02:00" crosses midnight). */
export interface Awake {
  timeZone?: string | undefined;
  hours?: readonly string[] | undefined;
}

/** Two people's days, all in a's local minutes, sorted and apart; what crosses midnight is two spans. */
export interface SharedHours {
  a: Span[];
  b: Span[];
  shared: Span[];
  /** How long they share, in minutes. */
  minutes: number;
}

const DAY = 1440;

/**
 * The hours two people share on an ordinary day, by the offsets of their zones at that moment (a Date or ISO 8601).
 * Undefined where either states no zone, no readable hours, or the zone or moment does not exist: none are made up.
 */
export function sharedHours(a: Awake, b: Awake, on: Date | string): SharedHours | undefined {
  const at = new Date(on);
  const zoneA = minutesAhead(a.timeZone, at);
  const zoneB = minutesAhead(b.timeZone, at);
  if (zoneA === undefined || zoneB === undefined) return undefined;
  const ours = day(a.hours, 0);
  const theirs = day(b.hours, zoneA - zoneB);
  if (!ours.length || !theirs.length) return undefined;
  const shared = ours.flatMap(([from, to]) =>
    theirs
      .map(([start, end]): Span => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => start < end),
  );
  return { a: ours, b: theirs, shared, minutes: shared.reduce((sum, [from, to]) => sum + to - from, 0) };
}

/** The clocks of each zone; made once, since Intl objects are dear. */
const zones = new Map<string, Intl.DateTimeFormat>();

/** Minutes ahead of UTC; undefined of no zone. */
export function minutesAhead(timeZone: string | undefined, at: Date): number | undefined {
  // Without a zone Intl would take this machine's.
  if (!timeZone) return undefined;
  try {
    let zone = zones.get(timeZone);
    if (!zone) zones.set(timeZone, (zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })));
    const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return undefined;
  }
}

/** The hours stated, moved by so many minutes, cut at midnight, sorted and merged; what cannot be read is left out. */
function day(hours: readonly string[] = [], moved: number): Span[] {
  const spans = hours.flatMap((text): Span[] => {
    const digits = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
    if (!digits) return [];
    const [h = 0, m = 0, endH = 0, endM = 0] = digits.slice(1).map(Number);
    const length = (endH - h) * 60 + endM - m;
    const from = (h * 60 + m + moved + 2 * DAY) % DAY;
    const to = from + Math.min(length < 0 ? length + DAY : length, DAY);
    return [[from, Math.min(to, DAY)] as const, [0, to - DAY] as const].filter(([start, end]) => start < end);
  });
  const merged: Span[] = [];
  for (const [from, to] of spans.sort(([x], [y]) => x - y)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
