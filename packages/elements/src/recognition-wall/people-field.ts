import { called, plain, type Language, type Mark, type Member, type Phrase, type Store, type Words } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { announce } from '../acts/index.js';
import { draw, pebble } from '../parts.js';
import { PeopleSearch } from './people-search.js';

/** What the field is about. */
export interface Asked {
  store: Store;
  language: Language<Words<'wall' | 'composerActs'>>;
  pictures: 'none' | 'allow';
  /** Whom the letter is to, and how it greets them. */
  to: readonly string[];
  salutation: Phrase | undefined;
  size: string;
  /** The letter cannot be sent for want of somebody it is to. */
  isWanted: boolean;
  onChange(to: string[]): void;
}

/** Names no letter has: an id has no slash. */
const FIELD = 'composer/to';
const LIST = 'composer/found';
const idOf = (i: number) => `${LIST}/${i}`;

/** The field in which people are found as they are typed. Whoever is chosen stands before it, as the letter greets them. */
export class PeopleField {
  readonly search: PeopleSearch;
  /** The option that Enter takes. */
  #at = 0;
  /** Enter was pressed before anybody was found. */
  #takesFirst = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly asked: () => Asked,
  ) {
    this.search = new PeopleSearch(host);
  }

  get #meant() {
    const { to, store } = this.asked();
    return this.search.meant([...to, store.viewer]);
  }

  /** What is said in the place of people, or beneath them. */
  get #line(): string | undefined {
    const { words } = this.asked().language;
    if (!this.search.isOpen || this.search.isLooking) return undefined;
    if (this.search.isCutOff) return words.notLookedUp;
    const { people, isMore } = this.#meant;
    if (!people.length) return words.nobodySoNamed;
    return isMore ? words.stillMore : undefined;
  }

  #onInput = ({ currentTarget }: Event) => {
    this.#at = 0;
    this.#takesFirst = false;
    this.search.look((currentTarget as HTMLInputElement).value, this.asked().store, () => {
      const { people } = this.#meant;
      if (this.#takesFirst) this.#choose(people[0]);
      else announce(this.#line ?? this.asked().language.words.found(people.length));
    });
  };

  #choose(person: Member | undefined): void {
    if (!person) return;
    this.search.know(person);
    this.search.look('');
    this.#change([...this.asked().to, person.id]);
  }

  #change(to: string[]): void {
    const { language, onChange } = this.asked();
    const { words, format } = language;
    const nameOf = (id: string): Mark => {
      const person = this.search.find(id);
      return person ? called(person) : words.somebody;
    };
    onChange(to);
    announce(to.length ? plain(words.goesTo(format.list(to.map(nameOf)))) : words.goesToNobody);
  }

  /** The button of a name goes with it, and the focus to the field. */
  #takeOff(id: string): void {
    this.#change(this.asked().to.filter((each) => each !== id));
    this.host.shadowRoot?.getElementById(FIELD)?.focus();
  }

  /** What a key does here, where it does something; any other is the form's. */
  #actOf({ key, ctrlKey, metaKey }: KeyboardEvent): (() => void) | undefined {
    const { search } = this;
    const { to } = this.asked();
    if (key === 'ArrowDown') return () => this.#move(1);
    if (key === 'ArrowUp') return () => this.#move(-1);
    if (key === 'Enter' && !ctrlKey && !metaKey) return () => this.#take();
    if (key === 'Escape' && search.isOpen) return () => this.#close();
    if (key === 'Backspace' && !search.typed && to.length) return () => this.#change(to.slice(0, -1));
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
    else this.search.isOpen = this.search.typed.trim() !== '';
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.shadowRoot?.getElementById(idOf(this.#at))?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #close = () => {
    if (!this.search.isOpen) return;
    this.search.isOpen = false;
    this.host.requestUpdate();
  };

  render(): TemplateResult {
    const { language, to, salutation, size, isWanted } = this.asked();
    const { words } = language;
    const { people } = this.#meant;
    const name = to.length ? words.orWhom : words.toWhom;
    const label = html`<label for=${FIELD}>${name}</label>`;
    return html`<p class="to salutation ${size}">
        ${salutation ? html`<span>${this.#renderGreeting(salutation)}</span>` : label}
        <input
          id=${FIELD}
          role="combobox"
          aria-label=${name}
          aria-autocomplete="list"
          aria-controls=${LIST}
          aria-expanded=${people.length > 0}
          aria-activedescendant=${people.length ? idOf(this.#at) : nothing}
          aria-invalid=${isWanted}
          aria-describedby=${isWanted ? 'composer/wants' : nothing}
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          placeholder=${ifDefined(to.length ? name : undefined)}
          .value=${live(this.search.typed)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${this.#close}
        />
      </p>
      ${this.#line ? html`<p class="aside">${this.#line}</p>` : nothing}
      <ul id=${LIST} class="found" role="listbox" aria-label=${words.toWhom} ?hidden=${!people.length}>
        ${people.map((person, i) => this.#renderOption(person, i))}
      </ul>`;
  }

  /** The salutation, in which each name is a button that takes it off. */
  #renderGreeting(salutation: Phrase) {
    const { to, language } = this.asked();
    let next = 0;
    return salutation.map((mark) => {
      if (typeof mark === 'string' || !('name' in mark)) return draw([mark]);
      const id = to[next++] ?? '';
      const person = this.search.find(id);
      const whole = [...new Set([mark.name, person?.name, person?.headline])].filter(Boolean).join(', ');
      const label = language.words.takeOff(whole);
      return html`<button type="button" class="named" aria-label=${label} @click=${() => this.#takeOff(id)}>
        <bdi>${mark.name}</bdi>
      </button>`;
    });
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
