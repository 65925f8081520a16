import {
  occasions,
  rewards,
  sixRoles,
  type Occasion,
  type Reward,
  type WallFilters,
  type WallShown,
  type Words,
} from '@kith/core';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { announce } from '../acts/announce.js';
import { inLanguage } from '../acts/words.js';
import type { Around, Wall } from './detail.js';
import { detailSpoken } from './detail-words.js';

type Facet = 'occasion' | 'role' | 'reward';
type Sentence = keyof Words<'wallRest'>;

const occasionWords = {
  thanks: 'asThanks',
  welcome: 'asWelcome',
  first: 'asFirst',
  best: 'asBest',
  milestone: 'asMilestone',
  shipped: 'asShipped',
  ask: 'asAsk',
  idea: 'asIdea',
  story: 'asStory',
} as const satisfies Record<Occasion, Sentence>;
const rewardWords = {
  reputational: 'toBeKnownBy',
  experiential: 'toDo',
  material: 'toHold',
} as const satisfies Record<Reward, Sentence>;

const inOrder = (filters: WallFilters) => JSON.stringify(Object.entries(filters).toSorted());

/** A choice of letters that the reader makes: from what the page chose, as long as the page lives. */
export class Choice implements ReactiveController {
  isOpen = false;
  /** What is read while the letters of another choice are on their way. */
  before: WallShown | undefined;
  #chosen: { filters: WallFilters; insteadOf: string } | undefined;

  constructor(
    private readonly wall: Wall,
    private readonly around: () => Around,
  ) {
    wall.addController(this);
  }

  /** What is chosen by now: what the page chose, unless the reader chose something else since. */
  of(own: WallFilters): WallFilters {
    return this.#chosen?.insteadOf === JSON.stringify(own) ? this.#chosen.filters : own;
  }

  /** The reader chose something else than the page did. */
  get isChosen(): boolean {
    const { filters, own } = this.around();
    return inOrder(filters) !== inOrder(own);
  }

  /** It is being made, or was: the way back stays, however few letters fit. */
  get isUnderWay(): boolean {
    return this.isOpen || this.isChosen;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.wall.requestUpdate();
  }

  /** Leaves it to the page what is shown. */
  leave(): void {
    if (!this.isChosen) return;
    this.before = this.around().shown ?? this.before;
    this.#chosen = undefined;
    this.wall.requestUpdate();
  }

  /** How many fit is said once that is known. */
  hostUpdated() {
    const { shown, language } = this.around();
    if (!shown || !this.before) return;
    this.before = undefined;
    announce(inLanguage(detailSpoken, language).fits(shown.total));
  }

  #choose(filters: WallFilters): void {
    const { shown, own } = this.around();
    this.before = shown ?? this.before;
    this.#chosen = { filters, insteadOf: JSON.stringify(own) };
    this.wall.requestUpdate();
  }

  /** The fields, where they are unfolded; else how many fit a choice that holds. */
  render(): TemplateResult | typeof nothing {
    const { language, roles = sixRoles, shown, filters } = this.around();
    const words = inLanguage(detailSpoken, language);
    const fits = shown ? words.fits(shown.total) : nothing;
    if (!this.isOpen) return this.isChosen ? html`<p class="aside">${fits}</p>` : nothing;
    const { member } = filters;
    const all: WallFilters = member === undefined ? {} : { member };
    const set = (different: WallFilters) =>
      this.#choose(Object.fromEntries(Object.entries({ ...filters, ...different }).filter(([, value]) => value)));
    const field = (facet: Facet, label: string, any: string, options: readonly (readonly [string, string])[]) =>
      html`<label class="aside"
        >${label}<select
          @change=${({ currentTarget }: Event) => set({ [facet]: (currentTarget as HTMLSelectElement).value })}
        >
          ${[['', any] as const, ...options].map(
            ([value, said]) =>
              html`<option value=${value} .selected=${(filters[facet] ?? '') === value}>${said}</option>`,
          )}
        </select></label
      >`;
    const roleOptions = roles.map(({ id, name }) => [id, words.ofRole(name)] as const);
    return html`<div part="choice" class="choice" role="group" aria-label=${language.words.chooseLetters}>
      ${field(
        'occasion',
        words.writtenAs,
        words.anyOccasion,
        occasions.map((each) => [each, words[occasionWords[each]]]),
      )}
      ${roleOptions.length ? field('role', words.theRole, words.anyRole, roleOptions) : nothing}
      ${field(
        'reward',
        words.whatItGives,
        words.anyReward,
        rewards.map((each) => [each, words[rewardWords[each]]]),
      )}
      <button class="quiet" aria-pressed=${filters.kept === true} @click=${() => set({ kept: !filters.kept })}>
        ${words.keptOnes}
      </button>
      <p class="aside">
        <span>${fits}</span>
        <button class="quiet" @click=${() => this.#choose(all)}>${words.allLetters}</button>
      </p>
    </div>`;
  }
}
