import { sayLadder, speech, type CheerSaid, type LadderSaid, type WordSaid, type Words } from '@kith/core';
import { ladder } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { adviseAuthor } from '../advise.js';
import { AtomController } from '../atom-controller.js';
import { correctWord, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { LateController } from '../late-controller.js';
import { heading } from '../parts.js';
import { pileStyles } from '../styles/pile.styles.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import type { Around, Climbing } from './around.js';
import type { Saying } from './buttons.js';
import type { Ladders } from './detail.js';
import { board, path, several, type Drawing } from './path.js';
import { progressionLadderStyles } from './progression-ladder.styles.js';

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
 * @csspart ladders - The community's ladders, where the reader chooses among several.
 * @csspart several - What unfolds them.
 * @csspart visibility - Who sees where the reader stands, and the choice of it.
 * @csspart who-sees - The button "Who sees it?".
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
 * @fires kith-profile - Somebody says who sees where they stand: `{ patch: { progress: { ladder, visibility } } }`.
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

  /**
   * The ladder's id; the community's first where absent.
   * @label Which steps
   * @help Where there are several; left empty, the first.
   */
  declare ladder: string | undefined;
  /**
   * Whose steps: a member's id; the reader's own where absent, nobody's where nobody is signed in.
   * @label Whose steps
   * @help Where one person stands; left empty, the reader.
   */
  declare member: string | undefined;
  /**
   * One thread with somebody on it, or all steps as a list.
   * @label Shape
   * @help A path with somebody on it, or all steps as a list.
   */
  declare layout: 'path' | 'list';

  protected override readonly speech = spoken;
  readonly #answer = new AtomController(this, () => this.#asked?.$answer);
  protected override readonly acts = new ActsController(this, async () => {
    const { LadderDesk } = await import('./acts.js');
    return new LadderDesk(this, this.#around, (...said) => this.say(...said));
  });
  protected override readonly detail: LateController<Ladders> = new LateController(this, async () => {
    const { Ladders } = await import('./detail.js');
    return new Ladders(this, this.#around);
  });
  #said: LadderSaid | undefined;

  constructor() {
    super();
    this.layout = 'path';
  }

  protected override get loaded(): Climbing | undefined {
    const { value } = this.#answer;
    return this.detail.here ? this.detail.here.shownOf(value, this.#whose) : value;
  }

  protected override get isEmpty() {
    return !this.loaded?.value?.ladder?.rungs.length;
  }

  protected override reload() {
    this.#asked?.reload();
  }

  get #whose() {
    return this.member ?? this.store?.viewer;
  }

  readonly #around = (): Around => {
    const { store, language, pictures, loaded } = this;
    const { ladder, ladders = [], progress = [] } = loaded?.value ?? {};
    return {
      store,
      language,
      pictures,
      loaded,
      ladder,
      // Where the page does not say which, the reader does.
      ladders: this.ladder ? [] : ladders,
      progress,
      whose: this.#whose,
      climber: this.#said?.climber,
      cheer: this.#saying.cheer,
    };
  };

  get #asked() {
    const { store } = this;
    const id = this.ladder ?? this.detail.here?.chosenIn(store);
    const member = this.#whose;
    return store?.ask({ kind: 'ladder', ...(id && { id }), ...(member !== undefined && { member }) });
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
    };
  }

  #onUnfold = (isOpen: boolean) => this.detail.do((ladders) => ladders.turn(isOpen));

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['path', 'list']);
  }

  protected override update(changed: PropertyValues) {
    const { store, loaded, language } = this;
    const eyes = { member: this.#whose, viewer: store?.viewer };
    this.#said = loaded?.value && sayLadder(loaded.value, eyes, language, store?.now() ?? new Date());
    if (this.#said) this.acts.here?.follow(this.#said);
    super.update(changed);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.loaded?.state !== 'ready') return;
    const { ladder } = this.loaded.value;
    if (ladder) adviseAuthor(this, ladder);
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
    const more = this.#around().ladders.length - 1;
    const { here: desk } = this.acts;
    const saying = { ...this.#saying, ...desk?.besides() };
    const sewing = layout === 'path' ? desk?.sewing.now : undefined;
    const drawing: Drawing = { language, pictures, layout, sewn: sewing?.step, saying };
    return html`<div
      part="base"
      class="${this.status === 'failed' ? 'stale' : ''} ${sewing ? 'sewing' : ''}"
      lang=${format.locale}
      dir=${direction}
    >
      <slot name="heading">${heading(this.headingLevel, 'heading', said.name, 'unseen')}</slot>
      ${more > 0 ? several(said.name, more, this.detail.here?.draw(), this.#onUnfold, language) : nothing}
      ${path(said, drawing)} ${said.board.length ? board(said, drawing) : nothing} ${saying.foot ?? nothing}
      ${this.renderStatus()}
    </div>`;
  }
}
