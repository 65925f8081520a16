import type { Intent, Store, Waiting } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inDocumentOrder } from '../page.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
}

/** A widget among those of its kind that share a store. */
interface Teller {
  readonly host: Host;
  /** The wishes that were said in it, by their keys. */
  readonly said: Set<string>;
  /** Whether what a wish is about is drawn in it. */
  shows(intent: Intent): boolean;
}

/**
 * Which of a page's widgets of one kind tells of a wish: each that shows what it is about; where none does, the one it was
 * said in, else the first of the page. So nothing that was refused is told by nobody, also on a page that is opened again.
 */
export class Telling implements ReactiveController {
  readonly #teller: Teller;
  #store: Store | undefined;
  /** The wishes about what is here. */
  #here = '';

  constructor(
    host: Host,
    private readonly kind: string,
    shows: Teller['shows'],
  ) {
    this.#teller = { host, shows, said: new Set() };
    host.addController(this);
  }

  /** Those of this kind and store that are in the page. */
  get #tellers(): Set<Teller> | undefined {
    return this.#store?.once(['tell', this.kind], () => new Set<Teller>());
  }

  /** This wish was said here. */
  said(wish: Waiting | undefined): void {
    if (wish) this.#teller.said.add(wish.intent.key);
  }

  /** Whether a wish was said here, since the page was opened. */
  wasSaidHere({ key }: Intent): boolean {
    return this.#teller.said.has(key);
  }

  /** Whether this widget tells of a wish. */
  isOurs(intent: Intent): boolean {
    const tellers = [...(this.#tellers ?? [])];
    const showing = tellers.filter(({ shows }) => shows(intent));
    if (showing.length) return showing.includes(this.#teller);
    const [first] = tellers.sort((a, b) => inDocumentOrder(a.host, b.host));
    const teller = tellers.find(({ said }) => said.has(intent.key)) ?? first;
    return !teller || teller === this.#teller;
  }

  hostUpdated() {
    const { host, shows } = this.#teller;
    if (!host.isConnected) return;
    if (host.store !== this.#store) this.#move(host.store);
    const wishes = host.store?.$wishes.value ?? [];
    const here = wishes.flatMap(({ intent }) => (shows(intent) ? intent.key : [])).join();
    if (here !== this.#here) this.#tell();
    this.#here = here;
  }

  hostConnected() {
    this.#move(this.#teller.host.store);
  }

  hostDisconnected() {
    this.#move(undefined);
  }

  #move(store: Store | undefined): void {
    this.#tellers?.delete(this.#teller);
    this.#tell();
    this.#store = store;
    this.#tellers?.add(this.#teller);
    this.#tell();
  }

  /** Another one may be the one that tells. */
  #tell(): void {
    // Lit warns of an update that is asked for before this one ended.
    const tellers = this.#store?.$wishes.value?.length ? this.#tellers : undefined;
    if (tellers) queueMicrotask(() => tellers.forEach(({ host }) => host.requestUpdate()));
  }
}
