import { Held } from '../held.js';
import type { Live } from '../live/live.js';

/** Milliseconds for which an answer holds where no news of a change came. */
const HOLDS = 2000;
/** Most answers that are held, and the longest one. */
const MOST = 500;
const LONGEST = 300_000;

/**
 * What everyone gets, as text, for as long as nothing is known to have changed. What somebody gets who says who they are
 * is never held.
 */
export class OpenAnswers {
  readonly #held: Held<string>;

  constructor(
    readonly live: Live,
    clock: () => number,
  ) {
    this.#held = new Held(HOLDS, clock, MOST);
  }

  /** The answer to a question by its address. One that was begun before a change is given to nobody who asks after it. */
  async get(community: string, address: string, find: () => Promise<string>): Promise<string> {
    const key = `${community} ${this.live.news(community)} ${address}`;
    const text = await this.#held.get(key, find);
    if (text.length > LONGEST) this.#held.forget(key);
    return text;
  }
}
