import type { Intent, Store } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inDocumentOrder } from '../page.js';
import { letterOf } from './wishes.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
}

/** A wall among those of its store. */
interface Wall {
  readonly host: Host;
  /** The wishes that were said in it, by their keys. */
  readonly said: Set<string>;
  /** Whether a letter is drawn in it. */
  has(letter: string | undefined): boolean;
}

/**
 * Which of a page's walls tells of a wish: each that shows the letter it is about; where none does, the one it was said in,
 * else the first of the page.
 */
export class Telling implements ReactiveController {
  readonly #wall: Wall;
  #store: Store | undefined;
  /** The wishes about letters that are here. */
  #here = '';

  constructor(host: Host, has: Wall['has']) {
    this.#wall = { host, has, said: new Set() };
    host.addController(this);
  }

  /** The walls of the store that are in the page. */
  get #walls(): Set<Wall> | undefined {
    return this.#store?.once(['walls'], () => new Set<Wall>());
  }

  /** This wish was said here. */
  said({ key }: Intent): void {
    this.#wall.said.add(key);
  }

  /** Whether this wall tells of a wish. */
  isOurs(intent: Intent): boolean {
    const walls = [...(this.#walls ?? [])];
    const letter = letterOf(intent);
    const showing = walls.filter(({ has }) => has(letter));
    if (showing.length) return showing.includes(this.#wall);
    const [first] = walls.sort((a, b) => inDocumentOrder(a.host, b.host));
    const teller = walls.find(({ said }) => said.has(intent.key)) ?? first;
    return !teller || teller === this.#wall;
  }

  hostUpdated() {
    const { host, has } = this.#wall;
    if (!host.isConnected) return;
    if (host.store !== this.#store) this.#move(host.store);
    const wishes = host.store?.$wishes.value ?? [];
    const here = wishes.flatMap(({ intent }) => (has(letterOf(intent)) ? intent.key : [])).join();
    if (here !== this.#here) this.#tell();
    this.#here = here;
  }

  hostConnected() {
    this.#move(this.#wall.host.store);
  }

  hostDisconnected() {
    this.#move(undefined);
  }

  #move(store: Store | undefined): void {
    this.#walls?.delete(this.#wall);
    this.#tell();
    this.#store = store;
    this.#walls?.add(this.#wall);
    this.#tell();
  }

  /** Another wall may be the one that tells. */
  #tell(): void {
    // Lit warns of an update that is asked for before this one ended.
    const walls = this.#store?.$wishes.value?.length ? this.#walls : undefined;
    if (walls) queueMicrotask(() => walls.forEach(({ host }) => host.requestUpdate()));
  }
}
