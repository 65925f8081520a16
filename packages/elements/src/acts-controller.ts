import type { Intent, Store } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from './idle.js';
import { LateController } from './late-controller.js';
import type { Status } from './status.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly status: Status;
}

/** What a widget's own acts tell of its wishes. */
export interface Acts {
  /** Whether a wish that was not sent is this widget's to show. */
  isOwn(intent: Intent): boolean;
  /** Opens what somebody wrote in a wish, to be changed. */
  edit(intent: Intent): void;
  /** The key of the refused wish whose words lie open to be changed. */
  editing(): string | undefined;
  /** What somebody wished, in words, where they wrote none; absent where nothing is said by number. */
  wordsOf?(intent: Intent): string | undefined;
}

/** The code a widget needs to say something beyond a button's press: loaded at idle once something can be said. */
export class ActsController<A extends object> extends LateController<A, Host> implements ReactiveController {
  #store: Store | undefined;
  #callOff: (() => void) | undefined;

  constructor(host: Host, load: () => Promise<A>) {
    super(host, load);
    host.addController(this);
  }

  hostUpdated() {
    const { store, status, isConnected } = this.host;
    if (
      !isConnected ||
      store === this.#store ||
      !store?.provider.takes.size ||
      (status !== 'ready' && status !== 'empty')
    )
      return;
    this.#store = store;
    this.#callOff?.();
    this.#callOff = whenIdle(() => {
      void this.get();
      // What did not arrive is asked for again by the first wish.
      store.prepare().catch(() => undefined);
    });
  }

  hostDisconnected() {
    this.#callOff?.();
    this.#store = undefined;
  }
}
