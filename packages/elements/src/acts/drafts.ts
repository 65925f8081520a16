import type { ReactiveControllerHost } from 'lit';
import type { Aside } from '../emit.js';

/** What a form does with what is written in it. */
export interface Draft {
  /** Closes it; what was written is there when it is opened again. */
  leave(): void;
  /** Throws away what was written. */
  drop(): void;
  /** Says it, and closes it once the store has it. Gives whether it has. */
  send(say: (aside: Aside) => boolean): boolean;
}

/**
 * What somebody writes in a widget, as long as the page lives: each under the name of what asks for it, and one of them
 * open at a time. What is written anew of a refused wish is told from all else by that wish's key, and nothing but
 * its being sent throws the refused one away.
 */
export class Drafts<D extends object> implements Draft {
  readonly #begun = new Map<string, { draft: D; instead: string | undefined }>();
  #name: string | undefined;

  constructor(private readonly widget: ReactiveControllerHost & HTMLElement) {}

  /** What is open. */
  get open(): D | undefined {
    return this.#begun.get(this.#name ?? '')?.draft;
  }

  /** The refused wish whose words are open. */
  get instead(): string | undefined {
    return this.#begun.get(this.#name ?? '')?.instead;
  }

  /** Opens what was begun under this name, else this. A field that is there already has the focus again. */
  begin(name: string, draft: D, instead?: string): void {
    if (this.#name !== undefined)
      this.widget.shadowRoot?.querySelector<HTMLElement>('.question :is(textarea, input, select)')?.focus();
    if (!this.#begun.has(name)) this.#begun.set(name, { draft, instead });
    this.#turn(name);
  }

  /** Opens what somebody wrote in a refused wish. */
  mend(key: string, draft: D): void {
    this.begin(key, draft, key);
  }

  change(different: Partial<D>): void {
    const open = this.#begun.get(this.#name ?? '');
    if (open) open.draft = { ...open.draft, ...different };
    this.#turn(this.#name);
  }

  leave(): void {
    this.#turn(undefined);
  }

  drop(): void {
    this.#begun.delete(this.#name ?? '');
    this.#turn(undefined);
  }

  send(say: (aside: Aside) => boolean): boolean {
    const { instead } = this;
    const isTaken = say(instead === undefined ? {} : { instead });
    if (isTaken) this.drop();
    return isTaken;
  }

  /** Whose words they were is no longer who reads: all of it goes. */
  forget(): void {
    this.#begun.clear();
    this.#name = undefined;
  }

  #turn(name: string | undefined): void {
    this.#name = name;
    this.widget.requestUpdate();
  }
}
