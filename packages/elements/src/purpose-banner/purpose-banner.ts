import { sayPurpose, speech, type Member, type PurposeSaid, type Words } from '@kith/core';
import { banner } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { adviseAuthor } from '../advise.js';
import { AtomController } from '../atom-controller.js';
import { correctWord, text } from '../attributes.js';
import type { Say } from '../emit.js';
import { KithElement } from '../kith-element.js';
import { LateController } from '../late-controller.js';
import { draw, heading } from '../parts.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import type { Around } from './around.js';
import { buttons } from './buttons.js';
import { more } from './unfold.js';
import { purposeBannerStyles } from './purpose-banner.styles.js';
import { stand } from './stand.js';

const spoken = speech({ banner });

/**
 * What a community stands for, and who stands behind it.
 *
 * @tag kith-purpose-banner
 * @slot - What is read before and without JavaScript.
 * @slot heading - The statement as an element of the page's own.
 * @slot empty - What stands here while nobody has written a purpose.
 * @slot action - What stands in the place of "Count me in" and "Put my name to it".
 * @csspart base - The whole.
 * @csspart heading - The statement.
 * @csspart statement - The statement.
 * @csspart people - The stones of those who let it be seen that they stand behind it.
 * @csspart provenance - Who wrote it and how many share it.
 * @csspart counts - How many are counted in, and took part.
 * @csspart made - What was made together, and the first small thing to do.
 * @csspart with-us - The button "Count me in".
 * @csspart pledge - The button "Put my name to it".
 * @csspart take-off - The button "Take it off".
 * @csspart compose - The question why somebody is here.
 * @csspart submit - Sends its answer.
 * @csspart changed - The words "See what changed", which unfold the wordings.
 * @csspart wordings - The wording somebody signed and the present one.
 * @csspart signed - The wording somebody signed.
 * @csspart why - The words "Why people are here", which unfold the lines.
 * @csspart lines - Why people are here, once that is unfolded.
 * @csspart line - One of these lines.
 * @csspart next - That a line could be the next wording.
 * @csspart decided - The words "What we decided because of it", which unfold the decisions.
 * @csspart decisions - What was decided, once that is unfolded.
 * @csspart decision - One of these decisions.
 * @csspart back - The button "I'd say that too".
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is something to show.
 * @cssstate empty - There is nothing to show.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 * @cssstate unsent - Something was wished that has not been sent.
 * @fires kith-with-us - Somebody is counted in, or no more: `{ on }`.
 * @fires kith-pledge - Somebody puts their name to the wording they read, or takes it off: `{ on, purposeVersion, line? }`.
 * @fires kith-back - Somebody would say what another said, or would not any more: `{ subject: { kind, id }, on }`.
 */
export class PurposeBanner extends KithElement<Words<'banner'>> {
  static override styles = [...KithElement.styles, unfoldStyles, purposeBannerStyles];

  static override get properties() {
    return {
      ...super.properties,
      statement: { converter: text },
      layout: { reflect: true, useDefault: true },
      noPledge: { type: Boolean, attribute: 'no-pledge' },
    };
  }

  /**
   * The purpose itself, for a banner that needs no source and says no more.
   * @label What you are here for
   * @help The sentence your people would wear on a T-shirt, up to eight words.
   */
  declare statement: string | undefined;
  /**
   * As wide as its place, narrow, or on one line.
   * @label Shape
   * @help A band as wide as its place, a narrow card, or a single line.
   */
  declare layout: 'band' | 'card' | 'line';
  /**
   * Nobody is asked to put their name to it.
   * @label Nobody is asked for a name
   * @help It shows who stands behind it, and asks for no more names.
   */
  declare noPledge: boolean;

  protected override readonly speech = spoken;
  readonly #purpose = new AtomController(this, () => this.store?.ask({ kind: 'purpose' }).$answer);

