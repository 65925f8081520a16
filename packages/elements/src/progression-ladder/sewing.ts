import type { LadderSaid, Waiting } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';

/** What somebody has done, as far as it is sewn. */
interface Stood {
  of: readonly unknown[];
  since: Date;
  at: number;
  bests: number;
}

/**
 * Sews a step that is passed before the reader's eyes, and underlines a best, once; what was done before they came just
 * stands, and so does what is done where nobody looks.
 */
export class Sewing {
  /** What is sewn now: the step that was passed, or nothing but a best. */
  now: { step: string | undefined } | undefined;
  #stood: Stood | undefined;

  constructor(private readonly widget: ReactiveControllerHost & HTMLElement) {}

  /** Follows somebody, told by the ladder, whose it is and the store; gives whether they were followed before. */
  follow({ steps, climber, board }: LadderSaid, of: readonly unknown[], moment: Date, wishes: readonly Waiting[]) {
    const before = this.#stood;
    if (!climber) return false;
    const { at } = climber;
    const bests = board.length;
    const isSame = before !== undefined && of.every((each, i) => each === before.of[i]);
    this.#stood = { of, at, bests, since: isSame ? before.since : moment };
    // What was refused is undone without a word about it.
    if (!isSame || at < before.at || bests < before.bests) this.now = undefined;
    else if (at > before.at || bests > before.bests) {
      // A wish of an earlier visit comes late, and what it led to was seen then.
      const isOld = wishes.some(({ intent }) => new Date(intent.at) < before.since);
      if (!isOld && !document.hidden) void this.#begin(at > before.at ? steps[at]?.id : undefined);
    }
    return isSame;
  }

  /** It is sewn as soon as nothing moves any more: at once in a list, out of sight, or where less motion is wished for. */
  async #begin(step: string | undefined): Promise<void> {
    const begun = (this.now = { step });
    await this.widget.updateComplete;
    await Promise.allSettled(this.widget.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    if (this.now !== begun) return;
    this.now = undefined;
    this.widget.requestUpdate();
  }
}
