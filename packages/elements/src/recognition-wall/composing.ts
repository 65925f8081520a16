import {
  sixRoles,
  type Detail,
  type Intent,
  type Language,
  type Reward,
  type Role,
  type Store,
  type WallFilters,
  type Words,
  type Written,
} from '@kith/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Aside } from '../emit.js';
import { composerStyles } from './composer.styles.js';
import { Composer } from './composer.js';
import { writtenOn } from './way-in.js';

/** A letter as it is sent. */
export type Letter = Detail<'recognize'>;

/** Sends a letter; gives whether the store has it. */
export type Send = (letter: Letter, aside: Aside) => boolean;

/** Where letters are written: a wall, as the composer needs to know it. */
export interface Place {
  store: Store;
  language: Language<Words<'wall'>>;
  roles: readonly Role[];
  pictures: 'none' | 'allow';
  /** What is known of a letter before it is written: what the wall shows is what is written on it. */
  given: Partial<Letter> & { occasion: Written };
  /** The composer is open without a press, and stays open. */
  isOpen: boolean;
}

/** A wall. */
interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  pictures: 'none' | 'allow';
  compose: boolean;
}

/** The composer of a wall, and what the wall has to do with it. */
export class Composing {
  readonly styles = composerStyles;
  /** Undefined before somebody writes. */
  composer: Composer | undefined;
  /** What was refused may be of another kind than what is written on this wall. */
  #refused: Written | undefined;

  constructor(
    private readonly host: Host,
    private readonly around: () => {
      language: Place['language'];
      roles: readonly Role[] | undefined;
      filters: WallFilters;
    },
    private readonly send: Send,
  ) {}

  /** Opens the composer with a letter that was refused. */
  takeUp({ key, name, detail }: Intent): void {
    if (name !== 'recognize') return;
    this.#refused = writtenOn(detail.occasion);
    this.open({ key, letter: detail });
  }

  open(refused?: { key: string; letter: Letter }): void {
    const place = this.#place;
    if (!place) return;
    this.composer ??= new Composer(this.host, this.send, place);
    this.composer.open(refused);
  }

  /** The refused letter that is open. */
  get editing(): string | undefined {
    return this.#isOpen ? this.composer?.editing : undefined;
  }

  /** The composer, where it is open. */
  render(): TemplateResult | undefined {
    const place = this.#place;
    if (place?.isOpen) this.composer ??= new Composer(this.host, this.send, place);
    return place && this.#isOpen ? this.composer?.render(place) : undefined;
  }

  get #isOpen(): boolean {
    return this.composer?.isOpen || this.#place?.isOpen || false;
  }

  get #place(): Place | undefined {
    const { store, pictures, compose } = this.host;
    const { language, roles = sixRoles, filters } = this.around();
    const { member, role, reward: checked } = filters;
    const isHere = writtenOn(filters.occasion);
    const occasion = isHere ?? this.#refused;
    if (!store || !occasion) return undefined;
    // By the wall.
    const reward = checked as Reward | undefined;
    const to = member && member !== store.viewer ? [member] : undefined;
    const given = { occasion, ...(role && { role }), ...(reward && { reward }), ...(to && { to }) };
    return { store, language, roles, pictures, given, isOpen: compose && isHere !== undefined };
  }
}
