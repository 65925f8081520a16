import {
  called,
  plain,
  speech,
  type Answer,
  type Intent,
  type IntroSaid,
  type Loaded,
  type Member,
  type Phrase,
  type Waiting,
} from '@kith/core';
import { intro, introActs, meeting, note } from '@kith/core/strings/en';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Drafts, inLanguage } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import type { Say } from '../emit.js';
import { draw } from '../parts.js';
import { drawAfter } from './after.js';
import type { Around } from './around.js';
import { folding } from './folding.js';
import { drawWriting, type Draft, type Writing } from './drafts.js';
import { CHOICE } from './introduce.js';
import { isAbout, isOfMeeting, isWith } from './own-wishes.js';
import { peerIntroActsStyles } from './peer-intro-acts.styles.js';

const spoken = speech({ intro, meeting, note, introActs });

/** What became of a note that is gone, and where it stood. */
interface Told {
  key: string;
  nth: number;
  said: Phrase;
  /** The note as it was drawn, which folds upward. */
  folds?: Element | undefined;
}

/** What one introduction's reader does beyond a button's press: what they write, fold, and are told. */
export class IntroDesk {
  readonly styles = peerIntroActsStyles;
  /** Whom the reader asked to meet: one answer may tell of it before the other. */
  readonly asked: Member[] = [];
  readonly #drafts: Drafts<Draft>;
  #told: Told | undefined;
  /** Introductions of which the reader said that it is too early. */
  readonly #notYet = new Set<string>();

  /** Who they are who are written to or of, where an earlier page knew them. */
  readonly #met: readonly AtomController<Loaded<Answer<{ kind: 'member'; id: string }>>>[];

