import type { Language, Role, Store, WallFilters, WallShown, Words } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { Choice } from './choice.js';
import { detailStyles } from './detail.styles.js';
import { Turn } from './turn.js';
import { Unfolded } from './unfolded.js';
import { Visit } from './visit.js';

/** What the wall is about, as its details need to know it. */
export interface Around {
  store: Store | undefined;
  language: Language<Words<'wall'>>;
  roles: readonly Role[] | undefined;
  /** The letters of this choice; undefined before they are here. */
  shown: WallShown | undefined;
  filters: WallFilters;
  /** What the page chose. */
  own: WallFilters;
}

/** A wall. */
export type Wall = ReactiveControllerHost & HTMLElement;

/** What is read on a wall beyond the first look: what is unfolded, chosen, come for; and whose turn it is. */
export class Detail {
  readonly styles = detailStyles;
  readonly choice: Choice;
  readonly unfolded: Unfolded;
  readonly visit: Visit;
  readonly turn: Turn;

  constructor(wall: Wall, around: () => Around) {
    this.choice = new Choice(wall, around);
    this.unfolded = new Unfolded(wall, around);
    this.visit = new Visit(wall, around, this.choice);
    this.turn = new Turn(wall, around);
  }

  /** What is read: the letters of this choice, or of the one before while they are on their way; first the one come for. */
  see(shown: WallShown | undefined): WallShown | undefined {
    const seen = shown ?? this.choice.before;
    return seen && this.visit.see(seen);
  }

  /** Does what was pressed. */
  press(button: HTMLButtonElement): void {
    if (button.name === 'choose') this.choice.toggle();
    else this.unfolded.press(button);
  }
}
