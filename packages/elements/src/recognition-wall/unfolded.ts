import { sayRest, type Answer, type Loaded, type Recognition } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inLanguage } from '../acts/words.js';
import { AtomController } from '../atom-controller.js';
import { draw } from '../parts.js';
import { hashOf } from './letter-hash.js';
import type { Around, Wall } from './detail.js';
import { detailSpoken } from './detail-words.js';
import { LetterFocus } from './letter-focus.js';
import type { Drawing, More } from './letter.js';

/** What of letters was unfolded, and which pictures were asked for. Nothing is requested before. */
export class Unfolded implements More {
  ids: ReadonlySet<string> = new Set();
  readonly #rests = new Set<string>();
  readonly #pictures = new Set<string>();
  /** What those that were unfolded grew out of, wherever they stand. */
  readonly #bornFrom = new Set<string>();
  /** Of these whatever fits what the page chose, so that a link leads there, and is not among those that are shown. */
  readonly #origins: AtomController<Loaded<Answer<{ kind: 'wall' }>>>;
  readonly #focus: LetterFocus;

  constructor(
    private readonly wall: Wall,
    private readonly around: () => Around,
  ) {
    this.#focus = new LetterFocus(wall);
    this.#origins = new AtomController(wall, () => {
      const { store, own: filters } = this.around();
      const ids = [...this.#bornFrom].filter((id) => !this.#find(id));
      return store && ids.length ? store.ask({ kind: 'wall', filters, ids }).$answer : undefined;
    });
  }

  get with(): readonly unknown[] {
    return [this.ids, this.#origins.value];
  }

  isOpen(id: string): boolean {
    return this.#rests.has(id);
  }

  shows(src: string): boolean {
    return this.#pictures.has(src);
  }

  press(button: HTMLButtonElement): void {
    const letter = button.closest('.letter')?.id ?? '';
    // No id has a "/" in it: before one stands where else the letter is.
    const id = letter.slice(letter.indexOf('/') + 1);
    if (button.name === 'picture') {
      this.#pictures.add(button.value);
      // The button goes.
      this.#focus.to(letter);
    } else if (!this.#rests.delete(id)) this.#rests.add(id);
    this.ids = new Set([...this.ids, id]);
    this.wall.requestUpdate();
  }

  #find(id: string): Recognition | undefined {
    return this.around().shown?.letters.find((letter) => letter.id === id);
  }

  rest(letter: Recognition, { people, language, now }: Drawing): TemplateResult {
    const { bornFrom = '' } = letter;
    if (bornFrom && !this.#bornFrom.has(bornFrom)) {
      this.#bornFrom.add(bornFrom);
      // It is asked for by the next update.
      void this.wall.updateComplete.then(() => this.wall.requestUpdate());
    }
    const origin = this.#find(bornFrom) ?? this.#origins.value?.value?.letters.find(({ id }) => id === bornFrom);
    const words = { ...language, words: inLanguage(detailSpoken, language) };
    const said = sayRest(letter, (id) => people.get(id), origin, words, now, hashOf);
    return html`<div class="aside rest">
      ${said.map(({ said: each, lang }) => html`<p lang=${ifDefined(lang)}>${draw(each)}</p>`)}
    </div>`;
  }
}
