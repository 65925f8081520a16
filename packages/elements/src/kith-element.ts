import type { Language, Loaded, ProviderError, Store } from '@kith/core';
import { html, LitElement, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { mend, oneOf, tell, text, wholeNumber } from './attributes.js';
import { LanguageController } from './language-controller.js';
import { isLight, PROBE_SLOT, readLook } from './look.js';
import { communityFor, page, type CommunityElement } from './page.js';
import { OwnSource } from './sources.js';
import { baseStyles } from './styles/base.styles.js';

export type Status = 'loading' | 'ready' | 'empty' | 'failed';

/** What every Kith widget has: the common attributes, a store, a language, a status. */
export abstract class KithElement extends LitElement {
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

  readonly #language = new LanguageController(this);
  readonly #own = new OwnSource(this);
  readonly #internals = this.attachInternals();
  readonly #content = new MutationObserver(() => this.requestUpdate());
  #given: Store | undefined;
  #found: Store | undefined;
  #status: Status = 'loading';
  #community: CommunityElement | undefined;
  #leavePage: (() => void) | undefined;
  #isWorn = false;
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

  /** What the widget shows, as far as it is here; undefined where it has no source. */
  protected abstract get loaded(): Loaded<unknown> | undefined;
  /** Whether what is here holds nothing to show. */
  protected abstract get isEmpty(): boolean;
  protected abstract reload(): void;

  /** Whether the widget's own attributes say all it shows, so that it looks for no store. */
  protected get isSelfContained(): boolean {
    return false;
  }

  protected get language(): Language {
    return this.#language.value;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#leavePage = page().watch(() => this.#wearAnew());
    this.#content.observe(this, { childList: true, subtree: true, attributeFilter: ['lang', 'slot'] });
    this.#wearAnew();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#leavePage?.();
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

  protected override willUpdate(changed: PropertyValues) {
    mend(this, 'theme', oneOf(this, 'theme', this.theme, ['auto', 'light', 'dark']));
    mend(this, 'pictures', oneOf(this, 'pictures', this.pictures, ['none', 'allow']));
    mend(this, 'headingLevel', wholeNumber(this, 'heading-level', this.headingLevel, 2, 1, 6));
    if (changed.has('theme') || changed.has('hold') || !this.#isWorn) this.#wear();
    if (this.isConnected) this.#found = this.#find();
  }

  protected override update(changed: PropertyValues) {
    this.#status = this.#standing();
    const { loaded } = this;
    const failure = loaded?.state === 'failed' ? loaded.error : undefined;
    for (const status of STATUSES) this.#state(status, status === this.#status);
    this.#state('offline', failure?.kind === 'offline');
    if (failure) tellOnce(this, failure);
    super.update(changed);
  }

  protected override updated(_: PropertyValues) {
    if (!this.#isRetried || this.status === 'loading') return;
    this.#isRetried = false;
    // The button that was pressed is gone, and the focus with it.
    if (document.activeElement !== document.body) return;
    const place =
      this.renderRoot.querySelector<HTMLElement>('[part~=retry]') ??
      this.renderRoot.querySelector<HTMLElement>('[part~=base]');
    if (!place) return;
    if (place.localName !== 'button') place.tabIndex = -1;
    place.focus();
  }

  /** What stands in the widget's place while it has nothing of its own to show: the author's content, or a line. */
  protected renderPlaceholder(emptyWords: string): TemplateResult {
    const content = html`<slot name="heading"></slot>${this.hasContent ? html`<slot></slot>` : nothing}`;
    if (this.status === 'loading') {
      const wait = html`<div class="wait">
        <hr class="thread dashed" />
        <p part="status">${this.language.words.loading}</p>
      </div>`;
      return html`<div part="base">${content}${this.hasContent || this.hold ? nothing : wait}</div>`;
    }
    const empty = html`<slot name="empty"><p class="aside">${emptyWords}</p></slot>`;
    return html`<div part="base">
      ${content}${this.status === 'failed' || this.hasContent ? nothing : empty}${this.renderStatus()}
    </div>`;
  }

  /** The line that says how things stand, where that needs saying. */
  protected renderStatus(): TemplateResult | typeof nothing {
    const { loaded, store } = this;
    if (loaded?.state !== 'failed') return nothing;
    const { words, format } = this.language;
    const { kind } = loaded.error;
    const said =
      kind === 'offline' && !navigator.onLine
        ? words.offline
        : loaded.at
          ? words.stale(format.moment(loaded.at, store?.now() ?? loaded.at))
          : words.failed;
    return html`<p part="status">
      ${said} <button part="retry" class="quiet" @click=${this.#onRetry}>${words.retry}</button>
    </p>`;
  }

  /** Whether the author wrote something into the tag that can be read. */
  protected get hasContent(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element
        ? !node.slot && !node.matches('script, template, style')
        : node.nodeType === 3 && node.nodeValue?.trim(),
    );
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

  #wearAnew(): void {
    this.#isWorn = false;
    this.requestUpdate();
  }

  /** Puts on the page's look, as it is now. */
  #wear(): void {
    if (!this.isConnected || this.hold) return;
    this.#isWorn = true;
    if (!page().lookIsRead) readLook(this);
    const dark = this.theme === 'auto' ? isLight(getComputedStyle(this).color) : this.theme === 'dark';
    this.#state('dark', dark);
  }

  #state(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  #standing(): Status {
    const { loaded } = this;
    if (!this.#language.isHere) return 'loading';
    if (loaded?.state === 'failed') return 'failed';
    if (loaded && loaded.value === undefined) return 'loading';
    if (loaded) return this.isEmpty ? 'empty' : 'ready';
    if (this.isSelfContained) return 'ready';
    // A community that has no store yet is on hold, or waits for its provider.
    if (this.#community || document.readyState === 'loading') return 'loading';
    if (this.hasContent) return 'ready';
    return this.hold ? 'loading' : 'empty';
  }
}

const STATUSES: readonly Status[] = ['loading', 'ready', 'empty', 'failed'];
const told = new WeakSet<ProviderError>();

/** Widgets that share a store share its failures; the author hears of each once, and never of a lost connection. */
function tellOnce(tag: HTMLElement, error: ProviderError): void {
  if (told.has(error) || error.kind === 'offline' || error.kind === 'busy') return;
  told.add(error);
  tell(tag, 'error', error.message);
}
