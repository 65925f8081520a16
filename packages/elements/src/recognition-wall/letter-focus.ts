import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepFocus } from '../status.js';

/**
 * Moves the focus to a letter, once that is drawn; and keeps it on the letter it was in where the button that had it went
 * with what it did.
 */
export class LetterFocus implements ReactiveController {
  #goTo: string | undefined;
  #held: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  to(id: string): void {
    this.#goTo = id;
    this.host.requestUpdate();
  }

  hostUpdate() {
    this.#held = this.host.shadowRoot?.activeElement?.closest('.letter')?.id;
  }

  hostUpdated() {
    const root = this.host.shadowRoot;
    const isLost = this.#held !== undefined && !root?.activeElement;
    const id = this.#goTo ?? (isLost ? this.#held : undefined);
    if (!root || id === undefined) return;
    const letter = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (letter) this.#goTo = undefined;
    if (letter) letter.focus();
    else if (isLost) keepFocus(root);
  }
}
