import type { Member, Store } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { actWords, announce, takeFocus } from '../acts/index.js';
import { pebble } from '../parts.js';
import { PeopleSearch } from '../recognition-wall/people-search.js';
import type { FinderLanguage } from './finder-words.js';

/** What the field asks, and what became of it. */
export interface Naming {
  store: Store;
  language: FinderLanguage;
  pictures: 'none' | 'allow';
  asks: string;
  /** What stands in it: what was typed, or the name of whoever was chosen. */
  typed: string;
  onType(typed: string): void;
  onChoose(person: Member): void;
}

/** Names nothing of a member has: an id has no slash. */
const FIELD = 'finder/who';
const LIST = 'finder/found';
const LINE = 'finder/line';
const idOf = (i: number) => `${LIST}/${i}`;

/** A field in which one person is found as their name is typed: a combobox, after the ARIA authoring practices. */
export class NameField {
  readonly search: PeopleSearch;
  /** The option that Enter takes. */
  #at = 0;
  /** Enter was pressed before anybody was found. */
  #takesFirst = false;
  /** Whoever reads it chose themselves. */
  #isSelf = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly asked: () => Naming,
  ) {
    this.search = new PeopleSearch(host);
  }

  /** Looks for nobody any more: something else is asked. */
  clear(): void {
    this.#isSelf = false;
    this.search.look('');
  }

  get #meant() {
    const { people, isMore } = this.search.meant([]);
    return { people: people.filter(({ kind }) => kind !== 'bot'), isMore };
  }

  /** What is said in the place of people, or beneath them. */
  get #line(): string | undefined {
    const { language } = this.asked();
    const { words } = language;
    if (this.#isSelf) return actWords(language).self;
    if (!this.search.isOpen || this.search.isLooking) return undefined;
    if (this.search.isCutOff) return words.notLookedUp;
    const { people, isMore } = this.#meant;
    if (!people.length) return words.nobodySoNamed;
    return isMore ? words.stillMore : undefined;
  }

  /** Looks for whoever is meant by what is typed. */
  look(typed: string): void {
    this.#at = 0;
    this.#takesFirst = this.#isSelf = false;
    this.search.look(typed, this.asked().store, () => {
      const { people } = this.#meant;
      if (this.#takesFirst) this.#choose(people[0]);
      else announce(this.#line ?? this.asked().language.words.found(people.length));
    });
  }

  #onInput = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLInputElement;
    this.asked().onType(value);
    this.look(value);
  };

  #choose(person: Member | undefined): void {
    if (!person) return;
    const { store, onChoose } = this.asked();
    this.clear();
    this.#isSelf = person.id === store.viewer;
    if (this.#isSelf) return announce(this.#line ?? '');
    this.search.know(person);
    onChoose(person);
  }

  /** What a key does here, where it does something; any other is the form's. */
  #actOf({ key, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    const { isOpen, isLooking } = this.search;
    if (key === 'ArrowDown') return () => this.#move(1);
    if (key === 'ArrowUp') return () => this.#move(-1);
    if (key === 'Enter' && !ctrlKey && !metaKey && (isOpen || isLooking)) return () => this.#take();
    if (key === 'Escape' && isOpen) return this.#close;
    return undefined;
  }

  #onKey = (event: KeyboardEvent) => {
    // A name that is being composed has its own use for keys.
    const act = event.isComposing ? undefined : this.#actOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  /** What is listed may not be by what is typed by now. */
  #take(): void {
    this.#takesFirst = this.search.isLooking;
    if (!this.#takesFirst) this.#choose(this.#meant.people[this.#at]);
  }

  #move(by: number): void {
    const { length } = this.#meant.people;
    if (length) this.#at = (this.#at + by + length) % length;
    else if (this.asked().typed) this.look(this.asked().typed);
    this.host.requestUpdate();
  }

  #close = () => {
    if (!this.search.isOpen) return;
    this.search.isOpen = false;
    this.host.requestUpdate();
  };

  render(): TemplateResult {
    const { asks, typed } = this.asked();
    const { people } = this.#meant;
    const line = this.#line;
    return html`<label for=${FIELD}>${asks}</label>
      <input
        id=${FIELD}
        ${ref(takeFocus)}
        role="combobox"
        aria-autocomplete="list"
        aria-controls=${LIST}
        aria-expanded=${people.length > 0}
        aria-activedescendant=${people.length ? idOf(this.#at) : nothing}
        aria-describedby=${line ? LINE : nothing}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        required
        .value=${live(typed)}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @blur=${this.#close}
      />
      <ul id=${LIST} class="found" role="listbox" aria-label=${asks} ?hidden=${!people.length}>
        ${people.map((person, i) => this.#renderOption(person, i))}
      </ul>
      ${line ? html`<p id=${LINE} class="aside">${line}</p>` : nothing}`;
  }

  #renderOption(person: Member, i: number) {
    const { name, headline } = person;
    return html`<li
      id=${idOf(i)}
      role="option"
      class="beside"
      aria-selected=${i === this.#at}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(person)}
    >
      ${pebble(person, 2, this.asked().pictures)}
      <span><bdi>${name}</bdi> ${headline ? html`<bdi class="aside">${headline}</bdi>` : nothing}</span>
    </li>`;
  }
}