  /** What those are told who come late. */
  readonly #around = (): Around => {
    const { store, language, unsent, loaded, detail } = this;
    return { store, language, unsent, late: detail, answer: loaded?.value, self: this.#self, version: this.#version };
  };

  readonly #say: Say = (...said) => this.say(...said);

  protected override readonly acts = new ActsController(this, async () => {
    const { BannerDesk } = await import('./acts.js');
    return new BannerDesk(this, this.#around, this.#say);
  });

  protected override readonly detail = new LateController(this, async () => {
    const { BannerDetail } = await import('./detail.js');
    return new BannerDetail(this.#around, this.#say);
  });

  constructor() {
    super();
    this.layout = 'band';
    this.noPledge = false;
  }

  protected override get loaded() {
    return this.#purpose.value;
  }

  protected override get isEmpty() {
    return !this.loaded?.value?.purpose;
  }

  protected override get isSelfContained() {
    return Boolean(this.statement);
  }

  protected override reload() {
    this.store?.ask({ kind: 'purpose' }).reload();
  }

  get #said(): Partial<PurposeSaid> | undefined {
    if (this.statement) return { statement: this.statement };
    const answer = this.loaded?.value;
    return answer && sayPurpose(answer, this.language, this.#self);
  }

  /** Who reads it, as far as that has to be known. */
  get #self(): Member | undefined {
    const viewer = this.store?.viewer;
    return this.loaded?.value?.people.find(({ id }) => id === viewer) ?? this.acts.here?.self;
  }

  #onCountMeIn = (on: boolean) => {
    this.say('kith-with-us', { on });
  };

  #onPledge = (on: boolean) => {
    // What becomes a letter is said once, with all that is in it.
    const isLetter = on && this.store?.provider.reach === 'mail';
    if (isLetter || this.say('kith-pledge', { on, purposeVersion: this.#version }, this.acts.here?.aside)) {
      if (on) this.acts.do((desk) => desk.write(isLetter));
      else this.acts.here?.leave();
    }
  };

  /** The wording that is read. */
  get #version() {
    return this.loaded?.value?.purpose?.version ?? 1;
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['band', 'card', 'line']);
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    if (!said || this.status === 'loading') return this.renderPlaceholder(words.noPurpose);
    const { made, invitation } = said;
    const { pictures, status } = this;
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      <slot name="heading"
        >${heading(this.headingLevel, 'heading statement', said.statement ?? '', 'heading statement')}</slot
      >
      ${stand({ said, self: this.#self, words, pictures, isFailed: status === 'failed' })}
      <div class="said">
        ${
          said.provenance
            ? html`<p class="aside">
                <span part="provenance">${said.provenance}</span> <span part="counts">${said.counts}</span>
              </p>`
            : nothing
        }
        ${made || invitation ? html`<p part="made">${made && draw(made)} ${invitation && html`<b>${draw(invitation)}</b>`}</p>` : nothing}
      </div>
      ${this.#renderActs(said)} ${more(said, words, this.detail)} ${this.renderStatus()}
    </div>`;
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    const said = this.#said;
    this.acts.here?.follow(said?.mine);
    const { state, value } = this.loaded ?? {};
    if (said || state === 'ready') adviseAuthor(this, said?.statement ?? '', value?.community?.name);
  }

  #renderActs({ mine }: Partial<PurposeSaid>) {
    const [counts, pledges] = [this.takes('with-us'), this.takes('pledge') && !this.noPledge];
    if (!mine || !(counts || pledges)) return html`<slot name="action"></slot>`;
    const desk = this.acts.here;
    const onPledge = pledges ? this.#onPledge : undefined;
    return html`<slot name="action">
        ${buttons({
          mine,
          words: this.language.words,
          after: desk?.drawAfter(mine, onPledge),
          onCountMeIn: counts ? this.#onCountMeIn : undefined,
          onPledge,
        })}
      </slot>
      ${desk?.drawBelow(mine)}`;
  }
}
