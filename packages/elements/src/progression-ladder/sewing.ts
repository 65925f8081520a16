import type { LadderSaid } from '@kith/core';

/** Sews a step that is passed before the reader's eyes, once; what was passed before they came just stands. */
export class Sewing {
  /** The step that was passed just now. */
  sewn: string | undefined;
  #stood: { of: readonly unknown[]; at: number } | undefined;

  /** Follows somebody, told by the ladder, whose it is and the store; gives whether they were followed before. */
  follow({ steps, climber }: LadderSaid, of: readonly unknown[]): boolean {
    const before = this.#stood;
    if (!climber) return false;
    const { at } = climber;
    this.#stood = { of, at };
    const isSame = before !== undefined && of.every((each, i) => each === before.of[i]);
    // What was refused is undone without a word about it.
    if (!isSame || at < before.at) this.sewn = undefined;
    else if (at > before.at) this.sewn = steps[at]?.id;
    return isSame;
  }
}
