import { written, type Detail, type Language, type Role, type Store, type Words, type Written } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ActsController } from '../acts-controller.js';
import type { Status } from '../status.js';
import type * as code from './composer.js';

/** A letter as it is sent. */
export type Letter = Detail<'recognize'>;

/** Where letters are written: a wall, as the composer needs to know it. */
export interface Place {
  store: Store;
  language: Language<Words<'wall'>>;
  roles: readonly Role[];
  pictures: 'none' | 'allow';
  /** What is known of a letter before it is written: what the wall shows is what is written on it. */
  given: Partial<Letter> & { occasion: Written };
  /** The composer is open without a press, and stays open. */
  isOpen: boolean;
}

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly status: Status;
}

/** What is written on a wall that shows this occasion, or all; undefined where it comes of what is done. */
export function writtenOn(occasion = 'thanks'): Written | undefined {
  return written.find((each) => each === occasion);
}

/** The way into the composer, and the composer once its code is here. */
export class Composing {
  readonly #code: ActsController<typeof code>;
  #composer: code.Composer | undefined;
  #isMissing = false;
  #place: Place | undefined;

  constructor(
    private readonly host: Host,
    private readonly send: (letter: Letter) => boolean,
  ) {
    this.#code = new ActsController(host, () => import('./composer.js'));
  }

  /** Opens the composer, with a letter that was refused where there is one to change. */
  async open(refused?: { key: string; letter: Letter }): Promise<void> {
    this.#isMissing = !(await this.#code.get());
    this.#ready()?.open(refused);
    this.host.requestUpdate();
  }

  #ready(): code.Composer | undefined {
    const { here } = this.#code;
    return (this.#composer ??= here && this.#place && new here.Composer(this.host, this.send, this.#place));
  }

  render(place: Place): TemplateResult {
    this.#place = place;
    if (place.isOpen) void this.#code.get();
    const composer = place.isOpen ? this.#ready() : this.#composer;
    if (composer && (place.isOpen || composer.isOpen)) return composer.render(place);
    const { words } = place.language;
    const isThanks = place.given.occasion === 'thanks';
    return html`<slot name="action">
      <p class="acts written">
        ${isThanks ? html`<span>${words.whoHelped}</span>` : nothing}
        <button id="composer/write" part="write" class="main" @click=${() => this.open()}>
          ${isThanks ? words.writeToThem : words.writeOne}
        </button>
        ${this.#isMissing ? html`<span class="aside">${words.failed}</span>` : nothing}
      </p>
    </slot>`;
  }
}
