import {
  sixRoles,
  written,
  type Detail,
  type Intent,
  type Language,
  type Reward,
  type Role,
  type Store,
  type Words,
  type Written,
} from '@kith/core';
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

/** A wall. */
interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly status: Status;
  pictures: 'none' | 'allow';
  member: string | undefined;
  filterRole: string | undefined;
  filterReward: string | undefined;
  filterOccasion: string | undefined;
  compose: boolean;
}

/** The way into the composer, and the composer once its code is here. */
export class Composing {
  /** Undefined before its code was needed. */
  composer: code.Composer | undefined;
  readonly #code: ActsController<typeof code>;
  #place: Place | undefined;
  #isMissing = false;

  constructor(
    private readonly host: Host,
    private readonly send: (letter: Letter) => boolean,
  ) {
    this.#code = new ActsController(host, () => import('./composer.js'));
  }

  /** Opens the composer with a letter that was refused. */
  takeUp({ key, name, detail }: Intent): void {
    if (name === 'recognize') void this.#open({ key, letter: detail });
  }

  async #open(refused?: { key: string; letter: Letter }): Promise<void> {
    this.#isMissing = !(this.#code.here ?? (await this.#code.get()));
    this.#ready()?.open(refused);
    this.host.requestUpdate();
  }

  #ready(): code.Composer | undefined {
    const { here } = this.#code;
    return (this.composer ??= here && this.#place && new here.Composer(this.host, this.send, this.#place));
  }

  /** The composer, or the way into it; undefined where nothing is written on this wall. */
  render(language: Language<Words<'wall'>>, roles: readonly Role[] | undefined): TemplateResult | undefined {
    const place = (this.#place = this.#placeOf(language, roles));
    if (!place) return undefined;
    if (place.isOpen) void this.#code.get();
    const composer = place.isOpen ? this.#ready() : this.composer;
    if (composer && (place.isOpen || composer.isOpen)) return composer.render(place);
    const { words } = language;
    const isThanks = place.given.occasion === 'thanks';
    return html`<slot name="action">
      <p class="acts written">
        ${isThanks ? html`<span>${words.whoHelped}</span>` : nothing}
        <button id="composer/write" part="write" class="main" @click=${() => this.#open()}>
          ${isThanks ? words.writeToThem : words.writeOne}
        </button>
        ${this.#isMissing ? html`<span class="aside">${words.failed}</span>` : nothing}
      </p>
    </slot>`;
  }

  #placeOf(language: Place['language'], roles: readonly Role[] = sixRoles): Place | undefined {
    const { store, pictures, member, filterRole: role, filterReward, filterOccasion = 'thanks', compose } = this.host;
    const occasion = written.find((each) => each === filterOccasion);
    if (!store?.takes('recognize') || !occasion) return undefined;
    // The wall has checked it.
    const reward = filterReward as Reward | undefined;
    const to = member && member !== store.viewer ? [member] : undefined;
    const given = { occasion, ...(role && { role }), ...(reward && { reward }), ...(to && { to }) };
    return { store, language, roles, pictures, given, isOpen: compose };
  }
}
