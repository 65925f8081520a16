import { sayPurpose, speech, type PurposeSaid, type Words } from '@kith/core';
import { banner } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
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
 * @csspart base - The whole.
 * @csspart heading - The statement.
 * @csspart statement - The statement.
 * @csspart people - The stones of those who let it be seen that they stand behind it.
 * @csspart provenance - Who wrote it and how many share it.
 * @csspart counts - How many are counted in, and took part.
 * @csspart made - What was made together, and the first small thing to do.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There is something to show.
 * @cssstate empty - There is nothing to show.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 */
export class PurposeBanner extends KithElement<Words<'banner'>> {
  static override styles = [...KithElement.styles, purposeBannerStyles];

  static override get properties() {
    return { ...super.properties, statement: { converter: text }, layout: { reflect: true, useDefault: true } };
  }

  /** The purpose itself, for a banner that needs no source and says no more. */
  declare statement: string | undefined;
  /** As wide as its place, narrow, or on one line. */
  declare layout: 'band' | 'card' | 'line';

  protected override readonly speech = spoken;
  readonly #purpose = new AtomController(this, () => this.store?.ask({ kind: 'purpose' }).$answer);

  constructor() {
    super();
    this.layout = 'band';
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
      ${this.renderStatus()}
    </div>`;
  }
}
