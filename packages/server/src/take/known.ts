import type { Member } from '@kith/core';
import { Facts, keyOf, type FactKey, type Key, type Table, type Tables } from '@kith/core/rules';
import type { Within } from '../db/schema.js';
import { questionsOf } from './questions.js';

/**
 * What can be asked of a community beside the rows of the rules: the receipt of a wish (`taken <actor> <key>`), whether
 * somebody is trusted (`trusted <member>`), and whether anything names a member for everyone but what a wish is about to
 * change (`named <member> <letters, lines, "climb/<ladder>" or "pledge/" that do not count…>`).
 */
export type Asked = FactKey | `taken ${string}` | `trusted ${string}` | `named ${string}`;

/** What somebody has to know before they can go on, and what comes of it. */
export type Asking<T> = Generator<readonly Asked[], T, void>;

/** What is known of a community that nobody else changes meanwhile. */
export class Known {
  readonly #facts = new Map<Asked, unknown>();
  readonly #open = new Set<string>();
  /** As the rules read them. */
  readonly map = this.#facts as ReadonlyMap<FactKey, unknown>;
  readonly facts = new Facts(this.map);

  constructor(
    readonly trx: Within,
    readonly community: string,
    /** It did not begin as a public document: who is not among its members is nobody. */
    readonly isRecord: boolean,
  ) {}

  lacks = (asked: Asked): boolean => !this.#facts.has(asked);

  /** Finds out all of it in one question. */
  async learn(asked: Iterable<Asked>): Promise<void> {
    const fresh = [...new Set(asked)].filter(this.lacks);
    if (!fresh.length) return;
    for (const each of fresh) this.#facts.set(each, each.endsWith(' *') ? [] : null);
    for (const { asked: each, body, open } of await questionsOf(this.trx, this.community, fresh)) {
      if (each.endsWith(' *')) (this.#facts.get(each) as object[]).push(body);
      else this.#facts.set(each, body);
      if (open) this.#open.add(each);
    }
  }

  get(asked: Asked): unknown {
    return this.#facts.get(asked) ?? null;
  }

  row<T extends Table>(key: Key<T>): Tables[T] | null {
    return (this.#facts.get(key) ?? null) as Tables[T] | null;
  }

  /** Whether everyone sees this letter. */
  isOpen(letter: string): boolean {
    return this.#open.has(keyOf('recognition', letter));
  }

  /** A member as their row has them, if they are one. */
  member(id: string): Member | null {
    return this.row(keyOf('member', id)) as Member | null;
  }
}
