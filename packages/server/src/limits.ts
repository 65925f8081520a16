import type { LineLimits } from './live/lines.js';

/** So many at once, and so many more each minute. */
export interface Rate {
  burst: number;
  perMinute: number;
}

/** How often who may ask, in one process. */
export interface Limits {
  /** What a member or a guest writes. */
  member: Rate;
  /** Everything an address asks. */
  address: Rate;
  /** Devices that an address counts in for the first time. */
  guests: Rate;
  /** Lines on which changes are told. */
  lines: LineLimits;
}

export const usual: Limits = {
  member: { burst: 120, perMinute: 30 },
  address: { burst: 600, perMinute: 600 },
  guests: { burst: 20, perMinute: 1 },
  lines: { each: 100, all: 10_000 },
};

/** Most who are remembered; who is forgotten has asked nothing. */
const MOST = 50_000;

/** A bucket for each who asks: `spend` gives the seconds to wait, 0 where it may be at once. */
export class Buckets {
  readonly #kept = new Map<string, { left: number; at: number }>();

  constructor(
    readonly rate: Rate,
    readonly clock: () => number = () => performance.now(),
  ) {}

  spend(who: string): number {
    const { burst, perMinute } = this.rate;
    const at = this.clock();
    const before = this.#kept.get(who) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) / 60_000) * perMinute);
    const isLeft = left >= 1;
    // Who asked last stands last.
    this.#kept.delete(who);
    this.#kept.set(who, { left: isLeft ? left - 1 : left, at });
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return isLeft ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
  }
}
