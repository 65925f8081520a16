import {
  sayMany,
  type Answer,
  type ClimberSaid,
  type Intent,
  type Ladder,
  type Language,
  type Loaded,
  type Progress,
  type Store,
  type Words,
} from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Drafts, inLanguage } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import type { Say } from '../emit.js';
import type { Saying } from './buttons.js';
import { spoken, type Desk, type Draft } from './desk.js';
import { askedOf, askReady } from './ready.js';
import { askRecord } from './record.js';

/** Whose ladder it is, as it stands. */
export interface Around {
  store: Store | undefined;
  language: Language<Words<'ladder'>>;
  ladder: Ladder | undefined;
  progress: readonly Progress[];
  /** Whose steps: a member's id. */
  whose: string | undefined;
  climber: ClimberSaid | undefined;
}

/** What a ladder's reader does beyond a button's press: what they write up, and whom they tell that they are ready. */
export class LadderDesk {
  readonly #drafts: Drafts<Draft>;
  /** What was written up last; `stays`: the best that was, where this one was not better. */
  #written: { stays: number | undefined } | undefined;
  readonly #introductions: AtomController<Loaded<Answer<{ kind: 'introductions' }>>>;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.#drafts = new Drafts(widget);
    this.#introductions = new AtomController(widget, () => {
      const { store, climber } = this.around();
      return store?.takes('ask-intro') && climber?.ready.length
        ? store.ask({ kind: 'introductions' }).$answer
        : undefined;
    });
  }

  /** Whether a wish is told of here. */
  isOwn({ name, detail }: Intent): boolean {
    const { store, ladder, whose, climber } = this.around();
    if (name === 'ask-intro') return climber?.ready.some((host) => host.id === detail.with) ?? false;
    if (!('ladder' in detail) || detail.ladder !== ladder?.id) return false;
    const isMine = whose !== undefined && whose === store?.viewer;
    // Whom the reader cheers from their own ladder is not on it.
    return 'member' in detail && !(isMine && name === 'cheer') ? detail.member === whose : isMine;
  }

  /** Opens what somebody wrote in a wish. */
  edit({ key, name, detail }: Intent): void {
    if (name === 'record') this.#drafts.mend(key, { kind: 'record', ...detail, value: String(detail.value) });
    if (name === 'ask-intro') this.#drafts.mend(key, { kind: 'ready', to: detail.with, text: detail.text });
  }

  editing(): string | undefined {
    return this.#drafts.instead;
  }

  wordsOf({ name, detail }: Intent): string | undefined {
    const { ladder, language } = this.around();
    return ladder && name === 'record' ? sayMany(detail.value, detail.measure, ladder, language) : undefined;
  }

  /** Asks something in place. */
  write(kind: Draft['kind']): void {
    this.#written = undefined;
    this.#drafts.begin(kind, { kind });
  }

  /** What somebody writes is for whom they write it: of others it is not drawn. */
  forget(): void {
    this.#written = undefined;
    this.#drafts.forget();
  }

  /** What stands beside the buttons: what is asked, or how it went; and how it stands with what was asked before. */
  besides(): Pick<Saying, 'asked' | 'beside'> {
    const { store, language, ladder, progress, whose, climber } = this.around();
    if (!store || !ladder || !climber) return {};
    const row = progress.find(({ member }) => member === whose);
    const { introductions = [] } = this.#introductions.value?.value ?? {};
    const desk: Desk = {
      ladder,
      row,
      climber,
      introductions,
      language,
      store,
      drafts: this.#drafts,
      say: this.say,
      onWritten: this.#onWritten,
    };
    return { beside: this.#beside(desk), asked: askedOf(desk) };
  }

  readonly #onWritten: Desk['onWritten'] = (stays) => {
    // What became a draft of a letter is on no board yet.
    this.#written = this.around().store?.provider.reach === 'mail' ? undefined : { stays };
  };

  #beside(desk: Desk): TemplateResult | typeof nothing {
    const { open: draft } = this.#drafts;
    const written = this.#written;
    if (draft?.kind === 'record') return askRecord(draft, desk);
    if (draft?.kind === 'ready') return askReady(draft, desk);
    const { ladder, language, store } = desk;
    const isRefused = store.$wishes
      .get()
      .some(({ intent, refusal }) => refusal && intent.name === 'record' && intent.detail.ladder === ladder.id);
    if (!written || isRefused) return nothing;
    const words = inLanguage(spoken, language);
    return html`<p class="aside">
      ${written.stays === undefined ? words.onTheBoard : words.bestStays(written.stays)}
    </p>`;
  }
}
