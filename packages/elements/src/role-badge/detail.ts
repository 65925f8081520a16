import {
  isOnItsWay,
  roleOf,
  sayBecauses,
  sayShown,
  speech,
  type Answer,
  type Language,
  type Loaded,
  type RoleSaid,
  type Words,
} from '@kith/core';
import { roleDetail } from '@kith/core/strings/en';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { AtomController } from '../atom-controller.js';
import { LateController } from '../late-controller.js';
import { draw } from '../parts.js';
import { retryLine } from '../status.js';
import { detailStyles } from './detail.styles.js';
import { foreignBadges } from './foreign-badges.js';
import type { Drawn } from './buttons.js';
import type { Badge, RoleReading } from './reading.js';
import type { TakenAlong } from './taken-along.js';

const spoken = speech({ roleDetail });

/** Newest first; beyond that it is a wall's to show them. */
const ASKED = 20;

type Letters = Loaded<Answer<{ kind: 'wall' }>>;

/** What is read of a badge beyond its first look: the letters that show a role, what it needs, and what is taken along. */
export class Detail {
  readonly styles = detailStyles;
  readonly #along: LateController<TakenAlong>;
  /** Of the roles that were unfolded. */
  readonly #letters = new Map<string, AtomController<Letters>>();

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
  ) {
    this.#along = new LateController(badge, async () => {
      const { TakenAlong } = await import('./taken-along.js');
      return new TakenAlong(badge, reading);
    });
  }

  /** What is taken along is unfolded. */
  takeAlong(): void {
    this.#along.do((along) => along.open());
  }

  renderAlong(language: Language<Words>): Drawn {
    const { here, again } = this.#along;
    if (again) return retryLine(language.words.failed, language.words, again);
    return here?.render(language) ?? nothing;
  }

  /** A role is unfolded: by now its letters are asked for. */
  unfold(role: string): void {
    if (this.#letters.has(role)) return;
    this.#letters.set(role, new AtomController(this.badge, () => this.#asked(role)?.$answer));
  }

  #asked(role: string) {
    const { store, member } = this.badge;
    return member ? store?.ask({ kind: 'wall', filters: { member, role }, limit: ASKED }) : undefined;
  }

  /** A role of somebody's, once it is unfolded; nothing before. */
  render(said: RoleSaid, language: Language<Words<'badge'>>): Drawn {
    const letters = this.#letters.get(said.id);
    if (!letters) return nothing;
    const { description, needs } = roleOf(said.id, this.reading.roles, language);
    const { words } = language;
    const { answer } = this.reading;
    const becauses = answer ? sayBecauses(answer, said.id, language) : [];
    return html`${
      becauses.length
        ? html`<ul class="becauses aside">
            ${becauses.map((because) => html`<li part="reason">${draw(because)}</li>`)}
          </ul>`
        : nothing
    }
    ${this.#renderLetters(said.id, letters.value, language)}
    ${description ? html`<p part="description" class="aside"><bdi>${description}</bdi></p>` : nothing}
    ${needs ? html`<p part="needs" class="aside">${draw(words.needs([{ name: needs }]))}</p>` : nothing}`;
  }

  #renderLetters(role: string, loaded: Letters | undefined, language: Language<Words>) {
    const { member, store } = this.badge;
    if (loaded?.state === 'failed' && !loaded.value)
      return retryLine(language.words.failed, language.words, () => this.#asked(role)?.reload());
    if (!loaded?.value || !member || !store) return nothing;
    const { words } = spoken.now(language.format.locale) ?? spoken.english;
    const shown = this.reading.member?.roles?.find((held) => held.role === role)?.shown;
    const { first, more } = sayShown(loaded.value, member, shown, language);
    if (!first.length) return more !== 0 ? nothing : html`<p class="aside">${words.noLetterYet}</p>`;
    const now = store.now();
    return html`<div class="letters aside">
      <p>${words.lettersShow}</p>
      <ul>
        ${first.map(
          ({ letter, said, lang }) =>
            html`<li part="letter">
              <span lang=${ifDefined(lang)} dir="auto">${draw(said)}</span>
              ${isOnItsWay(letter, now) ? nothing : foreignBadges(letter, this.badge, language, now)}
            </li>`,
        )}
      </ul>
      ${more === 0 ? nothing : html`<p>${more === undefined ? words.lettersBeyond : words.moreLetters(more)}</p>`}
    </div>`;
  }
}
