import {
  type Detail,
  type IntentName,
  type Language,
  type Loaded,
  type Speech,
  type Store,
  type Waiting,
  type Words,
} from '@kith/core';
import { LitElement, render, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { Acts, ActsController } from './acts-controller.js';
import { correctNumber, correctWord, text, warnOnce } from './attributes.js';
import { watchContent } from './content.js';
import type { Aside, WishEvent } from './emit.js';
import type { LateController } from './late-controller.js';
import { LanguageController } from './language-controller.js';
import { wearAccent } from './look.js';
import { LookController } from './look-controller.js';
import { communityFor } from './page.js';
import { RoomController } from './room-controller.js';
import { StoreController } from './sources.js';
import { StatusController } from './status-controller.js';
import { placeholder, retryLine, statusLine, type Status } from './status.js';
import { baseStyles } from './styles/base.styles.js';
import { WishController } from './wish-controller.js';

/**
 * What every Kith widget has: the common attributes, a store, a language, a status.
 *
 * @fires kith-sent - A wish was taken: `{ key, name, revision }`.
 * @fires kith-refused - A wish was refused for good: `{ key, name, reason, params? }`.
 * @fires kith-error - A wish could not be sent for now, and waits: `{ key, name, kind, message }`.
 * @cssproperty --kith-accent - The thread's color, held to a lightness that keeps its contrast. Default: the page's links.
 * @cssproperty --kith-font - The text's typeface. Default: the page's.
 * @cssproperty --kith-heading-font - The headings' typeface. Default: that of the page's headings.
 * @cssproperty --kith-heading-weight - The headings' weight. Default: that of the page's headings.
 * @cssproperty --kith-space - What every distance is a multiple of. Default: 1em.
 * @cssproperty --kith-surface - The ground under `theme="light"` and `theme="dark"`.
 * @cssproperty --kith-text - The text's color. Default: the page's.
 * @cssproperty --kith-thread - The thread's thickness. Default: 0.125em.
 */
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
      accent: { converter: text },
      headingLevel: { type: Number, attribute: 'heading-level', useDefault: true },
      pictures: { useDefault: true },
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
   * What the source is, by the name of its provider. Inferred from `src` where absent.
   * @label What is at that address
   * @help Kith tells by itself wherever it can.
   */
  declare provider: string | undefined;
  /**
   * The id of the `kith-community` to belong to.
   * @label Which community
   * @help Where the page has several: the id of the one this belongs to.
   */
  declare community: string | undefined;
  /**
   * The reader's language; the nearest `lang` where absent.
   * @label Language
   * @help What Kith says is in this language; otherwise in that of the page.
   */
  declare locale: string | undefined;
  /**
   * The ground it stands on; `auto` tells it from the color of the page's text.
   * @label Ground
   * @help Auto looks at the page around it; light and dark bring a ground of their own.
   */
  declare theme: 'auto' | 'light' | 'dark';
  /**
   * The thread's color, as CSS writes colors: `--kith-accent`, for where no style can be written.
   * @label Color
   * @help The color of your logo; it is held to a lightness that keeps its contrast.
   */
  declare accent: string | undefined;
  /**
   * The level of the widget's own heading, 1 to 6.
   * @label Heading level
   * @help Where its heading stands among those of the page: 2 is right below the title.
   */
  declare headingLevel: number;
  /**
   * Whether the source's pictures may be requested; `none` draws initials.
   * @label Pictures
   * @help None draws initials and asks nobody for anything; allow shows the pictures that people chose.
   */
  declare pictures: 'none' | 'allow';
  /**
   * Ask for nothing until `release()`.
   * @label Wait
   * @help Nothing is asked for before the page says so, for a consent banner.
   */
  declare hold: boolean;

  readonly #language = new LanguageController(this, () => this.speech);
  readonly #store = new StoreController(this, (own, content) => {
    if (this.isSelfContained) return undefined;
    const store = own();
    const community = store ? undefined : communityFor(this, this.community);
    return store ?? (community ? community.store : content());
  });
  readonly #look = new LookController(this);
  readonly #wishes = new WishController(this, () => this.acts);
  readonly #standing = new StatusController(this, this.attachInternals().states, () => this.reload());

  constructor() {
    super();
    new RoomController(this, () => this.status === 'ready');
    this.theme = 'auto';
    this.headingLevel = 2;
    this.pictures = 'none';
    this.hold = false;
    watchContent(this, { childList: true, subtree: true, attributeFilter: ['lang', 'slot'] });
  }

  /** The store this widget reads: the one it was given, else the one it found; none under `hold`. */
  get store(): Store | undefined {
    return this.#store.value;
  }

  set store(store: Store | undefined) {
    this.#store.value = store;
  }

  /** How things stand; also a custom state, as in `:state(loading)`. */
  get status(): Status {
    return this.#standing.status;
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

  /** What is done here beyond a button's press. */
  protected abstract readonly acts: ActsController<Acts>;

  /** What is read here beyond the first look, once somebody unfolds it. */
  protected readonly detail?: LateController<object>;

  /** Whether something can be wished here. */
  protected takes(name: IntentName): boolean {
    return this.store?.takes(name) ?? false;
  }

  /** What was wished in this widget and has not been sent, was refused, or is kept by nobody. */
  protected get unsent(): readonly Waiting[] {
    return this.#wishes.unsent;
  }

  /** The same, with what was said here last and stays on this device, or became a draft of a letter. */
  protected get told(): readonly Waiting[] {
    return this.#wishes.told;
  }

  /** Says a wish; what becomes of it is announced. Gives whether the store has it. */
  protected say<N extends IntentName>(event: WishEvent<N>, detail: Detail<N>, aside?: Aside): boolean {
    return this.#wishes.say(event, detail, () => this.language, aside);
  }

  /** Whether the widget's own attributes say all it shows, so that it looks for no store. */
  protected get isSelfContained(): boolean {
    return false;
  }

  protected get language(): Language<W> {
    return this.#language.value;
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('accent')) wearAccent(this, this.accent);
    correctWord(this, 'theme', ['auto', 'light', 'dark']);
    correctWord(this, 'pictures', ['none', 'allow']);
    correctNumber(this, 'headingLevel', 'heading-level', 2, 1, 6);
  }

  /** What is inside a provider's pieces nobody has checked: what cannot be drawn has failed, and the page goes on. */
  protected override performUpdate() {
    try {
      super.performUpdate();
    } catch (cause) {
      const error = this.#standing.fail(cause);
      const line = statusLine({ state: 'failed', error }, this.language, new Date(), this.#standing.retry);
      render(placeholder(this, this.language.words, undefined, line), this.renderRoot, this.renderOptions);
    }
  }

  protected override update(changed: PropertyValues) {
    this.#standing.show(
      {
        loaded: this.loaded,
        isEmpty: () => this.isEmpty,
        isSelfContained: this.isSelfContained,
        isSpeaking: this.#language.isHere,
      },
      [this.unsent.length && 'unsent', this.#look.isDark && 'dark'],
    );
    super.update(changed);
    this.#standing.drawn();
  }

  protected override updated(_: PropertyValues) {
    const { community, hold } = this;
    if (community && !hold && document.readyState !== 'loading' && !this.store && !communityFor(this, community))
      warnOnce(this, `community="${community}" is no kith-community of this page yet`);
  }

  /** What stands in the widget's place while it has nothing to show: the author's content, or a line and what can be done. */
  protected renderPlaceholder(emptyWords: string, acts?: unknown): TemplateResult {
    return placeholder(this, this.language.words, this.store && emptyWords, this.renderStatus(), acts);
  }

  /** The lines that say how things stand, where that needs saying; with those wishes that are told of here. */
  protected renderStatus(wishes = this.told): unknown[] {
    const { loaded, language, store } = this;
    const line = statusLine(loaded, language, store?.now() ?? new Date(), this.#standing.retry);
    const again = this.acts.again ?? this.detail?.again;
    return [line, again && retryLine(language.words.failed, language.words, again), this.renderWishes(wishes)];
  }

  /** The lines that say how it stands with these wishes. */
  protected renderWishes(wishes: readonly Waiting[]) {
    return this.#wishes.lines(wishes, this.language);
  }
}
