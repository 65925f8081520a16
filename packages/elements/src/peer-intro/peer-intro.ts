import { keepPlaces, sayIntros, speech, type IntroSaid, type Phrase, type Words } from '@kith/core';
import { intro } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctNumber, text, warnOnce } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { pileStyles } from '../styles/pile.styles.js';
import type { IntroDesk } from './acts.js';
import { needs, note, type Drawing } from './note.js';
import { peerIntroStyles } from './peer-intro.styles.js';

const spoken = speech({ intro });

/** How many who could use a hand a visitor reads of. */
const IN_NEED = 3;
/** How many more are at hand, to be there at once when one is passed over. */
const NEXT = 2;
/** For how many months somebody is not suggested whom the reader passed over. */
const AWAY = 6;

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
 * @csspart reason - Why these two.
 * @csspart hours - Their two days, and when both are up.
 * @csspart text - What whoever asked wrote.
 * @csspart ask - The button "Ask for an introduction".
 * @csspart pass - The button "Not this time", of a suggestion.
 * @csspart accept - The button "Yes, introduce us".
 * @csspart decline - The button "Not this time", of a wish to meet.
 * @csspart calendar - The button "Add to calendar".
 * @csspart introduce - The button "Introduce two people".
 * @csspart offer - The button that asks what somebody could use a hand with.
 * @csspart compose - What is written: to somebody, of two people, or what a hand is needed with.
 * @csspart submit - Sends it.
 * @csspart status - How things stand, where that needs saying.
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

  /** Whom the viewer might meet; to a visitor, who comes first of those who could use a hand. */
  declare member: string | undefined;
  /** How many to suggest, 1 to 20. */
  declare limit: number;

  protected override readonly speech = spoken;
  readonly #suggestions = new AtomController(this, () => this.#asked.suggestions?.$answer);
  readonly #introductions = new AtomController(this, () => this.#asked.introductions?.$answer);
  protected override readonly acts = new ActsController(this, async () => {
    const { IntroDesk } = await import('./acts.js');
    const around = () => ({
      language: this.language,
      store: this.store,
      me: this.#me,
      whom: this.#whom,
      introductions: this.#introductions.value?.value?.introductions,
    });
    return new IntroDesk(this, around, (...said) => this.say(...said));
  });
  /** The notes as they stood when they were last drawn. */
  #places: readonly string[] = [];

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
    const limit = store?.viewer === undefined ? Math.max(this.limit, IN_NEED) : this.limit + NEXT;
    return {
      suggestions: store?.ask({ kind: 'suggestions', ...(whom && { with: whom }), limit }),
      introductions: store?.ask({ kind: 'introductions' }),
    };
  }

  get #me() {
    return this.#suggestions.value?.value?.me;
  }

  get #notes(): IntroSaid[] {
    const [suggestions, introductions] = [this.#suggestions.value?.value, this.#introductions.value?.value];
    const [me, whom] = [this.#me, this.#whom];
    if (!me || !suggestions || !introductions || !this.store) return [];
    const from = { me, whom, limit: this.limit, also: this.acts.here?.asked, suggestions, introductions };
    return keepPlaces(sayIntros(from, this.language, this.store.now()), this.#places);
  }

  /** Who could use a hand; said to nobody whom others may be suggested to. */
  get #inNeed() {
    const answer = this.#suggestions.value?.value;
    return answer && !answer.me ? answer.suggestions.slice(0, Math.max(this.limit, IN_NEED)) : [];
  }

  #onAsk = (said: IntroSaid) => {
    this.acts.do((desk) => desk.ask(said));
  };

  #onPass = (said: IntroSaid) => {
    const [, other] = said.people;
    const now = this.store?.now();
    if (!other || !now) return;
    const until = new Date(now);
    until.setUTCMonth(until.getUTCMonth() + AWAY);
    const detail = { with: other.id, until: until.toISOString() };
    if (this.say('kith-pass-intro', detail, { sent: this.#sentence }))
      this.#tell(said, (desk) => desk.passed(other, AWAY));
  };

  #onAnswer = (said: IntroSaid, on: boolean) => {
    const detail = { introduction: said.introduction ?? '', on };
    if (!this.say('kith-answer-intro', detail, on ? {} : { sent: this.#sentence }) || on) return;
    this.#tell(said, (desk) => desk.declined());
  };

  /** Says what becomes of a note that is gone, in its place. */
  #tell({ key }: IntroSaid, sentence: (desk: IntroDesk) => Phrase) {
    const nth = this.#places.indexOf(key);
    const folds = this.renderRoot.querySelectorAll('.note')[nth];
    void this.acts.get().then((desk) => desk?.tell({ key, nth, said: sentence(desk), folds }));
  }

  #sentence = () => this.acts.here?.sentence;

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

  protected override renderStatus() {
    return [...super.renderStatus(), this.acts.here?.drawDraft() ?? nothing];
  }

  override render() {
    const { words, direction, format } = this.language;
    const [notes, inNeed] = [this.#notes, this.#inNeed];
    this.#places = notes.map(({ key }) => key);
    const desk = this.acts.here;
    if (this.status === 'loading' || !(notes.length || inNeed.length)) {
      const me = this.#me;
      return this.renderPlaceholder(
        me ? words.nobodyFits : words.nobodyNeeds,
        me && this.#whom === undefined && desk?.drawOffer(me, this.takes('profile')),
      );
    }
    const [first] = notes.filter(({ standing }) => standing !== 'asked' && standing !== 'closed');
    const drawing: Drawing = {
      language: this.language,
      pictures: this.pictures,
      headingLevel: this.headingLevel,
      isCurrent: this.status === 'ready',
      takes: (name) => this.takes(name),
      main: first ?? notes[0],
      onAsk: this.#onAsk,
      onPass: this.#onPass,
      onAnswer: this.#onAnswer,
      waits: (said) => desk?.waits(said, this.unsent) ?? false,
      drawAfter: (said) => desk?.drawAfter(said, said === first, this.takes('met')),
    };
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      <slot name="heading"></slot>
      ${notes.length ? this.#renderNotes(notes, drawing) : needs(inNeed, drawing)}
      ${notes.length && this.#whom === undefined && this.takes('introduce') ? desk?.drawFoot() : nothing}
      ${this.renderStatus()}
    </div>`;
  }

  #renderNotes(notes: readonly IntroSaid[], drawing: Drawing) {
    const told = this.acts.here?.told(this.#places);
    const all = notes.map((said) => ({ key: said.key, drawn: note(said, drawing) }));
    if (told) all.splice(told.nth, 0, told);
    return repeat(
      all,
      ({ key }) => key,
      ({ drawn }) => drawn,
    );
  }
}
