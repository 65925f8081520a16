import type { Language, Loaded, Speech, Store, Words } from '@kith/core';
import { html, LitElement, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { correct, oneOf, text, wholeNumber } from './attributes.js';
import { LanguageController } from './language-controller.js';
import { LookController } from './look-controller.js';
import { PROBE_SLOT } from './look.js';
import { communityFor, page, type CommunityElement } from './page.js';
import { OwnSource } from './sources.js';
import { hasContent, keepFocus, statuses, statusLine, tellOnce, waiting, type Status } from './status.js';
import { baseStyles } from './styles/base.styles.js';

/** What every Kith widget has: the common attributes, a store, a language, a status. */
export abstract class KithElement<W extends Words = Words> extends LitElement {
  static readonly version = '0.1.0';
  static override styles: CSSResult[] = [baseStyles];

  static override get properties() {
    return {
      src: { converter: text },
      provider: { converter: text },
      community: { converter: text },
      locale: { converter: text },
      theme: { reflect: true, useDefault: true },
      headingLevel: { type: Number, attribute: 'heading-level', useDefault: true },
      pictures: { useDefault: true },
      hold: { type: Boolean },
      store: { attribute: false, noAccessor: true },
    };
  }

  /** Where the community is: the URL of a document, or of whatever the provider reads. */
  declare src: string | undefined;
  /** What the source is, by the name of its provider. Inferred from `src` where absent. */
  declare provider: string | undefined;
  /** The id of the `kith-community` to belong to. */
  declare community: string | undefined;
  /** The reader's language; the nearest `lang` where absent. */
  declare locale: string | undefined;
  /** The ground it stands on; `auto` tells it from the color of the page's text. */
  declare theme: 'auto' | 'light' | 'dark';
  /** The level of the widget's own heading, 1 to 6. */
  declare headingLevel: number;
  /** Whether the source's pictures may be requested; `none` draws initials. */
  declare pictures: 'none' | 'allow';
  /** Ask for nothing until `release()`. */
  declare hold: boolean;

  readonly #language = new LanguageController(this, () => this.speech);
  readonly #own = new OwnSource(this);
  readonly #internals = this.attachInternals();
  readonly #look = new LookController(this, (isDark) => this.#state('dark', isDark));
  readonly #content = new MutationObserver(() => this.requestUpdate());
  #given: Store | undefined;
  #found: Store | undefined;
  #status: Status = 'loading';
  #community: CommunityElement | undefined;
  #isRetried = false;

  constructor() {
    super();
    this.theme = 'auto';
    this.headingLevel = 2;
    this.pictures = 'none';
    this.hold = false;
  }

  /** The store this widget reads: the one it was given, else the one it found; none under `hold`. */
  get store(): Store | undefined {
    return this.hold ? undefined : (this.#given ?? this.#found);
  }

  set store(store: Store | undefined) {
    this.#given = store;
    this.requestUpdate();
  }

  /** How things stand; also a custom state, as in `:state(loading)`. */
  get status(): Status {
    return this.#status;
  }

  /** Ends `hold`. */
  release(): void {
    this.hold = false;
  }

  /** What the widget says, in each language. */
  protected abstract readonly speech: Speech<W>;
  /** What the widget shows, as far as it is here; undefined where it has no source. */
  protected abstract get loaded(): Loaded<unknown> | undefined;
  /** Whether what is here holds nothing to show. */
  protected abstract get isEmpty(): boolean;
  protected abstract reload(): void;

  /** Whether the widget's own attributes say all it shows, so that it looks for no store. */
  protected get isSelfContained(): boolean {
    return false;
  }

  protected get language(): Language<W> {
    return this.#language.value;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#content.observe(this, { childList: true, subtree: true, attributeFilter: ['lang', 'slot'] });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#content.disconnect();
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets = [page().look, ...root.adoptedStyleSheets];
    // Not Lit's: it must be there before the first render, and through every one after.
    const slot = root.appendChild(document.createElement('slot'));
    slot.name = PROBE_SLOT;
    slot.hidden = true;
    return root;
  }

  protected override willUpdate(_: PropertyValues) {
    correct(this, 'theme', oneOf(this, 'theme', this.theme, ['auto', 'light', 'dark']));
    correct(this, 'pictures', oneOf(this, 'pictures', this.pictures, ['none', 'allow']));
    correct(this, 'headingLevel', wholeNumber(this, 'heading-level', this.headingLevel, 2, 1, 6));
    if (this.isConnected) this.#found = this.#find();
  }

  protected override update(changed: PropertyValues) {
    const { loaded } = this;
    const failure = loaded?.state === 'failed' ? loaded.error : undefined;
    this.#status = this.#standing(loaded);
    for (const status of statuses) this.#state(status, status === this.#status);
    this.#state('offline', failure?.kind === 'offline');
    if (failure) tellOnce(this, failure);
    super.update(changed);
  }

  protected override updated(_: PropertyValues) {
    if (!this.#isRetried || this.status === 'loading') return;
    this.#isRetried = false;
    keepFocus(this.renderRoot);
  }

  /** What stands in the widget's place while it has nothing of its own to show: the author's content, or a line. */
  protected renderPlaceholder(emptyWords: string): TemplateResult {
    const content = hasContent(this);
    const isBare = !content && !this.hold;
    const words = this.store ? html`<p class="aside">${emptyWords}</p>` : nothing;
    return html`<div part="base">
      <slot name="heading"></slot>${content ? html`<slot></slot>` : nothing}
      ${isBare && this.status === 'loading' ? waiting(this.language) : nothing}
      ${isBare && this.status === 'failed' ? html`<hr class="thread dashed" aria-hidden="true" />` : nothing}
      ${isBare && this.status === 'empty' ? html`<slot name="empty">${words}</slot>` : nothing} ${this.renderStatus()}
    </div>`;
  }

  /** The line that says how things stand, where that needs saying. */
  protected renderStatus() {
    return statusLine(this.loaded, this.language, this.store?.now() ?? new Date(), this.#onRetry);
  }

  #onRetry = () => {
    this.#isRetried = true;
    this.reload();
  };

  #find(): Store | undefined {
    this.#community = undefined;
    if (this.hold || this.#given || this.isSelfContained) return undefined;
    const own = this.#own.find(this);
    if (own) return own;
    this.#community = communityFor(this, this.community);
    return this.#community?.store;
  }

  #state(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  #standing(loaded: Loaded<unknown> | undefined): Status {
    if (!this.#language.isHere) return 'loading';
    if (loaded?.state === 'failed') return 'failed';
    if (loaded && loaded.value === undefined) return 'loading';
    if (loaded) return this.isEmpty ? 'empty' : 'ready';
    if (this.isSelfContained) return 'ready';
    // A community that has no store yet is on hold, or waits for its provider.
    if (this.#community || document.readyState === 'loading') return 'loading';
    if (hasContent(this)) return 'ready';
    return this.hold ? 'loading' : 'empty';
  }
}
