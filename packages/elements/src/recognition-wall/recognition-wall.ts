import {
  occasions,
  rewards,
  sixRoles,
  speech,
  wallOf,
  type Intent,
  type Recognition,
  type Reward,
  type WallShown,
  type Words,
} from '@kith/core';
import { wall } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { AtomController } from '../atom-controller.js';
import { correctNumber, correctWord, oneOf, text } from '../attributes.js';
import { chunked } from '../chunked.js';
import { KithElement } from '../kith-element.js';
import { heading } from '../parts.js';
import { Slices } from '../slices.js';
import { emptyPlace } from '../status.js';
import { glyphStyles } from '../styles/glyphs.styles.js';
import { pileStyles } from '../styles/pile.styles.js';
import { Composing, writtenOn, type Place } from './composing.js';
import { letter, type Drawing } from './letter.js';
import { recognitionWallStyles } from './recognition-wall.styles.js';

/** Letters in one chunk; so that rows of one, two, three or four columns come out even. */
const CHUNK = 12;
const byId = ({ id }: Recognition) => id;

const spoken = speech({ wall });

/**
 * What members wrote to each other, as letters.
 *
 * @tag kith-recognition-wall
 * @slot - What is read before and without JavaScript.
 * @slot heading - A heading of the page's own.
 * @slot empty - What stands here while nobody has been thanked.
 * @slot action - What stands in the place of "Write to them".
 * @csspart base - The whole.
 * @csspart heading - The heading; heard, not seen.
 * @csspart letter - One letter.
 * @csspart text - What it says.
 * @csspart people - Whom it speaks of, where that is not in its salutation.
 * @csspart more - Brings older letters.
 * @csspart write - The button "Write to them", which opens the composer.
 * @csspart compose - The letter somebody writes.
 * @csspart submit - Sends it.
 * @csspart status - How things stand, where that needs saying.
 * @csspart retry - Tries again.
 * @cssproperty --kith-dye - How vivid the roles' dyes are; 0 draws them gray. Default: 0.085.
 * @cssproperty --kith-radius - The corners of pictures. Default: those of the page's buttons.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - There are letters.
 * @cssstate empty - There are none.
 * @cssstate failed - The newest could not be had.
 * @cssstate offline - Because there is no connection.
 * @cssstate unsent - Something was wished that has not been sent.
 * @fires kith-recognize - Somebody sends a letter: `{ to, occasion, text, role?, reward?, evidence? }`.
 */
export class RecognitionWall extends KithElement<Words<'wall'>> {
  static override styles = [...KithElement.styles, glyphStyles, pileStyles, recognitionWallStyles];

  static override get properties() {
    return {
      ...super.properties,
      layout: { reflect: true, useDefault: true },
      pageSize: { type: Number, attribute: 'page-size', useDefault: true },
      member: { converter: text },
      filterRole: { converter: text, attribute: 'filter-role' },
      filterReward: { converter: text, attribute: 'filter-reward' },
      filterOccasion: { converter: text, attribute: 'filter-occasion' },
      compose: { type: Boolean },
    };
  }

  /** One column, or as many as fit. */
  declare layout: 'list' | 'grid';
  /** Letters fetched at a time, 1 to 10,000. */
  declare pageSize: number;
  /** Only letters from or to this member. */
  declare member: string | undefined;
  /** Only letters about this role. */
  declare filterRole: string | undefined;
  /** Only letters that carry this kind of reward. */
  declare filterReward: string | undefined;
  /** Only letters of this occasion. */
  declare filterOccasion: string | undefined;
  /** The composer stands open above the letters. */
  declare compose: boolean;

  protected override readonly speech = spoken;
  readonly #shown = new AtomController(this, () => this.#wall?.$shown);
  readonly #roles = new AtomController(this, () => this.store?.ask({ kind: 'roles' }).$answer);
  readonly #mounting = new Slices(this);
  readonly #composing = new Composing(this, (letter) => this.say('kith-recognize', letter));
  #chunks: (readonly Recognition[])[] = [];
  #goTo: string | undefined;

  constructor() {
    super();
    this.layout = 'list';
    this.pageSize = 20;
    this.compose = false;
  }

  protected override get loaded() {
    return this.#shown.value;
  }

  protected override get isEmpty() {
    return !this.loaded?.value?.letters.length;
  }

  protected override reload() {
    this.#wall?.reload();
  }

