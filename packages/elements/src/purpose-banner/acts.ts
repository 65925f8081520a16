import { speech, type Answer, type Intent, type Loaded, type Member, type PurposeSaid, type Store } from '@kith/core';
import { bannerActs } from '@kith/core/strings/en';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { AtomController } from '../atom-controller.js';
import { actWords, Drafts, inLanguage, question } from '../acts/index.js';
import type { Aside, Say } from '../emit.js';
import type { Around } from './around.js';
import { afterwards } from './afterwards.js';
import { bannerActsStyles } from './acts.styles.js';
import { unfold } from './unfold.js';
import { walkDot } from './walk-dot.js';

const spoken = speech({ bannerActs });

/** What a banner's reader does beyond a button's press: what they write, and where the dot walks. */
export class BannerDesk {
  readonly styles = bannerActsStyles;
  /** The line somebody is writing; with their name, where that was not said before. */
  readonly #lines: Drafts<{ text: string; isWithName?: boolean }>;
  /** The viewer's part as it was drawn last, of which store. */
  #stood: { store: Store; mine: PurposeSaid['mine'] } | undefined;

  /** Who reads it, where their name is on it or something is unfolded, and nothing else here says who they are. */
  readonly #me: AtomController<Loaded<Answer<{ kind: 'member'; id: string }>>>;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.#lines = new Drafts(widget);
    this.#me = new AtomController(widget, () => {
      const { store, answer, late } = around();
      const { viewer } = store ?? {};
      const isKnown = viewer === undefined || answer?.people.some(({ id }) => id === viewer);
      return isKnown || (answer?.purpose?.mine?.pledged === undefined && !late.here)
        ? undefined
        : store?.ask({ kind: 'member', id: viewer }).$answer;
    });
  }

  get self(): Member | undefined {
    return this.#me.value?.value?.member;
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

  /** What became of a press, beside its button. */
  drawAfter(mine: PurposeSaid['mine'], onPledge: ((on: boolean) => void) | undefined) {
    return afterwards(mine, inLanguage(spoken, this.around().language), onPledge && (() => onPledge(false)));
  }

  /** What changed since the viewer signed, where that is known; and what is asked. */
  drawBelow({ pledged }: PurposeSaid['mine']): unknown[] {
    const { language, answer, late } = this.around();
    const { earlier, mine } = answer?.purpose ?? {};
    const isKnown = pledged === 'earlier' && earlier?.some(({ version }) => version === mine?.pledged);
    const changed = isKnown && unfold(late, 'changed', 'wordings', inLanguage(spoken, language).seeWhatChanged);
    return [changed || nothing, this.#drawQuestion()];
  }

  /** The question that follows a name: why they are here, in a line others can stand behind. */
  #drawQuestion(): TemplateResult | typeof nothing {
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

  /** A name that was refused and is put anew takes its own place; what was written with it waits for its own answer. */
  get aside(): Aside {
    const refused = this.around().unsent.find(
      ({ intent, refusal }) => refusal && intent.name === 'pledge' && !intent.detail.line,
    );
    return refused ? { instead: refused.intent.key } : {};
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
