import { sayMany, type Answer, type Intent, type LadderSaid, type Loaded } from '@kith/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Drafts, inLanguage } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import type { Say } from '../emit.js';
import type { Saying } from './buttons.js';
import { spoken, type Desk, type Draft } from './desk.js';
import type { Around } from './around.js';
import { Others } from './followers.js';
import { askedOf, askReady } from './ready.js';
import { askRecord } from './record.js';
import { ladderActsStyles } from './acts.styles.js';
import { Sewing } from './sewing.js';
import { seenBy, visibility } from './visibility.js';

/** What a ladder's reader does beyond a button's press: what they write up, and whom they tell that they are ready. */
export class LadderDesk {
  readonly styles = ladderActsStyles;
  readonly sewing: Sewing;
  readonly #drafts: Drafts<Draft>;
  /** What was written up last; `stays`: the best that was, where this one was not better. */
  #written: { stays: number | undefined } | undefined;
  /** The reader is choosing who sees it. */
  #isChoosing = false;
  readonly #introductions: AtomController<Loaded<Answer<{ kind: 'introductions' }>>>;

  readonly #others: Others;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.sewing = new Sewing(widget);
    this.#drafts = new Drafts(widget);
    this.#others = new Others(widget, () => {
      const { store, ladder, climber, whose } = this.around();
      return ladder && climber && whose !== undefined && whose === store?.viewer ? { store, id: ladder.id } : undefined;
    });
    this.#introductions = new AtomController(widget, () => {
      const { store, climber } = this.around();
      return store?.takes('ask-intro') && climber?.ready.length
        ? store.ask({ kind: 'introductions' }).$answer
        : undefined;
    });
  }

  /** Follows what is said of somebody: what is written is for whom it is written, and of others it is not drawn. */
  follow(said: LadderSaid): void {
    const { store, whose } = this.around();
    const wishes = store?.$wishes.get() ?? [];
    if (!this.sewing.follow(said, [store, said.id, whose], store?.now() ?? new Date(), wishes)) this.#forget();
  }

  /** Whether a wish is told of here. */
  isOwn({ name, detail }: Intent): boolean {
    const { store, ladder, whose, climber } = this.around();
    const isMine = whose !== undefined && whose === store?.viewer;
    if (name === 'profile') return isMine && ladder !== undefined && detail.patch.progress?.ladder === ladder.id;
    if (name === 'ask-intro') return climber?.ready.some((host) => host.id === detail.with) ?? false;
    if (!('ladder' in detail) || detail.ladder !== ladder?.id) return false;
    // Whom the reader cheers from their own ladder is not on it.
    return 'member' in detail && !(isMine && name === 'cheer') ? detail.member === whose : isMine;
  }

  /** Opens what somebody wrote in a wish. */
  edit({ key, name, detail }: Intent): void {
    if (name === 'record')
      this.#drafts.mend(key, { kind: 'record', ...detail, value: this.around().language.format.number(detail.value) });
    if (name === 'ask-intro') this.#drafts.mend(key, { kind: 'ready', to: detail.with, text: detail.text });
    if (name === 'profile') this.#choose(true);
  }

  editing(): string | undefined {
    return this.#drafts.instead;
  }

  wordsOf({ name, detail }: Intent): string | undefined {
    const { ladder, language } = this.around();
    if (name === 'profile' && detail.patch.progress)
      return seenBy(detail.patch.progress.visibility, inLanguage(spoken, language));
    return ladder && name === 'record' ? sayMany(detail.value, detail.measure, ladder, language) : undefined;
  }

  /** Asks something in place. */
  write(kind: Draft['kind']): void {
    this.#written = undefined;
    this.#drafts.begin(kind, { kind });
  }

  #forget(): void {
    this.#written = undefined;
    this.#isChoosing = false;
    this.#drafts.forget();
  }

  /**
   * What stands beside the buttons: what is asked, or how it went, and whom the reader may cheer; how it stands with what
   * was asked before; and at the end who sees it.
   */
  besides(): Pick<Saying, 'asked' | 'beside' | 'foot' | 'remembered'> {
    const { store, language, ladder, progress, whose, climber, pictures, cheer } = this.around();
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
    const said = { beside: this.#beside(desk), asked: askedOf(desk) };
    const { viewer } = store;
    if (viewer === undefined || viewer !== whose) return said;
    const drawing = { store, viewer, language, pictures, cheer };
    return {
      ...said,
      beside: [said.beside, climber.standing === 'active' ? this.#others.followers(drawing) : nothing],
      remembered: this.#others.remembered(drawing),
      foot: visibility(desk, this.#isChoosing, this.#choose),
    };
  }

  readonly #choose = (isOpen: boolean) => {
    this.#isChoosing = isOpen;
    this.widget.requestUpdate();
  };

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
