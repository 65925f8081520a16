/** Remembers what `find` answered, for so many milliseconds; who asks meanwhile shares the answer. */
export class Held<T> {
  readonly #known = new Map<string, { until: number; answer: Promise<T> }>();

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
    this.#known.set(key, { until: this.clock() + this.milliseconds, answer });
    answer.catch(() => this.forget(key));
    return answer;
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}
