import { keepPlaces, sayIntros, speech, type IntroSaid, type Phrase, type Provider } from '@kith/core';
import { meeting, note as words } from '@kith/core/strings/en';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ActsController } from '../acts-controller.js';
import type { Say } from '../emit.js';
import type { LateController } from '../late-controller.js';
import type { IntroDesk } from './acts.js';
import type { Around } from './around.js';
import type { IntroDetail } from './detail.js';
import { note, type Drawing } from './note.js';
import { noteStyles } from './note.styles.js';

const spoken = speech({ meeting, note: words });

/** For how many months somebody is not suggested whom the reader passed over. */
const AWAY = 6;

/** What a member reads, and a visitor never: their notes, and what is said by one press in them. */
export class Notes {
  readonly styles = noteStyles;
  /** The notes as they stood when they were last drawn. */
  #places: readonly string[] = [];

  constructor(
    private readonly widget: HTMLElement,
    private readonly around: () => Around,
    private readonly desk: ActsController<IntroDesk>,
    private readonly detail: LateController<IntroDetail>,
    private readonly say: Say,
  ) {}

  get #language() {
    const { format } = this.around().language;
    return spoken.now(format.locale) ?? spoken.english;
  }

  get said(): IntroSaid[] {
    const { store, me, whom, limit, suggestions, introductions } = this.around();
    if (!store || !me || !suggestions || !introductions) return [];
    const from = { me, whom, limit, also: this.desk.here?.asked, suggestions, introductions };
    return keepPlaces(sayIntros(from, this.#language, store.now()), this.#places);
  }

  /** What is said where there is none. */
  get nobodyFits(): string {
    return this.#language.words.nobodyFits;
  }

  draw(): TemplateResult {
    const { store, whom, pictures, headingLevel, isCurrent, unsent } = this.around();
    const language = this.#language;
    const notes = this.said;
    this.#places = notes.map(({ key }) => key);
    const desk = this.desk.here;
    const takes: Drawing['takes'] = (name) => store?.takes(name) ?? false;
    const [first] = notes.filter(({ standing }) => standing !== 'asked' && standing !== 'closed');
    const drawing: Drawing = {
      language,
      pictures,
      headingLevel,
      isCurrent,
      takes,
      main: first ?? notes[0],
      onAsk: this.#onAsk,
      onPass: this.#onPass,
      onAnswer: this.#onAnswer,
      waits: (said) => desk?.waits(said, unsent()) ?? false,
      onCalendar: (said) => this.detail.do((detail) => detail.giveCalendar(said, language)),
      drawAfter: (said) => (takes('met') ? desk?.drawAfter(said) : undefined),
    };
    const all = notes.map((said) => ({ key: said.key, drawn: note(said, drawing) }));
    const told = desk?.told(this.#places);
    if (told) all.splice(told.nth, 0, told);
    return html`${repeat(
      all,
      ({ key }) => key,
      ({ drawn }) => drawn,
    )}
    ${whom === undefined && takes('introduce') ? desk?.drawFoot() : nothing}`;
  }

  /** What stands beneath the notes, also where there are none: a round for everybody, and what is being written. */
  drawBelow(): unknown[] {
    return [this.#drawRound(), this.desk.here?.drawDraft()];
  }

  /** What a host unfolds to bring everybody together. */
  #drawRound(): unknown {
    const { store, me, whom } = this.around();
    if (!me?.host || whom !== undefined || !store?.takes('introduce') || !hasRound(store.provider)) return nothing;
    const round = this.detail.here?.round;
    const onToggle = () => this.detail.do((detail) => detail.round.toggle());
    return html`<p class="acts everybody">
        <button part="round" class="quiet" aria-expanded=${round?.isOpen ?? false} @click=${onToggle}>
          ${this.#language.words.introduceEverybody}
        </button>
      </p>
      ${round?.draw()}`;
  }

  #onAsk = (said: IntroSaid) => {
    this.desk.do((desk) => desk.ask(said));
  };

  #onPass = (said: IntroSaid) => {
    const [, other] = said.people;
    const now = this.around().store?.now();
    if (!other || !now) return;
    const until = new Date(now);
    until.setUTCMonth(until.getUTCMonth() + AWAY);
    const detail = { with: other.id, until: until.toISOString() };
    if (this.say('kith-pass-intro', detail, { sent: this.#sentence }))
      this.#tell(said, (desk) => desk.passed(other, AWAY));
  };

  #onAnswer = (said: IntroSaid, on: boolean) => {
    const detail = { introduction: said.introduction ?? '', on };
    if (!this.say('kith-answer-intro', detail, on ? {} : { sent: this.#sentence }) || on) return;
    this.#tell(said, (desk) => desk.declined());
  };

  /** Says what becomes of a note that is gone, in its place. */
  #tell({ key }: IntroSaid, sentence: (desk: IntroDesk) => Phrase) {
    const nth = this.#places.indexOf(key);
    const folds = this.widget.shadowRoot?.querySelectorAll('.note')[nth];
    void this.desk.get().then((desk) => desk?.tell({ key, nth, said: sentence(desk), folds }));
  }

  #sentence = () => this.desk.here?.sentence;
}

/** Whether everybody can be introduced: here, or where a Kith server is run. */
function hasRound({ name, reach, round }: Provider): boolean {
  return reach !== 'mail' && (round !== undefined || name === 'server');
}
