import { occasions, rewards, speech, wallOf, type Intent, type WallShown, type Words } from '@kith/core';
import { wall } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctNumber, correctWord, oneOf, text } from '../attributes.js';
import type { Say } from '../emit.js';
import { KithElement } from '../kith-element.js';
import { heading } from '../parts.js';
import { emptyPlace } from '../status.js';
import { glyphStyles } from '../styles/glyphs.styles.js';
import { pileStyles } from '../styles/pile.styles.js';
import { Chunks } from './chunks.js';
import { LetterFocus } from './letter-focus.js';
import type { Acting, Drawing } from './letter.js';
import { press } from './press.js';
import { recognitionWallStyles } from './recognition-wall.styles.js';
import { wayIn, writtenOn } from './way-in.js';

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
 * @csspart cheer - The button "Cheer".
 * @csspart back - The button "I'd say that too", under an ask or an idea.
 * @csspart answer - The button "I can help", under an open ask.
 * @csspart further - The three dots that open what else can be done about a letter.
 * @csspart thank - The button "Say thanks back"; under one's own ask, thanks to whoever answered.
 * @csspart consent-named - The answer "Yes, with my name".
 * @csspart consent-unnamed - The answer "Yes, without my name".
 * @csspart consent-hidden - The answer "Keep it to myself".
 * @csspart keep - The button "Worth keeping".
 * @csspart retract - The button "Take it back".
 * @csspart report - The button "Something's wrong here".
 * @csspart write - The button "Write to them", which opens the composer.
 * @csspart compose - The letter somebody writes; a question about a letter.
 * @csspart submit - Sends it.
 * @csspart more - Brings older letters.
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
 * @fires kith-cheer - Somebody cheers a letter, or no more: `{ recognition, on }`.
 * @fires kith-back - Somebody would say that too, of an ask or an idea: `{ subject: { kind, id }, on }`.
 * @fires kith-answer - Somebody can help with an ask: `{ ask, text }`.
 * @fires kith-thank - Whom a letter is to says thanks back: `{ recognition, text }`.
 * @fires kith-recognize - Somebody sends a letter: `{ to, occasion, text, role?, reward?, need?, evidence? }`.
 * @fires kith-consent - Whom a letter is to answers whether it may stand: `{ recognition, as }`.
 * @fires kith-keep - Somebody keeps a letter where others find it, or no more: `{ recognition, on, because? }`.
 * @fires kith-retract - Who wrote a letter takes it back, or a host does: `{ recognition }`.
 * @fires kith-report - Somebody says what is wrong with a letter: `{ recognition, reason }`.
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
  readonly #chunks = new Chunks(this);
  protected override readonly acts = new ActsController(this, async () => {
    const code = await import('./acts.js');
    const desk = new code.Desk(this);
    const edit = (intent: Intent) => {
      if (!code.rewrite(intent, this.loaded?.value?.letters ?? [], desk))
        this.#composing.do((composing) => composing.takeUp(intent));
    };
    const telling = new code.Telling(this, 'wall', (intent) => desk.has(code.letterOf(intent)));
    const isOwn = (intent: Intent) => code.isOfLetters(intent) && telling.isOurs(intent);
    const editing = () => desk.editing ?? this.#composing.here?.editing;
    return { ...code, desk, telling, isOwn, edit, editing };
  });
  readonly #inbox = new AtomController(this, () => this.#mail?.$answer);
  readonly #focus = new LetterFocus(this);
  readonly #say: Say = (...said) => {
    const isTaken = this.say(...said);
    const wish = this.store?.$wishes.value?.at(-1);
    if (isTaken) void this.acts.get().then((acts) => acts?.telling.said(wish));
    return isTaken;
  };
  readonly #composing = new ActsController(this, async () => {
    const { Composing } = await import('./composing.js');
    const around = () => ({ language: this.language, roles: this.#roles.value?.value?.roles });
    return new Composing(this, around, (letter, aside) => this.#say('kith-recognize', letter, aside));
  });

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

  /** Letters to the viewer and of theirs that wait: nobody else has any. */
  get #mail() {
    const { store } = this;
    const isTheirs = this.acts.here && store?.viewer !== undefined && store.takes('consent');
    return isTheirs ? store.ask({ kind: 'inbox' }) : undefined;
  }

  #onMore = async () => {
    const last = this.loaded?.value?.letters.at(-1);
    await this.#wall?.more();
    const letters = this.loaded?.value?.letters ?? [];
    const first = letters[letters.findIndex(({ id }) => id === last?.id) + 1];
    this.#focus.to(first?.id);
  };

  #onArrived = () => {
    this.#wall?.showNew();
    const [first] = this.loaded?.value?.letters ?? [];
    this.#focus.to(first?.id);
  };

  /** What is pressed in a letter: there may be ten thousand. */
  #onPress = ({ target }: Event) => {
    const button = press(target as Element, this.#say);
    if (button) this.acts.do(({ desk }) => desk.press(button));
  };

  #onWrite = () => {
    this.#composing.do((composing) => composing.open());
  };

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    correctWord(this, 'layout', ['list', 'grid']);
    correctNumber(this, 'pageSize', 'page-size', 20, 1, 10_000);
    this.filterReward = oneOf(this, 'filter-reward', this.filterReward ?? '', ['', ...rewards]) || undefined;
    this.filterOccasion = oneOf(this, 'filter-occasion', this.filterOccasion ?? '', ['', ...occasions]) || undefined;
  }

  override render() {
    const { words, direction, format } = this.language;
    const shown = this.loaded?.value;
    const drawing = this.#drawing(shown);
    const acts = this.acts.here;
    const letters = acts?.desk.with('wall', shown?.letters ?? []) ?? shown?.letters ?? [];
    const own = acts?.ownLetters(this.#inbox.value?.value, letters, drawing, this.#composing.here);
    const nobody = this.#isFiltered ? words.nothingFits : words.nobodyThanked;
    const writing = this.#renderWriting();
    if (!shown || this.status === 'loading' || !(letters.length || own || writing))
      return this.renderPlaceholder(nobody);
    return html`<div part="base" lang=${format.locale} dir=${direction} @click=${this.#onPress}>
      <slot name="heading">${heading(this.headingLevel, 'heading', words.letters, 'unseen')}</slot>
      ${own} ${letters.length ? nothing : emptyPlace(this, nobody)} ${writing}
      ${
        shown.waiting
          ? html`<p class="arrived">
              <button class="quiet" @click=${this.#onArrived}>${words.arrived(shown.waiting)}</button>
            </p>`
          : nothing
      }
      ${
        letters.length
          ? html`<div role="list" aria-label=${words.letters}>${this.#chunks.draw(letters, drawing)}</div>`
          : nothing
      }
      ${this.#renderEnd(shown)} ${this.renderStatus()}
    </div>`;
  }

  /** The composer, or the way into it; undefined where nothing is written on this wall. */
  #renderWriting() {
    const occasion = writtenOn(this.filterOccasion);
    if (!this.takes('recognize')) return undefined;
    const { here, isMissing } = this.#composing;
    // What did not arrive waits for a press.
    if (this.compose && occasion && !isMissing) void this.#composing.get();
    const written = here?.render();
    return written ?? (occasion && wayIn(occasion, this.language.words, isMissing, this.#onWrite));
  }

  /** How a wish about a letter stands is said beneath the letter, and here of what is not here. */
  protected override renderStatus() {
    const acts = this.acts.here;
    const lines = super.renderStatus(this.told.filter(({ intent }) => !acts?.desk.has(acts.letterOf(intent))));
    return [...lines, acts?.askedElsewhere(this.#drawing(this.loaded?.value), acts.desk)];
  }

  #drawing({ people = new Map() }: Partial<WallShown> = {}): Drawing {
    const { language, pictures, store } = this;
    const now = store?.now() ?? new Date();
    return { people, roles: this.#roles.value?.value?.roles, language, pictures, now, acting: this.#acting(people) };
  }

  #acting(people: WallShown['people']): Acting | undefined {
    const { store, told } = this;
    if (!store?.provider.takes.size) return undefined;
    const { viewer, takes } = store;
    const { desk, doing } = this.acts.here ?? {};
    return {
      viewer,
      isHost: viewer !== undefined && people.get(viewer)?.host,
      takes,
      say: this.#say,
      desk,
      doing: desk && doing?.(told, desk, (wishes) => this.renderWishes(wishes)),
    };
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
