import { ProviderError, type Loaded } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { checkForAuthor } from './advise.js';
import { tell } from './attributes.js';
import { hasContent } from './content.js';
import { FocusController } from './focus-controller.js';
import { communityFor } from './page.js';
import type { Status } from './status.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  hold: boolean;
  src: string | undefined;
  community: string | undefined;
  readonly store: unknown;
  readonly status: Status;
}

/** What a widget knows of itself. */
interface Known {
  loaded: Loaded<unknown> | undefined;
  isEmpty(): boolean;
  isSelfContained: boolean;
  /** Its words are here. */
  isSpeaking: boolean;
}

const STATES = ['loading', 'ready', 'empty', 'failed', 'offline', 'unsent', 'dark'];

/** How things stand with a widget: told to the page as custom states, and to its author where something failed. */
export class StatusController {
  status: Status = 'loading';
  #fault: ProviderError | undefined;
  #also: readonly unknown[] = [];
  readonly #focus: FocusController;

  constructor(
    private readonly host: Host,
    private readonly states: CustomStateSet,
    private readonly reload: () => void,
  ) {
    this.#focus = new FocusController(host);
  }

  readonly retry = () => {
    this.#focus.retried();
    this.reload();
  };

  /** Shows how things stand, beside what else is so. */
  show(known: Known, also: readonly unknown[]): void {
    this.#also = also;
    this.#stand(this.#statusOf(known), known.loaded?.state === 'failed' ? known.loaded.error : undefined);
  }

  /** Has failed with what cannot be drawn; the same error until something is drawn again. */
  fail(cause: unknown): ProviderError {
    this.#fault ??= new ProviderError('invalid', { message: `this cannot be drawn: ${String(cause)}`, cause });
    this.#stand('failed', this.#fault);
    return this.#fault;
  }

  drawn(): void {
    this.#fault = undefined;
  }

  #stand(status: Status, failure: ProviderError | undefined): void {
    this.status = status;
    const shown = [status, failure?.kind, ...this.#also];
    for (const state of STATES) this.states[shown.includes(state) ? 'add' : 'delete'](state);
    if (failure) tellFailure(this.host, failure);
    checkForAuthor(this.host, failure);
  }

  #statusOf({ loaded, isEmpty, isSelfContained, isSpeaking }: Known): Status {
    const { host } = this;
    if (!isSpeaking) return 'loading';
    if (loaded?.state === 'failed') return 'failed';
    if (loaded) return loaded.value === undefined ? 'loading' : isEmpty() ? 'empty' : 'ready';
    if (isSelfContained) return 'ready';
    // A community that has no store yet is on hold, or waits for its provider.
    if ((!host.hold && communityFor(host, host.community)) || document.readyState === 'loading') return 'loading';
    return hasContent(host) ? 'ready' : host.hold ? 'loading' : 'empty';
  }
}

const told = new WeakSet<ProviderError>();

/** Widgets that share a store share its failures; the author hears of each once, and never of a lost connection. */
function tellFailure(tag: HTMLElement, error: ProviderError): void {
  if (told.has(error) || error.kind === 'offline' || error.kind === 'busy') return;
  told.add(error);
  tell(tag, 'error', error.message);
}
