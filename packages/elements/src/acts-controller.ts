import type { Intent, Store } from '@kith/core';
import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from './idle.js';
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

/**
 * The code a widget needs to say something beyond a button's press: loaded at idle once something can be said, and never
 * by a page that only shows. Its `styles`, where it exports a sheet of that name, come and are worn with it.
 */
export class ActsController<A extends object> implements ReactiveController {
  /** The code was asked for, and did not arrive. */
  isMissing = false;
  /** Makes the press again whose code did not arrive. */
  again: (() => void) | undefined;
  #here: A | undefined;
  #loading: Promise<A | undefined> | undefined;
  #store: Store | undefined;
  #callOff: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly load: () => Promise<A>,
  ) {
    host.addController(this);
  }

  /** The code, if it is here. */
  get here(): A | undefined {
    return this.#here;
  }

  /** The code, as soon as it is here; undefined where it did not arrive. */
  get(): Promise<A | undefined> {
    this.#loading ??= this.load()
      .then(
        (acts) => {
          this.#wear(acts);
          return (this.#here = acts);
        },
        () => (this.#loading = undefined),
      )
      .finally(() => {
        this.isMissing = !this.#here;
        this.host.requestUpdate();
      });
    return this.#loading;
  }

  /** Does something with the code: now, or as soon as it is here. */
  do(act: (acts: A) => void): void {
    this.again = undefined;
    if (this.#here) act(this.#here);
    else
      void this.get().then((acts) => {
        if (acts) act(acts);
        else this.again = () => this.do(act);
        this.host.requestUpdate();
      });
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

  #wear(acts: { readonly styles?: CSSResult }): void {
    const sheet = acts.styles?.styleSheet;
    if (sheet) this.host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }
}
