import type { Answer, Loaded, WallShown } from '@kith/core';
import type { ReactiveController } from 'lit';
import { AtomController } from '../atom-controller.js';
import { letterAt } from './address.js';
import type { Choice } from './choice.js';
import type { Around, Wall } from './detail.js';

/** The wall that has the letter of an address: of several of a page the first that does. */
let host: { hash: string; wall: Wall } | undefined;

/** Finds the letter somebody comes for, wherever it lies and whenever it arrives, and brings them to it. */
export class Visit implements ReactiveController {
  #hash = '';
  #id: string | undefined;
  /** What had the focus when they came; undefined once they are there. */
  #before: { focus: Element | null } | undefined;
  readonly #asked: AtomController<Loaded<Answer<{ kind: 'wall' }>>>;
  #seen: { shown: WallShown; found: Answer<{ kind: 'wall' }>; all: WallShown } | undefined;

  constructor(
    private readonly wall: Wall,
    private readonly around: () => Around,
    private readonly choice: Choice,
  ) {
    this.#asked = new AtomController(wall, () => {
      const { store, shown, filters } = this.around();
      const id = this.#id;
      return store && id !== undefined && shown && !this.#isShown(id)
        ? store.ask({ kind: 'wall', filters, ids: [id] }).$answer
        : undefined;
    });
    wall.addController(this);
  }

  /** Comes for the letter of an address, where it is one of a letter. */
  to(hash: string): void {
    this.#hash = hash;
    this.#id = letterAt(hash);
    this.#before = this.#id === undefined ? undefined : { focus: document.activeElement };
    // What the reader chose may leave out whatever they come for.
    if (this.#id !== undefined && !this.#isShown(this.#id)) this.choice.leave();
    this.wall.requestUpdate();
  }

  #isShown(id: string): boolean {
    return this.around().shown?.letters.some((letter) => letter.id === id) ?? false;
  }

  /** What is shown, and before it the letter, where that lies further down; the same until either is different. */
  see(shown: WallShown): WallShown {
    const found = this.#asked.value?.value;
    if (!found?.letters.length) return shown;
    if (this.#seen?.shown !== shown || this.#seen.found !== found) {
      const people = new Map([...shown.people, ...found.people.map((each) => [each.id, each] as const)]);
      this.#seen = { shown, found, all: { ...shown, people, letters: [...found.letters, ...shown.letters] } };
    }
    return this.#seen.all;
  }

  hostUpdated() {
    if (!this.#before || this.#id === undefined) return;
    const letter = this.wall.shadowRoot?.getElementById(this.#id);
    if (!letter) return;
    const { focus } = this.#before;
    this.#before = undefined;
    if (host?.hash === this.#hash && host.wall !== this.wall && host.wall.isConnected) return;
    host = { hash: this.#hash, wall: this.wall };
    // Whoever has begun something else meanwhile is not taken away from it.
    const at = document.activeElement;
    if (at !== focus && at !== document.body && at !== this.wall) return;
    letter.focus({ preventScroll: true });
    letter.scrollIntoView();
  }
}
