import { sayIntros, speech, type IntroSaid, type Words } from '@kith/core';
import { intro } from '@kith/core/strings/en';
import { html, type PropertyValues } from 'lit';
import { AtomController } from '../atom-controller.js';
import { correctNumber, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { pileStyles } from '../styles/pile.styles.js';
import { needs, note, type Drawing } from './note.js';
import { peerIntroStyles } from './peer-intro.styles.js';

const spoken = speech({ intro });

/** How many who could use a hand a visitor reads of. */
const IN_NEED = 3;

/**
 * Two people who might meet, and why: a friend's note. Where nobody's eyes are known, who could use a hand.
 *
 * @tag kith-peer-intro
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own, above the notes.
 * @slot empty - What stands here while nobody new fits.
 * @csspart base - The whole.
 * @csspart heading - Who meets whom.
 * @csspart people - Their stones, and the thread between them.
 * @csspart reason - Why these two.
 * @csspart hours - Their two days, and when both are up.
 * @csspart text - What whoever asked wrote.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is somebody to meet.
 * @cssstate empty - Nobody new fits.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 */
export class PeerIntro extends KithElement<Words<'intro'>> {
  static override styles = [...KithElement.styles, pileStyles, peerIntroStyles];

  static override get properties() {
    return { ...super.properties, member: { converter: text }, limit: { type: Number, useDefault: true } };
  }

  /** Whom the viewer might meet; to a visitor, who comes first of those who could use a hand. */
  declare member: string | undefined;
  /** How many to suggest, 1 to 20. */
  declare limit: number;

  protected override readonly speech = spoken;
  readonly #suggestions = new AtomController(this, () => this.#asked.suggestions?.$answer);
  readonly #introductions = new AtomController(this, () => this.#asked.introductions?.$answer);

  constructor() {
    super();
    this.limit = 1;
  }

  /** As far as both are here: a suggestion may be of somebody who has been asked already. */
  protected override get loaded() {
    const both = [this.#suggestions.value, this.#introductions.value];
    return both.find((one) => one?.state === 'failed') ?? both.find((one) => one?.value === undefined) ?? both[0];
  }

  protected override get isEmpty() {
    return !this.#notes.length && !this.#inNeed.length;
  }

  protected override reload() {
    for (const asked of Object.values(this.#asked)) asked?.reload();
  }

  /** Who the note is about, where that is said. */
  get #whom() {
    return this.member === this.store?.viewer ? undefined : this.member;
  }

  get #asked() {
    const { store } = this;
    const whom = this.#whom;
    const limit = store?.viewer === undefined ? Math.max(this.limit, IN_NEED) : this.limit;
    return {
      suggestions: store?.ask({ kind: 'suggestions', ...(whom && { with: whom }), limit }),
      introductions: store?.ask({ kind: 'introductions' }),
    };
  }

  get #notes(): IntroSaid[] {
    const suggestions = this.#suggestions.value?.value;
    const introductions = this.#introductions.value?.value;
    const me = suggestions?.me;
    if (!me || !introductions || !this.store) return [];
    return sayIntros({ me, whom: this.#whom, suggestions, introductions }, this.language, this.store.now());
  }

  /** Who could use a hand; said to nobody whom others may be suggested to. */
  get #inNeed() {
    const answer = this.#suggestions.value?.value;
    return answer && !answer.me ? answer.suggestions : [];
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctNumber(this, 'limit', 'limit', 1, 1, 20);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    const { state, value } = this.#suggestions.value ?? {};
    const whom = this.#whom;
    if (state === 'ready' && whom && !value?.people.some(({ id }) => id === whom))
      warnOnce(this, `member="${whom}" is nobody in this community`);
  }

  override render() {
    const { words, direction, format } = this.language;
    const [notes, inNeed] = [this.#notes, this.#inNeed];
    if (this.status === 'loading' || !(notes.length || inNeed.length)) {
      return this.renderPlaceholder(this.#suggestions.value?.value?.me ? words.nobodyFits : words.nobodyNeeds);
    }
    const { language, pictures, headingLevel } = this;
    const drawing: Drawing = { language, pictures, headingLevel, isCurrent: this.status === 'ready' };
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      <slot name="heading"></slot>
      ${notes.length ? notes.map((said) => note(said, drawing)) : needs(inNeed, drawing)} ${this.renderStatus()}
    </div>`;
  }
}
