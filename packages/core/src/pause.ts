import type { Ladder, Member, Progress } from './document.js';
import { own, standing, wayBack } from './ladder.js';
import { known, standings } from './words.js';

/** How somebody stands who may have fallen behind what the step they hold needs. */
export interface Pause {
  standing: (typeof standings)[number];
  /** Since when they rest or are past, as far as that is known. */
  since: string | undefined;
  /** They fell behind and stand as before: until then, or without an end where nobody knows since when. */
  grace: { until: string | undefined } | undefined;
  /** What brings them straight back, or keeps them where they are; undefined where nothing is missing. */
  back: ReturnType<typeof wayBack>;
}

const DAY = 86_400_000;

/**
 * Nobody is silently demoted: who falls behind the measures of the step they hold has `graceDays` from what they last did
 * on this ladder; then they rest, and what brings them back is said. Their step stays theirs. What the source says of
 * somebody stands, and past is only who the source says is.
 */
export function pauseOf(
  { standing: word, standingSince: since }: Partial<Pick<Member, 'standing' | 'standingSince'>>,
  ladder: Ladder,
  progress: Progress | undefined,
  now: Date,
  { graceDays = 90 }: { graceDays?: number } = {},
): Pause {
  const said = known(word, standings, 'active');
  const back = said === 'past' ? undefined : wayBack(standing(ladder, progress), progress);
  if (said !== 'active') return { standing: said, since, grace: undefined, back };
  const stands: Pause = { standing: said, since: undefined, grace: undefined, back: undefined };
  // What nobody measured did not fall behind.
  if (!back || own(progress?.measures, back.measure) === undefined) return stands;
  const end = lastActOf(progress) + graceDays * DAY;
  const until = Number.isFinite(end) ? new Date(end).toISOString() : undefined;
  return end < now.getTime()
    ? { ...stands, standing: 'resting', since: until, back }
    : { ...stands, grace: { until }, back };
}

/** When they last did something here; a try that was worse is something, too. Infinity where nobody knows. */
function lastActOf({ records = [], reached = {} }: Partial<Progress> = {}): number {
  const times = [...records.map(({ at }) => at), ...Object.values(reached)].map((at) => Date.parse(at));
  const [last = Infinity] = times.filter((time) => !Number.isNaN(time)).sort((a, b) => b - a);
  return last;
}
