import { canBeMet, type Member, type Store } from '@kith/core';

/** How many are offered at once. */
const OFFERED = 6;

/** Looks for people by what they are called, offer or ask for. */
export class PeopleSearch {
  /** Who was found last; undefined until the first answer. */
  found: readonly Member[] | undefined;
  /** What was looked for. */
  sought = '';
  #abort: AbortController | undefined;

  constructor(
    private readonly store: Store,
    private readonly changed: (count: number) => void,
  ) {}

  /** Looks for people other than these; what was looked for before is not waited for any more. */
  async find(sought: string, others: readonly string[]): Promise<void> {
    this.sought = sought;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const limit = OFFERED + others.length;
    try {
      const { members } = await this.store.read({ kind: 'members', ...(sought && { q: sought }), limit }, signal);
      if (signal.aborted) return;
      this.found = members.filter((member) => canBeMet(member) && !others.includes(member.id)).slice(0, OFFERED);
      this.changed(this.found.length);
    } catch {
      // Who was found before still stands; the next letter asks again.
    }
  }
}
