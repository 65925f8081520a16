import type { ReadableAtom } from 'nanostores';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Shows an element what an atom holds. Takes a getter, so that it follows whatever store the element has by
 * then; listens only while the element is connected, and is current again when it comes back.
 */
export class AtomController<T> implements ReactiveController {
  #atom: ReadableAtom<T> | undefined;
  #leave: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly find: () => ReadableAtom<T> | undefined,
  ) {
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#atom?.value;
  }

  hostConnected() {
    this.host.requestUpdate();
  }

  hostUpdate() {
    const atom = this.find();
    if (atom === this.#atom && (this.#leave || !this.host.isConnected)) return;
    this.#leave?.();
    this.#atom = atom;
    // An element can update once more after it was taken out; listening then would never end.
    this.#leave = this.host.isConnected ? atom?.listen(() => this.host.requestUpdate()) : undefined;
  }

  hostDisconnected() {
    this.#leave?.();
    this.#leave = undefined;
  }
}
