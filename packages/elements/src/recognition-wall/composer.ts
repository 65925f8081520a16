import {
  letterOf,
  sayDraft,
  speech,
  type Draft,
  type DraftSaid,
  type Member,
  type Store,
  type Words,
} from '@kith/core';
import { composerActs, wall } from '@kith/core/strings/en';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actWords, announce, askedIn, inLanguage } from '../acts/index.js';
import { draw } from '../parts.js';
import type { Letter, Place, Send } from './composing.js';
import { Drafts } from './drafts.js';
import { PeopleField, type Asked } from './people-field.js';
import { roleAndLink } from './role-and-link.js';

const spoken = speech({ wall, composerActs });

/** A letter, editable in place: whom it is to, what they did, what changed because of it. Nothing is kept before it is sent. */
export class Composer {
  isOpen = false;
  #place: Place;
  #store: Store;
  readonly #drafts = new Drafts(() => this.#place.given);
  readonly #people: PeopleField;
  /** Somebody tried to send it: from then on it says what is missing. */
  #isTried = false;
  #isPausing = false;
  #isUnfolded = false;
  /** What was said to whoever hears the page. */
  #told: Pick<DraftSaid, 'hints' | 'over' | 'left'> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly send: Send,
    place: Place,
  ) {
    this.#place = place;
    this.#store = place.store;
    this.#people = new PeopleField(host, () => this.#asked);
  }

  /** Somebody who was chosen here. */
  met(id: string): Member | undefined {
    return this.#people.search.find(id);
  }

  /** Opens with what was begun, or with a letter that was refused. */
  open(refused?: { key: string; letter: Letter }): void {
    this.isOpen = true;
    if (refused) {
      this.#drafts.takeUp(refused.letter, refused.key);
      this.#begin();
    }
    this.host.requestUpdate();
    void this.#focus(refused ? ['text'] : ['to', 'text']);
  }

  /** The refused letter that is at hand. */
  get editing(): string | undefined {
    return this.#drafts.atHand.key;
  }

  /** Of a letter that comes to hand nothing was said yet. */
  #begin(): void {
    const { role, link } = this.#drafts.atHand;
    this.#isTried = this.#isPausing = false;
    this.#isUnfolded = Boolean(role ?? link);
    this.#told = undefined;
  }

  #change(different: Partial<Draft>): void {
    this.#drafts.change(different);
    this.host.requestUpdate();
  }

  get #words(): Words<'wall' | 'composerActs'> {
    return inLanguage(spoken, this.#place.language);
  }

  get #said(): DraftSaid {
    const language = { ...this.#place.language, words: this.#words };
    return sayDraft(this.#drafts.atHand, this.#people.search.find, this.#isPausing, language);
  }

  /** Whoever does not see advice appear hears it, once. */
  #tell(): void {
    const { hints, over, left } = this.#said;
    const news = hints.filter((hint) => !this.#told?.hints.includes(hint));
    if (left !== undefined && this.#told?.left === undefined) news.push(left);
    if (over && !this.#told?.over) news.push(actWords(this.#place.language).tooLong(over));
    if (news.length) announce(news.join(' '));
    this.#told = { hints, over, left };
  }

  #onInput(different: Partial<Draft>): void {
    this.#isPausing = false;
    this.#change(different);
    this.#tell();
  }

  #onPause = () => {
    // A form that is taken away has its fields left, too.
    if (!this.isOpen && !this.#place.isOpen) return;
    this.#isPausing = true;
    this.host.requestUpdate();
    this.#tell();
  };

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { wants } = this.#said;
    if (wants) {
      this.#isTried = true;
      this.#isUnfolded ||= wants === 'evidence';
      this.host.requestUpdate();
      return void this.#focus([wants]);
    }
    const { key, ...draft } = this.#drafts.atHand;
    if (!this.send(letterOf(draft), key === undefined ? {} : { instead: key })) return;
    this.#drafts.done();
    this.#people.search.look('');
    this.#begin();
    if (!this.#drafts.isBegun && !this.#place.isOpen) return this.#leave();
    this.host.requestUpdate();
    void this.#focus(['to', 'text']);
  };

  #leave = () => {
    this.isOpen = false;
    this.#people.search.look('');
    void this.#focus(['write']);
  };

  #drop = () => {
    this.#drafts.done();
    this.#begin();
    this.#leave();
  };

  #onKey = (event: KeyboardEvent) => {
    // A word that is being composed has its own use for both keys.
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#leave();
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };

  /** Gives the focus to the first of these that is drawn. */
  async #focus(names: readonly (NonNullable<DraftSaid['wants']> | 'write')[]): Promise<void> {
    await this.host.updateComplete;
    const { shadowRoot } = this.host;
    const [place] = names.flatMap((name) => shadowRoot?.getElementById(`composer/${name}`) ?? []);
    place?.focus();
  }

  render(place: Place): TemplateResult {
    this.#stand(place);
    const said = this.#said;
    const { isToPeople, asks, note } = said;
    return html`<form
      part="compose"
      class="question composer"
      ${askedIn()}
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#onKey}
    >
      ${isToPeople ? this.#people.render() : nothing} ${this.#renderArea('text', asks.text, said)}
      ${asks.changed ? this.#renderArea('changed', asks.changed, said) : nothing} ${this.#renderAdvice(said)}
      ${this.#renderMore(said)} ${this.#renderMissing(said)} ${this.#renderActs(said)}
      ${note ? html`<p class="aside">${draw(note)}</p>` : nothing}
    </form>`;
  }

  #stand(place: Place): void {
    this.#place = place;
    if (this.#store !== place.store) {
      this.#people.search.forget();
      this.#drafts.carryOver();
      this.#store = place.store;
    }
    void this.#people.search.meet(this.#drafts.atHand.to, place.store);
  }

  /** What the field for people is about. */
  get #asked(): Asked {
    const { store, language, pictures } = this.#place;
    const { salutation, size, wants } = this.#said;
    return {
      store,
      language: { ...language, words: this.#words },
      pictures,
      to: this.#drafts.atHand.to,
      salutation,
      size,
      isWanted: this.#isTried && wants === 'to',
      onChange: (to) => this.#change({ to }),
    };
  }

  /** A field that is as large as what is written in it will stand. */
  #renderArea(name: 'text' | 'changed', asks: string, { size, wants, over }: DraftSaid) {
    const written = this.#drafts.atHand[name];
    const isWanted = this.#isTried && wants === name;
    const read = ({ currentTarget }: Event) => (currentTarget as HTMLTextAreaElement).value;
    return html`<label for="composer/${name}" class="aside">${asks}</label>
      <div class="grows ${size}" data-text=${written}>
        <textarea
          id="composer/${name}"
          rows="1"
          dir="auto"
          aria-invalid=${isWanted}
          aria-describedby="composer/advice${isWanted && !over ? ' composer/wants' : ''}"
          .value=${live(written)}
          @input=${(event: Event) => this.#onInput({ [name]: read(event) })}
          @change=${this.#onPause}
        ></textarea>
      </div>`;
  }

  #renderAdvice({ hints, over, left }: DraftSaid) {
    const lines = [...(over ? [actWords(this.#place.language).tooLong(over)] : []), ...hints];
    return html`<div id="composer/advice">
      ${lines.map((line) => html`<p class="aside advice">${line}</p>`)}
      ${left === undefined ? nothing : html`<p class="aside">${left}</p>`}
    </div>`;
  }

  #renderMore({ isToPeople, wants }: DraftSaid) {
    return roleAndLink({
      draft: this.#drafts.atHand,
      roles: isToPeople ? this.#place.roles : undefined,
      words: this.#words,
      isUnfolded: this.#isUnfolded,
      isWanted: this.#isTried && wants === 'evidence',
      onChange: (different) => this.#change(different),
      onToggle: (isUnfolded) => (this.#isUnfolded = isUnfolded),
    });
  }

  #renderMissing({ wants, over }: DraftSaid) {
    if (!this.#isTried || !wants || over) return nothing;
    const words = actWords(this.#place.language);
    const fields = { to: words.whomItIsFor, text: words.theWords, evidence: words.theLink };
    return html`<p id="composer/wants" class="aside advice">${words.invalid(fields[wants])}</p>`;
  }

  #renderActs({ submit }: DraftSaid) {
    const { language, isOpen } = this.#place;
    const { leaveIt } = actWords(language);
    return html`<p class="acts">
      <button part="submit" class="main">${draw(submit)}</button>
      ${isOpen ? nothing : html`<button type="button" class="quiet" @click=${this.#drop}>${leaveIt}</button>`}
    </p>`;
  }
}
