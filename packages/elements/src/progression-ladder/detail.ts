import { sayLadder, type Phrase, type Store } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { AtomController } from '../atom-controller.js';
import { draw } from '../parts.js';
import type { Around, Climbing } from './around.js';
import { ladderDetailStyles } from './detail.styles.js';

/**
 * A community's ladders, where there are several, with where somebody stands on each in one line: read while they are
 * unfolded. The reader looks at one at a time.
 */
export class Ladders {
  readonly styles = ladderDetailStyles;
  #isOpen = false;
  #chosen: { id: string; of: Store | undefined } | undefined;
  /** What was shown before it, and whose it was. */
  #before: { loaded: Climbing | undefined; whose: string | undefined } | undefined;
  readonly #answers = new Map<string, AtomController<Climbing>>();

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
  ) {}

  /** The id of the ladder the reader chose in this store. */
  chosenIn(store: Store | undefined): string | undefined {
    return this.#chosen?.of === store ? this.#chosen?.id : undefined;
  }

  /** What is shown of what was asked for: as long as that does not arrive, what was there before. */
  shownOf(asked: Climbing | undefined, whose: string | undefined): Climbing | undefined {
    const { loaded } = (this.#before?.whose === whose && this.#before) || {};
    return asked && !asked.value && loaded?.value ? { ...asked, value: loaded.value } : asked;
  }

  turn(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.widget.requestUpdate();
  }

  draw(): TemplateResult | typeof nothing {
    const { ladders, ladder, whose } = this.around();
    if (!this.#isOpen) return nothing;
    return html`<ul part="ladders" class="ladders">
      ${ladders.map(
        ({ id, name }) =>
          html`<li>
            <button
              class="quiet"
              aria-current=${ifDefined(id === ladder?.id ? 'true' : undefined)}
              @click=${() => this.#choose(id)}
            >
              <bdi>${name}</bdi>
            </button>
            ${whose === undefined ? nothing : html`<p class="aside">${draw(this.#line(id))}</p>`}
          </li>`,
      )}
    </ul>`;
  }

  #choose(id: string): void {
    const { store, whose, loaded } = this.around();
    this.#before = { loaded, whose };
    this.#chosen = { id, of: store };
    this.widget.requestUpdate();
  }

  #line(id: string): Phrase {
    const { store, language, whose } = this.around();
    const loaded = this.#answerOf(id).value;
    if (!loaded?.value) return [loaded?.state === 'failed' ? language.words.failed : language.words.loading];
    const now = store?.now() ?? new Date();
    const said = sayLadder(loaded.value, { member: whose, viewer: store?.viewer }, language, now);
    return said?.climber?.already ?? said?.climber?.act ?? said?.lead ?? [];
  }

  #answerOf(id: string): AtomController<Climbing> {
    const known = this.#answers.get(id);
    if (known) return known;
    const fresh = new AtomController(this.widget, () => {
      const { store, whose, ladders } = this.around();
      const isRead = this.#isOpen && whose !== undefined && ladders.some((each) => each.id === id);
      return isRead ? store?.ask({ kind: 'ladder', id, member: whose }).$answer : undefined;
    });
    this.#answers.set(id, fresh);
    // It is asked for while it is drawn: its answer is read in the next turn.
    void this.widget.updateComplete.then(() => this.widget.requestUpdate());
    return fresh;
  }
}