  get #wall() {
    const { member, filterRole: role, filterReward: reward, filterOccasion: occasion } = this;
    const chosen = Object.entries({ member, role, reward, occasion }).filter(([, value]) => value);
    return this.store && wallOf(this.store, Object.fromEntries(chosen), this.pageSize);
  }

  get #isFiltered() {
    return Boolean(this.member ?? this.filterRole ?? this.filterReward ?? this.filterOccasion);
  }

  protected override isOwn({ name, detail }: Intent) {
    return name === 'recognize' && detail.occasion === writtenOn(this.filterOccasion);
  }

  protected override edit({ key, name, detail }: Intent) {
    if (name === 'recognize') void this.#composing.open({ key, letter: detail });
  }

  /** Where letters are written, if they are. */
  get #place(): Place | undefined {
    const { store, language, pictures, member, filterRole: role, filterReward: reward } = this;
    const occasion = writtenOn(this.filterOccasion);
    if (!store?.takes('recognize') || !occasion) return undefined;
    const given: Place['given'] = {
      occasion,
      ...(role && { role }),
      ...(reward && { reward: reward as Reward }),
      ...(member && member !== store.viewer && { to: [member] }),
    };
    const roles = this.#roles.value?.value?.roles ?? sixRoles;
    return { store, language, roles, pictures, given, isOpen: this.compose };
  }

  #onMore = async () => {
    const last = this.loaded?.value?.letters.at(-1);
    await this.#wall?.more();
    const letters = this.loaded?.value?.letters ?? [];
    const first = letters[letters.findIndex(({ id }) => id === last?.id) + 1];
    if (!first) return;
    this.#goTo = first.id;
    this.requestUpdate();
  };

  #onArrived = () => {
    this.#wall?.showNew();
    this.#goTo = this.loaded?.value?.letters[0]?.id;
    this.requestUpdate();
  };

  #onRead = ({ target }: Event) => {
    const button = (target as Element).closest('.read');
    if (!button) return;
    button.setAttribute('aria-expanded', 'true');
    button.previousElementSibling?.classList.add('unfolded');
    button.closest<HTMLElement>('.letter')?.focus();
  };

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['list', 'grid']);
    correctNumber(this, 'pageSize', 'page-size', 20, 1, 10_000);
    this.filterReward = oneOf(this, 'filter-reward', this.filterReward ?? '', ['', ...rewards]) || undefined;
    this.filterOccasion = oneOf(this, 'filter-occasion', this.filterOccasion ?? '', ['', ...occasions]) || undefined;
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.#goTo === undefined) return;
    const letter = this.renderRoot.querySelector<HTMLElement>(`[id="${CSS.escape(this.#goTo)}"]`);
    if (!letter) return;
    this.#goTo = undefined;
    letter.focus();
  }

  override render() {
    const { words, direction, format } = this.language;
    const shown = this.loaded?.value;
    const nobody = this.#isFiltered ? words.nothingFits : words.nobodyThanked;
    const place = this.#place;
    if (!shown || this.status === 'loading' || (this.isEmpty && !place)) return this.renderPlaceholder(nobody);
    return html`<div part="base" lang=${format.locale} dir=${direction} @click=${this.#onRead}>
      <slot name="heading">${heading(this.headingLevel, 'heading', words.letters, 'unseen')}</slot>
      ${this.isEmpty ? emptyPlace(this, nobody) : nothing} ${place ? this.#composing.render(place) : nothing}
      ${
        shown.waiting
          ? html`<p class="arrived">
              <button class="quiet" @click=${this.#onArrived}>${words.arrived(shown.waiting)}</button>
            </p>`
          : nothing
      }
      <div role="list" aria-label=${words.letters}>${this.#renderChunks(shown)}</div>
      ${this.#renderEnd(shown)} ${this.renderStatus()}
    </div>`;
  }

  #renderChunks({ letters, people }: WallShown): TemplateResult[] {
    this.#chunks = chunked(letters, CHUNK, this.#chunks);
    const { language, pictures } = this;
    const roles = this.#roles.value?.value?.roles;
    const drawing: Drawing = {
      find: (id) => people.get(id),
      roles: new Map(roles?.map((role) => [role.id, role])),
      language,
      pictures,
      now: this.store?.now() ?? new Date(),
    };
    return this.#mounting.of(this.#chunks).map(
      (chunk) =>
        html`<div class="chunk ${chunk[0]?.text ? '' : 'lines'}">
          ${guard([chunk, people, roles, language, pictures], () =>
            // What is folded open stays with its letter.
            repeat(chunk, byId, (each) => letter(each, drawing)),
          )}
        </div>`,
    );
  }

  #renderEnd({ older, total, letters }: WallShown) {
    const { words } = this.language;
    if (older)
      return html`<p class="older">
        <button part="more" class="quiet" @click=${this.#onMore}>${words.older}</button>
      </p>`;
    // Only of a whole wall that the reader went through, and that knows when its letters were written.
    const isFirst = total > this.pageSize && !this.#isFiltered && letters.at(-1)?.at;
    return isFirst ? html`<p class="aside end">${words.end}</p>` : nothing;
  }
}
