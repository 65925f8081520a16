import type { Ladder, Progress, Rung } from './document.js';

/** The next thing to do: a rung's need with what is missing of it. */
export type NextAct =
  | { measure: string; atLeast: number; value: number; missing: number }
  | { sponsors: number; missing: number }
  | { manual: true };

/** Where somebody stands on a ladder. */
export interface Climb {
  /** The rungs climbed, from the lowest. */
  reached: Rung[];
  /** The last rung reached. */
  current: Rung | undefined;
  /** The first rung not reached; undefined at the top. */
  next: Rung | undefined;
  /** The next smallest act towards it. */
  act: NextAct | undefined;
}

/** One record as the whiteboard writes it. `old` is the best before it; undefined for a first. */
export interface Best {
  measure: string;
  value: number;
  at: string;
  old: number | undefined;
}

/**
 * Where somebody stands. Rungs are climbed in order: one is reached if all below it are, and its needs are met.
 * What was recorded as reached stays so with all below it, whatever the measures say later and whatever rung a site
 * puts in between: nobody is silently demoted.
 */
export function standing({ rungs }: Ladder, progress: Progress | undefined): Climb {
  const recorded = rungs.findLastIndex(({ id }) => own(progress?.reached, id));
  const open = rungs.findIndex((rung, i) => i > recorded && nextAct(rung, progress));
  const reached = rungs.slice(0, open < 0 ? rungs.length : open);
  const next = rungs[reached.length];
  return { reached, current: reached.at(-1), next, act: next && nextAct(next, progress) };
}

/**
 * The smallest unmet need of a rung; undefined if all are met. Smallest is the measure with the least share of its
 * target left; what needs sponsors comes after measures, what needs a host last; ties keep the order of the needs.
 */
export function nextAct(rung: Rung, progress: Progress | undefined): NextAct | undefined {
  const unmet = (rung.needs ?? []).flatMap((need): NextAct[] => {
    if ('measure' in need) {
      const { measure, atLeast } = need;
      const value = own(progress?.measures, measure) ?? 0;
      return value < atLeast ? [{ measure, atLeast, value, missing: atLeast - value }] : [];
    }
    if ('sponsors' in need) {
      const missing = need.sponsors - new Set(own(progress?.sponsors, rung.id)).size;
      return missing > 0 ? [{ sponsors: need.sponsors, missing }] : [];
    }
    return [{ manual: true }];
  });
  return unmet.sort((a, b) => turn(a) - turn(b) || share(a) - share(b))[0];
}

/**
 * What brings somebody who rests straight back: the measure of the rung they hold that fell behind. Where none did, their
 * place is kept, and anything they write up does.
 */
export function wayBack({ current }: Climb, progress: Progress | undefined) {
  const act = current && nextAct(current, progress);
  // Who spoke for them, or went through it with them, did so once and for all.
  return act && 'measure' in act ? act : undefined;
}

/**
 * What the whiteboard shows, newest first: each record that was better than all before it, and the best so far of
 * each measure. A try that was not better never counts, nor does one of zero. Records of one moment keep their order.
 */
export function personalBests(records: Progress['records'] = []): { best: Map<string, Best>; board: Best[] } {
  const best = new Map<string, Best>();
  const board: Best[] = [];
  for (const { measure, value, at } of [...records].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const old = best.get(measure)?.value;
    if (value <= (old ?? 0)) continue;
    const mark = { measure, value, at, old };
    best.set(measure, mark);
    board.push(mark);
  }
  return { best, board: board.reverse() };
}

function turn(act: NextAct): number {
  return 'measure' in act ? 0 : 'sponsors' in act ? 1 : 2;
}

function share(act: NextAct): number {
  return 'measure' in act ? act.missing / Math.abs(act.atLeast || 1) : 0;
}

/** What a record has of its own: a rung may be called "constructor". */
export function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
