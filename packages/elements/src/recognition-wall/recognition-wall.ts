import {
  occasions,
  openFirst,
  rewards,
  speech,
  wallOf,
  type Store,
  type WallFilters,
  type WallShown,
  type Words,
} from '@kith/core';
import { wall } from '@kith/core/strings/en';
import { html, nothing, type PropertyValues } from 'lit';
import { ActsController } from '../acts-controller.js';
import { AtomController } from '../atom-controller.js';
import { correctNumber, correctWord, oneOf, text } from '../attributes.js';
import type { Say } from '../emit.js';
import { KithElement } from '../kith-element.js';
import { LateController } from '../late-controller.js';
import { heading } from '../parts.js';
import { emptyPlace } from '../status.js';
import { glyphStyles } from '../styles/glyphs.styles.js';
import { pileStyles } from '../styles/pile.styles.js';
import { Chunks } from './chunks.js';
import { LETTER } from './letter-hash.js';
import { LetterFocus } from './letter-focus.js';
import { unfold, type Acting, type Drawing } from './letter.js';
import { press } from './press.js';
import { recognitionWallStyles } from './recognition-wall.styles.js';
import { wayIn, writtenOn } from './way-in.js';

const spoken = speech({ wall });
/** Letters that are read at a glance. */
const FEW = 6;

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
 * @csspart choose - The button "Choose letters", where there are more than are read at a glance.
 * @csspart choice - What can be chosen: what they were written as, the role, the kind of reward, those that are kept.
 * @csspart rest - The button "The rest of the story": what was tried and found, who heard it, what it grew out of.
 * @csspart spotlight - Whose turn it is, with their latest letter.
 * @csspart picture - The button that shows a picture, with the name of where it comes from.
 * @csspart further - The three dots that open what else can be done about a letter.
 * @csspart thank - The button "Say thanks back"; under one's own ask, thanks to whoever answered.
 * @csspart consent-named - The answer "Yes, with my name".
 * @csspart consent-unnamed - The answer "Yes, without my name".
 * @csspart consent-hidden - The answer "Keep it to myself".
 * @csspart keep - The button "Worth keeping".
 * @csspart copy - The button "Copy the link".
 * @csspart share - The button "Pass it on", where the reader's system has a way.
 * @csspart ask - The button "Meet Noor", to whom the same letter is as to the reader.
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
 * @fires kith-ask-intro - Somebody would like to meet whom the same letter is to: `{ with, text?, reasons }`.
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
      spotlight: { converter: text },
    };
  }

  /**
   * One column, or as many as fit.
   * @label Shape
   * @help One column to read down, or a grid of as many columns as fit.
   */
  declare layout: 'list' | 'grid';
  /**
   * Letters fetched at a time, 1 to 10,000.
   * @label Letters at a time
   * @help How many are shown before “Older letters”, 1 to 10,000.
   */
  declare pageSize: number;
  /**
   * Only letters from or to this member.
   * @label Of one person
   * @help Only letters from or to them.
   */
  declare member: string | undefined;
  /**
   * Only letters about this role.
   * @label About one role
   * @help Only letters that speak of it.
   */
  declare filterRole: string | undefined;
  /**
   * Only letters that carry this kind of reward.
   * @label Of one kind
   * @help Reputational is being seen, experiential something lived, material something in the hand.
   */
  declare filterReward: string | undefined;
  /**
   * Only letters of this occasion.
   * @label Written as
   * @help Only thanks, only welcomes, only what was shipped, and so on.
   */
  declare filterOccasion: string | undefined;
  /**
   * The composer stands open above the letters.
   * @label An open letter
   * @help A letter to write stands open above the others, where visitors can write.
   */
  declare compose: boolean;
  /**
   * Whose turn it is stands first, another every `day` or `week`.
   * @label Whose turn it is
   * @help One person stands first, another every day or week, and everybody in turn.
   */
  declare spotlight: '' | 'day' | 'week' | undefined;

  protected override readonly speech = spoken;
  readonly #shown = new AtomController(this, () => this.#wall?.$shown);
  readonly #roles = new AtomController(this, () => this.store?.ask({ kind: 'roles' }).$answer);
  readonly #chunks = new Chunks(this);
  protected override readonly acts = new ActsController(this, async () =>
    (await import('./acts.js')).actsOf(this, () => this.loaded?.value?.letters ?? [], this.#composing),
  );
  readonly #focus = new LetterFocus(this);
  readonly #say: Say = (...said) => {
    const isTaken = this.say(...said);
    const wish = this.store?.$wishes.value?.at(-1);
    if (isTaken) void this.acts.get().then((acts) => acts?.telling.said(wish));
    return isTaken;
  };
  readonly #composing = new ActsController(this, async () => {
    const { Composing } = await import('./composing.js');
    return new Composing(this, this.#around, (letter, aside) => this.#say('kith-recognize', letter, aside));
  });

  readonly #around = () => ({
    ...{ store: this.store, language: this.language, roles: this.#roles.value?.value?.roles },
    ...{ shown: this.loaded?.value, filters: this.#filters, own: this.#own },
  });
  protected override readonly detail = new LateController(
    this,
    async () => new (await import('./detail.js')).Detail(this, this.#around),
  );

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

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
  }

  /** The store in which a letter is come for: none under `hold`. */
  #visited: Store | undefined;

  #onHash = () => {
    const { hash } = location;
    if (this.#visited && (this.detail.here ?? hash.startsWith(LETTER))) this.detail.do(({ visit }) => visit.to(hash));
  };

  get #wall() {
    return this.store && wallOf(this.store, this.#filters, this.pageSize);
  }

  /** What the page chose. */
  get #own(): WallFilters {
    const { member, filterRole: role, filterReward: reward, filterOccasion: occasion } = this;
    return Object.fromEntries(Object.entries({ member, role, reward, occasion }).filter(([, value]) => value));
  }

  get #filters(): WallFilters {
    return this.detail.here?.choice.of(this.#own) ?? this.#own;
  }

  get #isFiltered() {
    return Object.keys(this.#filters).length > 0;
  }

  #onMore = async () => {
    const before = new Set(this.loaded?.value?.letters.map(({ id }) => id));
    await this.#wall?.more();
    const letters = this.loaded?.value && this.#inOrder(this.loaded.value);
    this.#focus.to(letters?.find(({ id }) => !before.has(id))?.id);
  };

  #onArrived = () => {
    this.#wall?.showNew();
    const [first] = this.loaded?.value ? this.#inOrder(this.loaded.value) : [];
    this.#focus.to(first?.id);
  };

  /** What is pressed in a letter: there may be ten thousand. */
  #onPress = ({ target }: Event) => {
    const late = (target as Element).closest<HTMLButtonElement>('.late');
    if (late) return this.detail.do((detail) => detail.press(late));
    const button = press(target as Element, this.#say);
    if (button) this.acts.do(({ desk }) => desk.press(button));
  };

  /** Newest first; where asks are shown, before all those nobody answered. */
  #inOrder({ letters, people }: WallShown) {
    return this.#filters.occasion === 'ask' ? openFirst(letters, (id) => people.get(id)) : letters;
  }

  #onWrite = () => {
    this.#composing.do((composing) => composing.open());
  };

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    // Under `hold`, also of its community's, it has no store and asks for nothing.
    if (this.store !== this.#visited) {
      this.#visited = this.store;
      this.#onHash();
    }
    correctWord(this, 'layout', ['list', 'grid']);
    correctNumber(this, 'pageSize', 'page-size', 20, 1, 10_000);
    this.filterReward = oneOf(this, 'filter-reward', this.filterReward ?? '', ['', ...rewards]) || undefined;
    this.spotlight = oneOf(this, 'spotlight', this.spotlight, ['', 'day', 'week']) as typeof this.spotlight;
    this.filterOccasion = oneOf(this, 'filter-occasion', this.filterOccasion ?? '', ['', ...occasions]) || undefined;
  }

  override render() {
    const { words, direction, format } = this.language;
    const detail = this.detail.here;
    const shown = detail ? detail.see(this.loaded?.value) : this.loaded?.value;
    const drawing = this.#drawing(shown);
    const acts = this.acts.here;
    const found = shown ? this.#inOrder(shown) : [];
    const letters = acts?.desk.with('wall', found) ?? found;
    const own = acts?.own(letters, drawing);
    const nobody = this.#isFiltered ? words.nothingFits : words.nobodyThanked;
    const writing = this.#renderWriting();
    const choosing = this.#renderChoice(shown);
    if (!shown || (this.status === 'loading' && !choosing) || !(letters.length || own || writing || choosing))
      return this.renderPlaceholder(nobody);
    return html`<div part="base" lang=${format.locale} dir=${direction} @click=${this.#onPress}>
      <slot name="heading">${heading(this.headingLevel, 'heading', words.letters, 'unseen')}</slot>
      ${own} ${this.#renderTurn(drawing)} ${letters.length ? nothing : emptyPlace(this, nobody)} ${writing} ${choosing}
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
    const occasion = writtenOn(this.#filters.occasion);
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
    return [...super.renderStatus(acts?.elsewhere(this.told)), acts?.askedElsewhere(this.#drawing(this.loaded?.value))];
  }

  /** The way to a choice of letters; of few everybody reads all. */
  #renderChoice({ total = 0 }: Partial<WallShown> = {}) {
    const choice = this.detail.here?.choice;
    return choice?.isUnderWay || total > FEW
      ? html`<div class="arrived">
          ${unfold('choose', this.language.words.chooseLetters, choice?.isOpen)} ${choice?.render()}
        </div>`
      : undefined;
  }

  #renderTurn(drawing: Drawing) {
    if (!this.spotlight) return undefined;
    const { here, isMissing } = this.detail;
    // What did not arrive waits for a press.
    if (!isMissing) this.detail.do(() => undefined);
    return here?.turn.render(this.spotlight, drawing);
  }

  #drawing({ people = new Map() }: Partial<WallShown> = {}): Drawing {
    const { language, pictures, store } = this;
    const more = this.detail.here?.unfolded;
    const now = store?.now() ?? new Date();
    const roles = this.#roles.value?.value?.roles;
    return { people, roles, language, pictures, now, more, acting: this.#acting(people) };
  }

  #acting(people: WallShown['people']): Acting | undefined {
    const { store, told } = this;
    if (!store?.provider.takes.size) return undefined;
    const { viewer, takes } = store;
    const acts = this.acts.here;
    const isHost = viewer !== undefined && people.get(viewer)?.host;
    const doing = acts?.doing(told, (wishes) => this.renderWishes(wishes));
    return { viewer, isHost, takes, say: this.#say, desk: acts?.desk, doing };
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
