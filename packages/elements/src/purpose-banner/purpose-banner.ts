import { sayPurpose, speech, type Intent, type PurposeSaid, type Words } from '@kith/core';
import { banner } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctWord, text } from '../attributes.js';
import { KithElement } from '../kith-element.js';
import { draw, heading, pebble } from '../parts.js';
import { purposeBannerStyles } from './purpose-banner.styles.js';

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
 * @csspart compose - The question why somebody is here.
 * @csspart submit - Sends its answer.
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
 */
export class PurposeBanner extends KithElement<Words<'banner'>> {
  static override styles = [...KithElement.styles, purposeBannerStyles];

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

  readonly #acts = new ActsController(this, () => import('./acts.js'));
  /** The line somebody is writing. */
  #line: string | undefined;

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
    return answer && sayPurpose(answer, this.language);
  }

  protected override isOwn({ name }: Intent) {
    return name === 'with-us' || name === 'pledge';
  }

  protected override edit({ detail }: Intent) {
    if ('line' in detail) this.#write(detail.line ?? '');
  }

  #onCountMeIn = () => {
    this.say('kith-with-us', { on: !this.#said?.mine?.withUs });
  };

  #onPledge = () => {
    const { mine, version = 1 } = this.#said ?? {};
    const on = mine?.pledged !== 'this';
    if (this.say('kith-pledge', { on, purposeVersion: version })) this.#write(on ? '' : undefined);
  };

  #onLine = (line: string) => {
    const { version = 1 } = this.#said ?? {};
    this.#write(undefined);
    if (line) this.say('kith-pledge', { on: true, purposeVersion: version, line });
  };

  #write(line: string | undefined): void {
    this.#line = line;
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['band', 'card', 'line']);
  }

  override render() {
    const { words, direction, format } = this.language;
    const said = this.#said;
    if (!said || this.status === 'loading') return this.renderPlaceholder(words.noPurpose);
    const { people = [], made, invitation } = said;
    return html`<div part="base" lang=${format.locale} dir=${direction}>
      <slot name="heading"
        >${heading(this.headingLevel, 'heading statement', said.statement ?? '', 'heading statement')}</slot
      >
      <div class="stand">
        ${
          people.length
            ? html`<ul part="people" class="stones" aria-label=${words.standBehind}>
                ${people.map(
                  (member) =>
                    html`<li>${pebble(member, 2, this.pictures)}<span class="unseen">${member.name}</span></li>`,
                )}
              </ul>`
            : nothing
        }
        <hr class="thread ${said.shared && this.status !== 'failed' ? '' : 'dashed'}" aria-hidden="true" />
      </div>
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
      ${this.#renderActs(said)} ${this.renderStatus()}
    </div>`;
  }

  #renderActs({ mine }: Partial<PurposeSaid>) {
    const { words } = this.language;
    const [counts, pledges] = [this.takes('with-us'), this.takes('pledge') && !this.noPledge];
    if (!mine || !(counts || pledges)) return html`<slot name="action"></slot>`;
    const isSigned = mine.pledged === 'this';
    const after = isSigned
      ? words.yourNameIsOn
      : mine.pledged
        ? words.earlierWording
        : mine.withUs
          ? words.youCount
          : '';
    return html`<slot name="action">
      <p class="acts">
        ${
          counts
            ? html`<button part="with-us" class="main" aria-pressed=${mine.withUs} @click=${this.#onCountMeIn}>
                ${words.countMeIn}
              </button>`
            : nothing
        }
        ${
          pledges
            ? html`<button
                part="pledge"
                class=${counts ? 'quiet' : 'main'}
                aria-pressed=${isSigned}
                @click=${this.#onPledge}
              >
                ${mine.pledged === 'earlier' ? words.putMyNameAgain : words.putMyName}
              </button>`
            : nothing
        }
        ${after ? html`<span class="aside">${after}</span>` : nothing}
      </p>
      ${
        this.#line === undefined
          ? nothing
          : this.#acts.here?.askLine(this.#line, this.language, {
              onInput: (line) => this.#write(line),
              onSubmit: this.#onLine,
              onLeave: () => this.#write(undefined),
            })
      }
    </slot>`;
  }
}
