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
import { inLanguage } from '../acts/index.js';
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
  #draft: Draft | undefined;
  readonly #introductions: AtomController<Loaded<Answer<{ kind: 'introductions' }>>>;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
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
  edit({ name, detail }: Intent): void {
    if (name === 'record') this.write({ kind: 'record', ...detail, value: String(detail.value) });
    if (name === 'ask-intro') this.write({ kind: 'ready', to: detail.with, text: detail.text });
  }

  wordsOf({ name, detail }: Intent): string | undefined {
    const { ladder, language } = this.around();
    return ladder && name === 'record' ? sayMany(detail.value, detail.measure, ladder, language) : undefined;
  }

  /** Asks something in place, or nothing any more. */
  write(draft: Draft | undefined): void {
    this.forget(draft);
    this.widget.requestUpdate();
  }

  /** What somebody writes is for whom they write it: of others it is not drawn. */
  forget(draft?: Draft): void {
    this.#draft = draft;
  }

  /** What stands beside the buttons: what is asked, or how it went; and how it stands with what was asked before. */
  besides(): Pick<Saying, 'asked' | 'beside'> {
    const { store, language, ladder, progress, whose, climber } = this.around();
    if (!store || !ladder || !climber) return {};
    const row = progress.find(({ member }) => member === whose);
    const { introductions = [] } = this.#introductions.value?.value ?? {};
    const desk: Desk = { ladder, row, climber, introductions, language, store, on: this.#on };
    return { beside: this.#beside(desk), asked: askedOf(desk) };
  }

  readonly #on: Desk['on'] = {
    onChange: (more) => this.#draft && this.write({ ...this.#draft, ...more }),
    onLeave: () => this.write(undefined),
    onRecord: (detail, after) => this.write(this.say('kith-record', detail) ? after : undefined),
    onReady: (detail) => {
      this.say('kith-ask-intro', detail);
      this.write(undefined);
    },
  };

  #beside(desk: Desk): TemplateResult | typeof nothing {
    const draft = this.#draft;
    if (draft?.kind === 'record') return askRecord(draft, desk);
    if (draft?.kind === 'ready') return askReady(draft, desk);
    const { ladder, language, store } = desk;
    const isRefused = store.$wishes
      .get()
      .some(({ intent, refusal }) => refusal && intent.name === 'record' && intent.detail.ladder === ladder.id);
    if (!draft || isRefused) return nothing;
    const words = inLanguage(spoken, language);
    return html`<p class="aside">${draft.stays === undefined ? words.onTheBoard : words.bestStays(draft.stays)}</p>`;
  }
}
