import { ProviderError, speech, type Words } from '@kith/core';
import { intro } from '@kith/core/strings/en';
import { html, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctNumber, text, warnOnce } from '../attributes.js';
import type { Say } from '../emit.js';
import { KithElement } from '../kith-element.js';
import { LateController } from '../late-controller.js';
import { pileStyles } from '../styles/pile.styles.js';
import type { Around } from './around.js';
import { needs } from './needs.js';
import { peerIntroStyles } from './peer-intro.styles.js';

const spoken = speech({ intro });

/** How many who could use a hand a visitor reads of. */
const IN_NEED = 3;
/** How many more are at hand, to be there at once when one is passed over. */
const NEXT = 2;
/** Why a member reads nothing where what draws it did not come. */
const missing = new ProviderError('busy');

/**
 * Two people who might meet, and why: a friend's note. Where nobody's eyes are known, who could use a hand.
 *
 * @tag kith-peer-intro
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own, above the notes.
 * @slot empty - What stands here while nobody new fits.
 * @slot action - What stands in the place of the first note's buttons.
 * @csspart base - The whole.
 * @csspart heading - Who meets whom.
 * @csspart people - Their stones, and the thread between them.
 * @csspart names - In a round for everybody, the names of two or three who would meet.
 * @csspart reason - Why these two.
 * @csspart hours - Their two days, and when both are up.
 * @csspart text - What whoever asked wrote.
 * @csspart ask - The button "Ask for an introduction".
 * @csspart pass - The button "Not this time", of a suggestion.
 * @csspart accept - The button "Yes, introduce us".
 * @csspart decline - The button "Not this time", of a wish to meet.
 * @csspart calendar - The button "Add to calendar".
 * @csspart introduce - The button "Introduce two people".
 * @csspart round - The button "Introduce everybody", for whoever hosts.
 * @csspart offer - The button that asks what somebody could use a hand with.
 * @csspart compose - What is written: to somebody, of two people, or what a hand is needed with.
 * @csspart submit - Sends it.
 * @csspart status - How things stand, where that needs saying.
 * @csspart told - What became of a note that is gone, or of a round.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is somebody to meet.
 * @cssstate empty - Nobody new fits.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 * @cssstate unsent - Something was wished that has not been sent.
 * @fires kith-ask-intro - Somebody would like to meet a member: `{ with, text?, reasons }`.
 * @fires kith-answer-intro - Somebody who is asked says yes or no: `{ introduction, on }`.
 * @fires kith-pass-intro - Somebody does not want to meet a member for now: `{ with, until }`.
 * @fires kith-met - Two who were introduced talked, or will not: `{ introduction, on }`.
 * @fires kith-introduce - Somebody brings two others together: `{ people, text }`.
 * @fires kith-profile - Somebody says what they could use a hand with: `{ patch: { asks } }`.
 */
export class PeerIntro extends KithElement<Words<'intro'>> {
  static override styles = [...KithElement.styles, pileStyles, peerIntroStyles];

  static override get properties() {
    return { ...super.properties, member: { converter: text }, limit: { type: Number, useDefault: true } };
  }

  /**
   * Whom the viewer might meet; to a visitor, who comes first of those who could use a hand.
   * @label Whom to meet
   * @help One person; left empty, whoever could use a hand comes first.
   */
  declare member: string | undefined;
  /**
   * How many to suggest, 1 to 20.
   * @label How many
   * @help People suggested at a time, 1 to 20.
   */
  declare limit: number;

  protected override readonly speech = spoken;
  readonly #suggestions = new AtomController(this, () => this.#asked.suggestions?.$answer);
  readonly #introductions = new AtomController(this, () => this.#asked.introductions?.$answer);
  protected override readonly acts = new ActsController(this, async () => {
    const { IntroDesk } = await import('./acts.js');
    return new IntroDesk(this, this.#around, this.#say);
  });
  /** What only a member reads. */
  protected readonly notes = new LateController(this, async () => {
    const { Notes } = await import('./notes.js');
    return new Notes(this, this.#around, this.acts, this.detail, this.#say);
  });
  protected override readonly detail = new LateController(this, async () => {
    const { IntroDetail } = await import('./detail.js');
    return new IntroDetail(this, this.#around, this.#say);
  });

  constructor() {
    super();
    this.limit = 1;
  }

  /** As far as all is here: a suggestion may be of somebody who has been asked already. */
  protected override get loaded() {
    const both = [this.#suggestions.value, this.#introductions.value];
    const last = both.find((one) => one?.state === 'failed') ?? both.find((one) => one?.value === undefined) ?? both[0];
    if (!this.#me || this.notes.here || last?.value === undefined) return last;
    return this.notes.isMissing ? { state: 'failed' as const, error: missing } : { state: 'loading' as const };
  }

  protected override get isEmpty() {
    return !(this.#me ? this.notes.here?.said : this.#inNeed)?.length;
  }

  protected override reload() {
    for (const asked of Object.values(this.#asked)) asked?.reload();
    if (this.notes.isMissing) void this.notes.get();
  }

  /** Who the note is about, where that is said. */
  get #whom() {
    return this.member === this.store?.viewer ? undefined : this.member;
  }

  get #asked() {
    const { store } = this;
    const whom = this.#whom;
    const limit = store?.viewer === undefined ? Math.max(this.limit, IN_NEED) : this.limit + NEXT;
    return {
      suggestions: store?.ask({ kind: 'suggestions', ...(whom && { with: whom }), limit }),
      introductions: store?.ask({ kind: 'introductions' }),
    };
  }

  get #me() {
    return this.#suggestions.value?.value?.me;
  }

  #around = (): Around => {
    const { language, store, limit, pictures, headingLevel } = this;
    const [suggestions, introductions] = [this.#suggestions.value?.value, this.#introductions.value?.value];
    const isCurrent = this.status === 'ready';
    const known = { language, store, limit, pictures, headingLevel, isCurrent, suggestions, introductions };
    return { ...known, me: suggestions?.me, whom: this.#whom, unsent: () => this.unsent };
  };

  #say: Say = (...said) => this.say(...said);

  /** Who could use a hand; said to nobody whom others may be suggested to. */
  get #inNeed() {
    return this.#suggestions.value?.value?.suggestions.slice(0, Math.max(this.limit, IN_NEED)) ?? [];
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctNumber(this, 'limit', 'limit', 1, 1, 20);
  }

  protected override update(changed: PropertyValues) {
    // Asked for at the same moment as the answers that it draws.
    if (this.store?.viewer && !this.notes.isMissing) void this.notes.get();
    super.update(changed);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    const { state, value } = this.#suggestions.value ?? {};
    const whom = this.#whom;
    if (state === 'ready' && whom && !value?.people.some(({ id }) => id === whom))
      warnOnce(this, `member="${whom}" is nobody in this community`);
  }

  protected override renderStatus() {
    return [...super.renderStatus(), this.notes.here?.drawBelow()];
  }

  override render() {
    const { language, pictures, headingLevel } = this;
    const { words, direction, format } = language;
    const me = this.#me;
    const notes = me && this.notes.here;
    const drawn = notes?.draw();
    if (this.status === 'loading' || this.isEmpty)
      return this.renderPlaceholder(
        notes ? notes.nobodyFits : words.nobodyNeeds,
        me && this.#whom === undefined && this.acts.here?.drawOffer(me, this.takes('profile')),
      );
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      <slot name="heading"></slot>
      ${drawn ?? needs(this.#inNeed, { language, pictures, headingLevel })} ${this.renderStatus()}
    </div>`;
  }
}