  /** Who can be introduced, while somebody writes of two. */
  readonly #people: AtomController<Loaded<Answer<{ kind: 'members' }>>>;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.#drafts = new Drafts(widget);
    this.#met = [0, 1].map(
      (nth) =>
        new AtomController(widget, () => {
          const one = this.#unknown[nth];
          return one && this.around().store?.ask({ kind: 'member', id: one.id }).$answer;
        }),
    );
    this.#people = new AtomController(widget, () => {
      const { open } = this.#drafts;
      if (open?.kind !== 'introduce') return undefined;
      const { q } = open;
      return this.around().store?.ask({ kind: 'members', limit: CHOICE, ...(q && { q }) }).$answer;
    });
  }

  /** Whom only an earlier page knew. */
  get #unknown(): readonly Member[] {
    const { open } = this.#drafts;
    const all = open?.kind === 'ask' ? [open.other] : open?.kind === 'introduce' ? open.people : [];
    return all.flatMap((one) => (one && !one.name ? one : []));
  }

  /** What is being written, of those it is about as far as they are known. */
  get #open(): Draft | undefined {
    const { open } = this.#drafts;
    const met = this.#met.flatMap(({ value }) => value?.value?.member ?? []);
    const known = <M extends Member | undefined>(one: M) => (met.find(({ id }) => id === one?.id) as M) ?? one;
    if (open?.kind === 'ask') return { ...open, other: known(open.other) };
    return open?.kind === 'introduce' ? { ...open, people: [known(open.people[0]), known(open.people[1])] } : open;
  }

  get #words() {
    return inLanguage(spoken, this.around().language);
  }

  /** Whether a wish is told of here: those about whom the notes are about, else all that are about meeting. */
  isOwn(intent: Intent): boolean {
    const { whom, introductions } = this.around();
    return whom === undefined ? isOfMeeting(intent) : isWith(whom, intent, introductions?.introductions);
  }

  /** Whether what made a note so has not been sent. */
  waits(said: IntroSaid, unsent: readonly Waiting[]): boolean {
    return unsent.some(({ intent, refusal }) => !refusal && isAbout(intent, said));
  }

  /** Opens the question what to say to somebody the reader would like to meet. */
  ask({ people: [, other], because }: IntroSaid): void {
    if (other) this.#drafts.begin(`ask ${other.id}`, { kind: 'ask', other, because, text: '' });
  }

  /** Opens what somebody wrote in a wish. */
  edit({ key, name, detail }: Intent): void {
    const { me } = this.around();
    const find = (id: string) => this.asked.find((member) => member.id === id) ?? { id, name: '' };
    if (name === 'ask-intro')
      this.#drafts.mend(key, {
        kind: 'ask',
        other: find(detail.with),
        because: detail.reasons,
        text: detail.text ?? '',
      });
    if (name === 'introduce') {
      const [one, other] = detail.people;
      this.#drafts.mend(key, { kind: 'introduce', people: [find(one), find(other)], q: '', text: detail.text });
    }
    if (name === 'profile') {
      const had = new Set(me?.asks);
      this.#drafts.mend(key, { kind: 'need', text: detail.patch.asks?.find((each) => !had.has(each)) ?? '' });
    }
  }

  editing(): string | undefined {
    return this.#drafts.instead;
  }

  passed(other: Member, months: number): Phrase {
    return this.#words.notSeenFor(called(other), months);
  }

  declined(): Phrase {
    return [this.#words.declined];
  }

  /** Says something where a note was, which folds. */
  tell({ folds, ...told }: Told): void {
    const done = () => this.tell(told);
    this.#told = { ...told, folds: folds && folding(folds, done) };
    this.widget.requestUpdate();
    if (folds) void this.widget.updateComplete.then(() => this.#moveOn(told.nth));
  }

  /** The focus a note had goes on to the one in its place. */
  #moveOn(nth: number): void {
    const root = this.widget.shadowRoot;
    const headings = [...(root?.querySelectorAll<HTMLElement>('.note > [part~=heading]') ?? [])];
    const next = headings[nth] ?? headings.at(-1);
    if (!next || !root?.activeElement?.part.contains('base')) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  /** What was told last, as a sentence. */
  get sentence(): string | undefined {
    return this.#told && plain(this.#told.said);
  }

  /** What was told last, unless what it is of stands again, or is not gone yet. */
  told(keys: readonly string[]): { key: string; nth: number; drawn: TemplateResult } | undefined {
    const told = this.#told;
    if (!told || keys.includes(told.key)) return undefined;
    const { key, nth, said, folds } = told;
    const drawn = html`${folds ?? nothing}
      <p part="status told" class="told aside">${draw(said)}</p>`;
    return { key: `${key} gone`, nth, drawn };
  }

  /** Asks two who were introduced whether they talked, once it is time. */
  drawAfter({ introduction = '', asksAfter }: IntroSaid): unknown {
    if (!asksAfter || this.#notYet.has(introduction)) return nothing;
    const onNotYet = () => {
      this.#notYet.add(introduction);
      this.widget.requestUpdate();
    };
    return drawAfter(this.#words, (on) => this.say('kith-met', { introduction, on }), onNotYet);
  }

  /** The way to bring two others together. */
  drawFoot(): unknown {
    return html`<p class="acts foot">
      <button
        part="introduce"
        class="quiet"
        aria-haspopup="dialog"
        @click=${() => this.#drafts.begin('introduce', { kind: 'introduce', people: [undefined, undefined], q: '', text: '' })}
      >
        ${this.#words.introduceTwo}
      </button>
    </p>`;
  }

  /** The way to say what one could use a hand with, and what others read of it. */
  drawOffer(me: Member, takes: boolean): unknown {
    const { asks = [] } = me;
    const words = this.#words;
    const { format } = this.around().language;
    const read = asks.length ? words.couldUse(called(me), format.list(asks.map((word) => ({ word })))) : undefined;
    return html`${read ? html`<p class="aside">${draw(read)}</p>` : nothing}
    ${
      takes && this.#drafts.open?.kind !== 'need'
        ? html`<p class="acts">
            <button part="offer" class="main" @click=${() => this.#drafts.begin('need', { kind: 'need', text: '' })}>
              ${words.addAsk}
            </button>
          </p>`
        : nothing
    }
    ${this.told([])?.drawn}`;
  }

  /** What is being written. */
  drawDraft(): TemplateResult | typeof nothing {
    const open = this.#open;
    const { language, store, me } = this.around();
    if (!open || !store || !me) return nothing;
    const writing: Writing = {
      words: this.#words,
      language,
      store,
      me,
      say: this.say,
      drafts: this.#drafts,
      onKnown: (member) => member.name && this.asked.push(member),
      onDone: (said) => this.tell({ key: '', nth: 0, said }),
    };
    return drawWriting(open, writing, this.#people.value?.value);
  }
}
