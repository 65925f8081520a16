import {
  sayFollowers,
  sayWhoRemembers,
  type Answer,
  type Language,
  type Loaded,
  type Store,
  type Words,
} from '@kith/core';
import { html, type ReactiveControllerHost } from 'lit';
import { inLanguage } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import { draw, pebble } from '../parts.js';
import { cheerButton, type Saying } from './buttons.js';
import { spoken } from './desk.js';
import { cheersOf } from './path.js';

/** Whose eyes see them, and how they are drawn. */
interface Drawing {
  store: Store;
  viewer: string;
  language: Language<Words<'ladder'>>;
  pictures: 'none' | 'allow';
  cheer: Saying['cheer'];
}

/** The others on the reader's ladder, as far as they let it be seen; nothing of them is compared. */
export class Others {
  readonly #everyone: AtomController<Loaded<Answer<{ kind: 'ladder' }>>>;

  /** `find` gives the ladder's store and id, where it is the reader's own. */
  constructor(
    widget: ReactiveControllerHost & HTMLElement,
    find: () => { store: Store | undefined; id: string } | undefined,
  ) {
    this.#everyone = new AtomController(widget, () => {
      const { store, id } = find() ?? {};
      return id === undefined ? undefined : store?.ask({ kind: 'ladder', id }).$answer;
    });
  }

  /** Who is where the reader was, to be cheered by who knows the way. */
  followers({ store, viewer, language, pictures, cheer }: Drawing) {
    const everyone = this.#everyone.value?.value;
    const spoken = inWords(language);
    return (
      everyone &&
      sayFollowers(everyone, viewer, spoken, store.now()).map(
        (each) =>
          html`<div class="cheers follower aside">
            <p class="beside">${pebble(each.cheer.member, 1, pictures)}<span>${draw(each.said)}</span></p>
            ${cheersOf(each.cheers, pictures)} ${cheerButton(each.cheer, { cheer }, language)}
          </div>`,
      )
    );
  }

  /** Who remembers a first like the reader's newest. */
  remembered({ viewer, language }: Drawing) {
    const everyone = this.#everyone.value?.value;
    const said = everyone && sayWhoRemembers(everyone, viewer, inWords(language));
    return said && draw(said);
  }
}

function inWords(language: Language<unknown>): Language<Words<'ladderActs'>> {
  return { ...language, words: inLanguage(spoken, language) };
}
