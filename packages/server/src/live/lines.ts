import { Problem } from '../problem.js';

/** How many lines may be open in one process. */
export interface LineLimits {
  /** Of one member, or of one address where nobody says who they are: many browsers may share it. */
  each: number;
  all: number;
}

/** Seconds after which who found no place may come again; until then a page asks now and then. */
const AGAIN = 30;

/** Counts the lines that are open. */
export class Lines {
  readonly #open = new Map<string, number>();
  #all = 0;

  constructor(readonly limits: LineLimits) {}

  /** Opens one more; gives the way to let it go. Throws a `Problem`: 429 where theirs are many, 503 where all are. */
  open(who: string): () => void {
    const theirs = this.#open.get(who) ?? 0;
    if (theirs >= this.limits.each) throw new Problem(429, 'busy', { retryAfter: AGAIN });
    if (this.#all >= this.limits.all) throw new Problem(503, 'busy', { retryAfter: AGAIN });
    this.#open.set(who, theirs + 1);
    this.#all++;
    return () => {
      const left = (this.#open.get(who) ?? 1) - 1;
      if (left) this.#open.set(who, left);
      else this.#open.delete(who);
      this.#all--;
    };
  }
}
