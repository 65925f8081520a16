import {
  speech,
  type Answer,
  type Intent,
  type Language,
  type PurposeSaid,
  type Store,
  type Waiting,
  type Words,
} from '@kith/core';
import { bannerActs } from '@kith/core/strings/en';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { actWords, Drafts, inLanguage, question } from '../acts/index.js';
import type { Say } from '../emit.js';
import { bannerActsStyles } from './acts.styles.js';
import { lines } from './lines.js';
import { walkDot } from './walk-dot.js';

const spoken = speech({ bannerActs });

/** Whose purpose it is, as it stands. */
export interface Around {
  store: Store | undefined;
  language: Language<Words<'banner'>>;
  answer: Answer<{ kind: 'purpose' }> | undefined;
  /** The wording that is read. */
  version: number;
  unsent: readonly Waiting[];
}

/** What a banner's reader does beyond a button's press: what they write, and whose lines they read. */
export class BannerDesk {
  readonly styles = bannerActsStyles;
  /** The line somebody is writing; with their name, where that was not said before. */
  readonly #lines: Drafts<{ text: string; isWithName?: boolean }>;
  /** The lines are read. */
  #isUnfolded = false;
  /** The viewer's part as it was drawn last, of which store. */
  #stood: { store: Store; mine: PurposeSaid['mine'] } | undefined;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.#lines = new Drafts(widget);
  }

  /** Whether a wish is told of here. */
  isOwn({ name, detail }: Intent): boolean {
    return name === 'with-us' || name === 'pledge' || ('subject' in detail && detail.subject.kind === 'line');
  }

  /** Opens the line somebody wrote in a wish. */
  edit({ key, detail }: Intent): void {
    if ('line' in detail) this.#lines.mend(key, { text: detail.line ?? '' });
  }

  editing(): string | undefined {
    return this.#lines.instead;
  }

  /** Asks for a line. */
  write(isWithName: boolean): void {
    this.#lines.begin('line', { text: '', isWithName });
  }

  leave(): void {
    this.#lines.leave();
  }

  unfold(isUnfolded: boolean): void {
    this.#isUnfolded = isUnfolded;
    this.widget.requestUpdate();
  }

  /** The question that follows a name: why they are here, in a line others can stand behind. */
  drawQuestion(): TemplateResult | typeof nothing {
    const { open } = this.#lines;
    if (!open) return nothing;
    const { language, version } = this.around();
    const words = inLanguage(spoken, language);
    return question(
      {
        asks: words.whyHere,
        text: open.text,
        draft: this.#lines,
        most: 280,
        submit: open.isWithName ? language.words.putMyName : words.addLine,
        optional: true,
        say: (line, aside) =>
          !(line || open.isWithName) ||
          this.say('kith-pledge', { on: true, purposeVersion: version, ...(line && { line }) }, aside),
      },
      actWords(language),
    );
  }

  /** Why people are here, once somebody unfolds it. */
  drawLines(): TemplateResult | typeof nothing {
    const { store, language, answer, unsent } = this.around();
    if (!this.#isUnfolded || !answer) return nothing;
    return lines({
      answer,
      viewer: store?.viewer,
      language,
      isUnsent: (id) => unsent.some(({ intent }) => intent.key === id),
      onBack: store?.takes('back') ? (detail) => this.say('kith-back', detail) : undefined,
    });
  }

  /** Walks a dot where the viewer's part is another than it was before. */
  follow(mine: PurposeSaid['mine'] | undefined): void {
    const { store } = this.around();
    const { shadowRoot } = this.widget;
    const stood = this.#stood;
    this.#stood = mine && store && { store, mine };
    if (!mine || !shadowRoot || stood?.store !== store) return;
    const was = stood?.mine ?? mine;
    if (was.withUs !== mine.withUs) walkDot(shadowRoot, 'with-us', was.withUs);
    const [signed, signs] = [was.pledged === 'this', mine.pledged === 'this'];
    if (signed !== signs) walkDot(shadowRoot, 'pledge', signed);
  }
}
