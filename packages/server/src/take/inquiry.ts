import type { Asked, Asking, Known } from './known.js';

/** Somebody finding out what they have to know, one question after another, until something comes of it. */
export class Inquiry<T> {
  /** All that was asked. */
  readonly looked = new Set<Asked>();
  result: { outcome: T } | { refused: unknown } | undefined;

  constructor(readonly asking: Asking<T>) {}

  /** Lets all of them go on to their ends; what they ask at a time is one question of the database. */
  static async all(inquiries: readonly Inquiry<unknown>[], known: Known): Promise<void> {
    for (let open = inquiries; open.length; open = open.filter(({ result }) => !result))
      await known.learn(open.flatMap((each) => each.#proceed(known)));
  }

  /** Goes on as far as what is known leads; gives what is asked next. */
  #proceed(known: Known): readonly Asked[] {
    try {
      for (;;) {
        const { done, value } = this.asking.next();
        if (done) {
          this.result = { outcome: value };
          return [];
        }
        for (const asked of value) this.looked.add(asked);
        if (value.some(known.lacks)) return value;
      }
    } catch (refused) {
      this.result = { refused };
      return [];
    }
  }
}
