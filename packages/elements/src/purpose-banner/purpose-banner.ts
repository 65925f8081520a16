import { sayPurpose, speech, type PurposeSaid, type Words } from '@kith/core';
import { banner } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctWord, text } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { draw, heading } from '../parts.js';
import { unfoldStyles } from '../styles/unfold.styles.js';
import { buttons } from './buttons.js';
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
 * @csspart why - The words "Why people are here", which unfold the lines.
 * @csspart lines - Why people are here, once that is unfolded.
 * @csspart line - One of these lines.
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

  /** The purpose itself, for a banner that needs no source and says no more. */
  declare statement: string | undefined;
  /** As wide as its place, narrow, or on one line. */
  declare layout: 'band' | 'card' | 'line';
  /** Nobody is asked to put their name to it. */
  declare noPledge: boolean;

  protected override readonly speech = spoken;
  readonly #purpose = new AtomController(this, () => this.store?.ask({ kind: 'purpose' }).$answer);

  /** Who reads it, where their name is on it and nothing else here says who they are. */
  readonly #me = new AtomController(this, () => {
    const { purpose, people } = this.loaded?.value ?? {};
    const { viewer } = this.store ?? {};
    const isKnown = viewer === undefined || people?.some(({ id }) => id === viewer);
    return isKnown || purpose?.mine?.pledged === undefined
      ? undefined
      : this.store?.ask({ kind: 'member', id: viewer }).$answer;
  });

  protected override readonly acts = new ActsController(this, async () => {
    const { BannerDesk } = await import('./acts.js');
    const around = () => {
      const { store, language, unsent } = this;
      return { store, language, unsent, answer: this.loaded?.value, version: this.#version };
    };
    return new BannerDesk(this, around, (...said) => this.say(...said));
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
  get #self() {
    const viewer = this.store?.viewer;
    return this.#me.value?.value?.member ?? this.loaded?.value?.people.find(({ id }) => id === viewer);
  }

  #onCountMeIn = (on: boolean) => {
    this.say('kith-with-us', { on });
  };

  #onPledge = (on: boolean) => {
    // What becomes a letter is said once, with all that is in it.
    const isLetter = on && this.store?.provider.reach === 'mail';
    if (isLetter || this.say('kith-pledge', { on, purposeVersion: this.#version })) {
      if (on) this.acts.do((desk) => desk.write(isLetter));
      else this.acts.here?.leave();
    }
  };

  #onUnfold = ({ currentTarget }: Event) => {
    const { open } = currentTarget as HTMLDetailsElement;
    this.acts.do((desk) => desk.unfold(open));
  };

  /** The wording that is read. */
  get #version() {
    return this.#said?.version ?? 1;
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
      ${this.#renderActs(said)} ${this.#renderLines(said)} ${this.renderStatus()}
    </div>`;
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    this.acts.here?.follow(this.#said?.mine);
  }

  #renderLines({ lines }: Partial<PurposeSaid>) {
    if (!lines) return nothing;
    return html`<details class="why" @toggle=${this.#onUnfold}>
      <summary part="why"><span class="quiet">${this.language.words.whyWeAreHere(lines)}</span></summary>
      <div part="lines">${this.acts.here?.drawLines()}</div>
    </details>`;
  }

  #renderActs({ mine }: Partial<PurposeSaid>) {
    const [counts, pledges] = [this.takes('with-us'), this.takes('pledge') && !this.noPledge];
    if (!mine || !(counts || pledges)) return html`<slot name="action"></slot>`;
    return html`<slot name="action">
        ${buttons({
          mine,
          words: this.language.words,
          onCountMeIn: counts ? this.#onCountMeIn : undefined,
          onPledge: pledges ? this.#onPledge : undefined,
        })}
      </slot>
      ${this.acts.here?.drawQuestion()}`;
  }
}
