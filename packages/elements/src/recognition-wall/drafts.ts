import { draftOf, emptyDraft, isEmptyDraft, type Draft } from '@kith/core';
import type { Letter } from './composing.js';

/** A draft, and the key of the refused wish it was opened from. */
interface Kept extends Draft {
  key?: string;
}

/** What was begun, as long as the page lives: a letter that is opened over another gives way to it again. */
export class Drafts {
  /** The one at hand last. */
  #all: readonly Kept[] = [];

  /** What is known of a letter before it is written. */
  constructor(private readonly given: () => Partial<Letter> | undefined) {}

  get atHand(): Kept {
    return this.#all.at(-1) ?? emptyDraft(this.given());
  }

  /** Whether something was begun. */
  get isBegun(): boolean {
    return this.#all.length > 0;
  }

  change(different: Partial<Draft>): void {
    this.#all = [...this.#all.slice(0, -1), { ...this.atHand, ...different }];
  }

  /** Takes up a letter that was refused under this key, as far as it was written anew already. */
  takeUp(letter: Letter, key: string): void {
    const anew = this.#all.find((draft) => draft.key === key) ?? { ...draftOf(letter), key };
    this.#all = [...this.#begun.filter((draft) => draft.key !== key), anew];
  }

  /** The one at hand is sent, or not wanted any more. */
  done(): void {
    this.#all = this.#all.slice(0, -1);
    this.#all = this.#begun;
  }

  /** Takes along to another community what is not of the one before: words, not whom they are to, nor as what. */
  carryOver(): void {
    this.#all = this.#begun.map((draft) => ({ ...draft, to: [], role: undefined }));
  }

  get #begun(): readonly Kept[] {
    return this.#all.filter((draft) => !isEmptyDraft(draft));
  }
}
