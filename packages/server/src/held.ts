interface Answered<T> {
  until: number;
  answer: Promise<T>;
  /** What it was, once it is there. */
  said?: T;
}

/** Remembers what `find` answered, for so many milliseconds; who asks meanwhile shares the answer. */
export class Held<T> {
  readonly #known = new Map<string, Answered<T>>();

  constructor(
    readonly milliseconds: number,
    readonly clock: () => number = Date.now,
    /** Most answers at once. */
    readonly most = 10_000,
  ) {}

  get(key: string, find: () => Promise<T>): Promise<T> {
    const held = this.#known.get(key);
    if (held && held.until > this.clock()) return held.answer;
    if (this.#known.size >= this.most) this.#known.clear();
    const answer = find();
    const fresh: Answered<T> = { until: this.clock() + this.milliseconds, answer };
    this.#known.set(key, fresh);
    answer.then(
      (said) => (fresh.said = said),
      () => this.forget(key),
    );
    return answer;
  }

  /** What it answered, where that is there already. */
  at(key: string): T | undefined {
    const held = this.#known.get(key);
    return held && held.until > this.clock() ? held.said : undefined;
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}
