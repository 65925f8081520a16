import { sayLadder, speech, type CheerSaid, type LadderSaid, type WordSaid, type Words } from '@kith/core';
import { ladder } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { heading } from '../parts.js';
import { pileStyles } from '../styles/pile.styles.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import type { Saying } from './buttons.js';
import { board, path, type Drawing } from './path.js';
import { progressionLadderStyles } from './progression-ladder.styles.js';
import { Sewing } from './sewing.js';

const spoken = speech({ ladder });

/**
 * The steps from the first day on, where somebody stands, and the next small thing to do.
 *
 * @tag kith-progression-ladder
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own.
 * @slot empty - What stands here while there are no steps.
 * @slot action - What stands in the place of the buttons where somebody stands.
 * @csspart base - The whole.
 * @csspart heading - The ladder's name; heard, not seen.
 * @csspart rung - One step; the one somebody stands on is `rung here`.
 * @csspart next - The next smallest act.
 * @csspart people - Who cheered for a step.
 * @csspart best - One line of the whiteboard: an own best.
 * @csspart record - The button "Write it up".
 * @csspart ask - The button "Say I'm ready".
 * @csspart cheer - The button that cheers somebody.
 * @csspart affirm - The button "I've seen it", or a host's "We went through it".
 * @csspart compose - What is asked in place.
 * @csspart submit - Sends its answer.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There are steps.
 * @cssstate empty - There are none.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 * @cssstate unsent - Something was wished that has not been sent.
 * @fires kith-record - Somebody writes up their own: `{ ladder, measure, value, at? }`.
 * @fires kith-cheer - Somebody cheers another for a step, or no more: `{ member, ladder, rung, on }`.
 * @fires kith-sponsor - Somebody has seen another's work, or as a host went through a step with them: `{ member, ladder, rung, on }`.
 * @fires kith-ask-intro - Somebody tells a host that they are ready for a step: `{ with, text, reasons }`.
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
  protected override readonly acts = new ActsController(this, async () => {
    const { LadderDesk } = await import('./acts.js');
    const around = () => {
      const { ladder, progress = [] } = this.loaded?.value ?? {};
      const { climber } = this.#said ?? {};
      return { store: this.store, language: this.language, ladder, progress, whose: this.#whose, climber };
    };
    return new LadderDesk(this, around, (...said) => this.say(...said));
  });
  #said: LadderSaid | undefined;
  readonly #sewing = new Sewing();

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

  /** Whether it is the reader's own. */
  get #isMine() {
    return this.#whose !== undefined && this.#whose === this.store?.viewer;
  }

  get #asked() {
    const { store, ladder: id } = this;
    const ask = (member?: string) =>
      store?.ask({ kind: 'ladder', ...(id && { id }), ...(member !== undefined && { member }) });
    // Who comes after the reader is found among all who let it be seen; of others nothing is compared.
    return { one: ask(this.#whose), everyone: this.#isMine ? ask() : undefined };
  }

  #onCheer = ({ member, rung, mine }: CheerSaid) => {
    this.say('kith-cheer', { member: member.id, ladder: this.#said?.id ?? '', rung, on: !mine });
  };

  #onWord = ({ rung, mine }: WordSaid) => {
    this.say('kith-sponsor', { member: this.#whose ?? '', ladder: this.#said?.id ?? '', rung, on: !mine });
  };

  get #saying(): Saying {
    return {
      record: this.takes('record') ? () => this.acts.do((desk) => desk.write('record')) : undefined,
      ready: this.takes('ask-intro') ? () => this.acts.do((desk) => desk.write('ready')) : undefined,
      cheer: this.takes('cheer') ? this.#onCheer : undefined,
      word: this.takes('sponsor') ? this.#onWord : undefined,
      ...this.acts.here?.besides(),
    };
  }

  #onSewn = () => {
    // First the stretch, then the underline.
    if (this.shadowRoot?.getAnimations().length) return;
    this.#sewing.sewn = undefined;
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
    if (this.#said && !this.#sewing.follow(this.#said, [this.store, this.#said.id, this.#whose]))
      this.acts.here?.forget();
    super.update(changed);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.loaded?.state !== 'ready') return;
    if (this.ladder && !this.#said) warnOnce(this, `ladder="${this.ladder}" is none of this community's`);
    if (this.member && this.#said?.isUnknown) warnOnce(this, `member="${this.member}" is nobody in this community`);
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    if (!said?.steps.length || this.status === 'loading') {
      return this.renderPlaceholder(this.ladder && !said ? words.noSuchLadder : words.noLadder);
    }
    const { language, pictures, layout } = this;
    const saying = this.#saying;
    const sewn = layout === 'path' ? this.#sewing.sewn : undefined;
    const drawing: Drawing = { language, pictures, layout, sewn, saying };
    return html`<div
      part="base"
      class="${this.status === 'failed' ? 'stale' : ''} ${sewn === undefined ? '' : 'sewing'}"
      lang=${format.locale}
      dir=${direction}
      @animationend=${this.#onSewn}
    >
      <slot name="heading">${heading(this.headingLevel, 'heading', said.name, 'unseen')}</slot>
      ${path(said, drawing)} ${said.board.length ? board(said, drawing) : nothing} ${this.renderStatus()}
    </div>`;
  }
}
