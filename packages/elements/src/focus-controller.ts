import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Status } from './status.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly status: Status;
}

/**
 * Keeps the focus in a widget. What had it keeps it when it is moved; when it is drawn no more, the nearest of what stood
 * around it that still is has it, and rather what is there to have it.
 */
export class FocusController implements ReactiveController {
  /** What has the focus, and what stands around it. */
  #held: Element[] = [];
  #isRetried = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** Whoever tries again gets the focus back once it is known whether that was in vain. */
  retried(): void {
    this.#hold();
    this.#isRetried = true;
  }

  hostUpdate() {
    if (!this.#isRetried) this.#hold();
  }

  hostUpdated() {
    const { shadowRoot, status } = this.host;
    if (this.#isRetried && status === 'loading') return;
    const isRetried = this.#isRetried;
    const again = isRetried && shadowRoot?.querySelector('[part~=retry]');
    this.#isRetried = false;
    const [held, ...around] = this.#held;
    // Somebody else may have it by now.
    if (!held || document.activeElement !== document.body) return;
    // A slot has no box that could have it.
    const left = around.filter((each) => each.isConnected && each.localName !== 'slot');
    // What was only moved has it again. While something was tried again, its reader may have left it.
    const place = held.isConnected
      ? !isRetried && held
      : again ||
        left.find((each) => each.matches('[tabindex]')) ||
        left[0] ||
        shadowRoot?.querySelector('[part~=base]');
    if (!(place instanceof HTMLElement)) return;
    if (place !== held && place.localName !== 'button') place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  #hold(): void {
    this.#held = [];
    for (let at = this.host.shadowRoot?.activeElement; at; at = at.parentElement) this.#held.push(at);
  }
}
