import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Moves the focus to a letter, as soon as that is drawn. */
export class LetterFocus implements ReactiveController {
  #goTo: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  to(id: string | undefined): void {
    this.#goTo = id;
    this.host.requestUpdate();
  }

  hostUpdated() {
    if (this.#goTo === undefined) return;
    const letter = this.host.shadowRoot?.querySelector<HTMLElement>(`[id="${CSS.escape(this.#goTo)}"]`);
    if (!letter) return;
    this.#goTo = undefined;
    letter.focus();
  }
}
