import type { Provider, Store } from '@kith/core';
import { ReactiveElement, type PropertyValues } from 'lit';
import { text } from '../attributes.js';
import { page } from '../page.js';
import { StoreController } from '../sources.js';

/**
 * Connects the tags inside it, and those of the page that have no source of their own, to one store. Has no looks.
 *
 * @tag kith-community
 * @slot - The page's own content; with a `<script type="application/json">` for a document written in place.
 */
export class Community extends ReactiveElement {
  static readonly version = '0.1.0';

  static override get properties() {
    return {
      src: { converter: text },
      provider: {},
      viewer: { converter: text },
      to: { converter: text },
      getToken: { attribute: false },
      hold: { type: Boolean },
      store: { attribute: false, noAccessor: true },
    };
  }

  /**
   * Where the community is: the URL of a document, or of whatever the provider reads.
   * @label Where your people are
   * @help The address of a file or a server that everyone can reach.
   */
  declare src: string | undefined;
  /**
   * What the source is, by the name of its provider; or, as a property, a provider of the page's own.
   * @label What is at that address
   * @help Kith tells by itself wherever it can.
   */
  declare provider: string | Provider | undefined;
  /**
   * Whose eyes: a member's id.
   * @label Whose eyes
   * @help The id of the member who is looking, where no server knows.
   */
  declare viewer: string | undefined;
  /**
   * With `provider="mail"`: whom to write to, an address or several with commas between them.
   * @label Whom visitors write to
   * @help An e-mail address, or several with commas between them.
   */
  declare to: string | undefined;
  /**
   * With `provider="server"`: gives a token of the site's backend, which says who reads and writes. Set it when somebody
   * signs in, and to `undefined` when they sign out.
   */
  declare getToken: (() => Promise<string>) | undefined;
  /**
   * Ask for nothing until `release()`.
   * @label Wait
   * @help Nothing is asked for before the page says so, for a consent banner.
   */
  declare hold: boolean;

  readonly #store = new StoreController(this);
  readonly #content = new MutationObserver((changes) => this.#onContent(changes));
  #shown: Store | undefined;

  constructor() {
    super();
    this.hold = false;
  }

  /** The store of this community: the one it was given, else the one of its source; none under `hold`. */
  get store(): Store | undefined {
    return this.#store.value;
  }

  set store(store: Store | undefined) {
    this.#store.value = store;
  }

  /** Ends `hold`. */
  release(): void {
    this.hold = false;
  }

  /** Signs out whoever is signed in on this device by a personal link, or by the page. */
  async signOut(): Promise<void> {
    this.getToken = undefined;
    await this.#store.signOut();
  }

  /** Not Lit's: the page's content stays where it is. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#observe();
    // While a page is still being parsed a document written inside may not be whole.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    page().communities.add(this);
    page().changed();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#content.disconnect();
    page().communities.delete(this);
    page().changed();
  }

  protected override update(changed: PropertyValues) {
    super.update(changed);
    if (this.store === this.#shown) return;
    this.#shown = this.store;
    page().changed();
  }

  #observe(): void {
    this.#content.observe(this, { childList: true, attributeFilter: ['id'] });
    for (const script of this.querySelectorAll(':scope > script')) {
      this.#content.observe(script, { childList: true, characterData: true, subtree: true });
    }
  }

  #onContent(changes: MutationRecord[]): void {
    this.#observe();
    this.requestUpdate();
    if (changes.some(({ type }) => type === 'attributes')) page().changed();
  }
}
