import { sayLadder, speech, type LadderSaid, type Words } from '@kith/core';
import { ladder } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { AtomController } from '../atom-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { heading } from '../parts.js';
import { pileStyles } from '../styles/pile.styles.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import { board, path, type Drawing } from './path.js';
import { progressionLadderStyles } from './progression-ladder.styles.js';

const spoken = speech({ ladder });

/**
 * The steps from the first day on, where somebody stands, and the next small thing to do.
 *
 * @tag kith-progression-ladder
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own.
 * @slot empty - What stands here while there are no steps.
 * @csspart base - The whole.
 * @csspart heading - The ladder's name; heard, not seen.
 * @csspart rung - One step; the one somebody stands on is `rung here`.
 * @csspart next - The next smallest act.
 * @csspart people - Who cheered for a step.
 * @csspart best - One line of the whiteboard: an own best.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There are steps.
 * @cssstate empty - There are none.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 */
export class ProgressionLadder extends KithElement<Words<'ladder'>> {
  static override styles = [...KithElement.styles, pileStyles, unfoldStyles, progressionLadderStyles];

  static override get properties() {
    return {
      ...super.properties,
      ladder: { converter: text },
      member: { converter: text },
      layout: { reflect: true, useDefault: true },
    };
  }

  /** The ladder's id; the community's first where absent. */
  declare ladder: string | undefined;
  /** Whose steps: a member's id; the reader's own where absent, nobody's where nobody is signed in. */
  declare member: string | undefined;
  /** One thread with somebody on it, or all steps as a list. */
  declare layout: 'path' | 'list';

  protected override readonly speech = spoken;
  readonly #answer = new AtomController(this, () => this.#asked.one?.$answer);
  readonly #everyone = new AtomController(this, () => this.#asked.everyone?.$answer);
  #said: LadderSaid | undefined;
  #stood: { store: unknown; ladder: string; member: string | undefined; at: number } | undefined;
  #sewn: string | undefined;

  constructor() {
    super();
    this.layout = 'path';
  }

  protected override get loaded() {
    return this.#answer.value;
  }

  protected override get isEmpty() {
    return !this.loaded?.value?.ladder?.rungs.length;
  }

  protected override reload() {
    for (const asked of Object.values(this.#asked)) asked?.reload();
  }

  get #whose() {
    return this.member ?? this.store?.viewer;
  }

  get #asked() {
    const { store, ladder: id } = this;
    const whose = this.#whose;
    const ask = (member?: string) =>
      store?.ask({ kind: 'ladder', ...(id && { id }), ...(member !== undefined && { member }) });
    // Who comes after the reader is found among all who let it be seen; of others nothing is compared.
    return { one: ask(whose), everyone: whose !== undefined && whose === store?.viewer ? ask() : undefined };
  }

  #onSewn = () => {
    // First the stretch, then the underline.
    if (this.shadowRoot?.getAnimations().length) return;
    this.#sewn = undefined;
    this.requestUpdate();
  };

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['path', 'list']);
  }

  protected override update(changed: PropertyValues) {
    const answer = this.loaded?.value;
    const now = this.store?.now() ?? new Date();
    const eyes = { member: this.#whose, viewer: this.store?.viewer, everyone: this.#everyone.value?.value };
    this.#said = answer && sayLadder(answer, eyes, this.language, now);
    this.#sew();
    super.update(changed);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.loaded?.state !== 'ready') return;
    if (this.ladder && !this.#said) warnOnce(this, `ladder="${this.ladder}" is none of this community's`);
    if (this.member && this.#said?.isUnknown) warnOnce(this, `member="${this.member}" is nobody in this community`);
  }

  /** A step passed before the reader's eyes is sewn, once; what was passed before they came just stands. */
  #sew(): void {
    const { store, layout } = this;
    const said = this.#said;
    if (!said?.climber) return;
    const before = this.#stood;
    const { at } = said.climber;
    this.#stood = { store, ladder: said.id, member: this.#whose, at };
    const isSame = before?.store === store && before?.ladder === said.id && before.member === this.#whose;
    if (!isSame) this.#sewn = undefined;
    else if (at > before.at && layout === 'path') this.#sewn = said.steps[at]?.id;
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    if (!said?.steps.length || this.status === 'loading') {
      return this.renderPlaceholder(this.ladder && !said ? words.noSuchLadder : words.noLadder);
    }
    const { language, pictures, layout } = this;
    const drawing: Drawing = { language, pictures, layout, sewn: this.#sewn };
    return html`<div
      part="base"
      class="${this.status === 'failed' ? 'stale' : ''} ${this.#sewn === undefined ? '' : 'sewing'}"
      lang=${format.locale}
      dir=${direction}
      @animationend=${this.#onSewn}
    >
      <slot name="heading">${heading(this.headingLevel, 'heading', said.name, 'unseen')}</slot>
      ${path(said, drawing)} ${said.board.length ? board(said, drawing) : nothing} ${this.renderStatus()}
    </div>`;
  }
}
