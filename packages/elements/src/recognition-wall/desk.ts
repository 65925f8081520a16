import type { Detail, Recognition } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { Drafts, type Question } from '../acts/index.js';
import type { Acquaintance } from './together.js';

const places = ['wall', 'asked', 'kept', 'written'] as const;

/**
 * Where a letter is drawn: on the wall; or before it, where letters to the reader wait or are kept to themselves, where
 * those of theirs wait, and where one stands whose turn it is.
 */
export type Place = (typeof places)[number] | 'turn';

/** A question about a letter. */
export type Asking = 'thank' | 'answer' | 'recognize' | 'keep' | 'report' | 'retract' | 'meet';

/** What is open of one letter at a time: what else can be done about it, and a question. */
export interface Open {
  /** In `status`, where it is told how things stand, of a letter that is drawn nowhere. */
  readonly place: Place | 'status';
  readonly id: string;
  readonly asks?: Asking | undefined;
  /** Whom the answer is for, where that is not who wrote the letter. */
  readonly to?: string | undefined;
  /** Why somebody would be met, where that was said before. */
  readonly because?: Detail<'ask-intro'>['reasons'] | undefined;
  /** What became of the letter's link: it was copied, or this is it, to be copied by hand. */
  readonly link?: 'copied' | 'by hand' | undefined;
}

/** What lies before the reader: what is open, what they have written, and which letters went by their doing. */
export class Desk {
  open: Open | undefined;
  /** How the reader stands to others; nobody asks before they need it. */
  acquaintance: Acquaintance | undefined;
  /** What is written in answer to each question. */
  readonly #drafts: Drafts<{ text: string }>;
  readonly #gone = new Map<string, { letter: Recognition; after: string | undefined; said: string }>();
  readonly #lists = new Map<Place, readonly Recognition[]>();

  constructor(private readonly wall: ReactiveControllerHost & HTMLElement) {
    this.#drafts = new Drafts(wall);
  }

  isOpen(place: Place, id: string): boolean {
    return this.open?.place === place && this.open.id === id;
  }

  /** Shows what became of something. */
  show(open: Open): void {
    this.open = open;
    this.wall.requestUpdate();
  }

  /** Opens something else, or nothing. What was written elsewhere stays there. */
  turn(open: Open | undefined): void {
    this.open = open;
    if (open?.asks) this.#drafts.begin(nameOf(open), { text: '' });
    else this.#drafts.leave();
  }

  /** Opens a question with what was written in a refused wish. */
  mend(open: Open, key: string, text: string): void {
    this.open = open;
    this.#drafts.mend(key, { text });
  }

  /** Opens what a button beneath a letter asks, or closes it. */
  press(button: HTMLButtonElement): void {
    const { name, value } = button;
    const id = button.closest('.letter')?.id ?? '';
    const asks = name === 'further' ? undefined : (name as Asking);
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    this.turn(isOpen ? undefined : { place: 'wall', id, asks, to: value });
  }

  /** The refused wish whose words are open. */
  get editing(): string | undefined {
    return this.#drafts.instead;
  }

  /** What is asked: another one is another field. */
  get asked(): unknown {
    return `${this.editing} ${nameOf(this.open)}`;
  }

  /** What was written so far in answer to the open question. */
  get text(): string {
    return this.#drafts.open?.text ?? '';
  }

  /** The draft of the open question, which gives way to this once it is left, or to `then` once it is answered. */
  draft(after: Open | undefined, then?: Open): Question['draft'] {
    const drafts = this.#drafts;
    return {
      change: (different) => {
        // Another object, so that what draws it sees the change.
        this.open = this.open && { ...this.open };
        drafts.change(different);
      },
      leave: () => this.turn(after),
      drop: () => {
        drafts.drop();
        this.turn(after);
      },
      send: (say) => {
        const isTaken = drafts.send(say);
        if (isTaken) this.turn(then);
        return isTaken;
      },
    };
  }

  /** Says something in the place of a letter, once it is gone from there. */
  part(place: Place, id: string, said: string): void {
    const list = this.#lists.get(place) ?? [];
    const at = list.findIndex((each) => each.id === id);
    const letter = list[at];
    // A copy, so that what draws it sees that it is another.
    if (letter) this.#gone.set(`${place} ${id}`, { letter: { ...letter }, after: list[at - 1]?.id, said });
    this.wall.requestUpdate();
  }

  /** A letter that was to go stays. */
  keep(id: string): void {
    for (const place of places) this.#gone.delete(`${place} ${id}`);
  }

  /** Whether a letter is here, in whichever place. */
  has(id: string | undefined): boolean {
    return [...this.#lists.values()].some((list) => list.some((letter) => letter.id === id));
  }

  /** The letters of a place, with those that went from it where they stood. */
  with(place: Place, letters: readonly Recognition[]): readonly Recognition[] {
    const list = [...letters];
    for (const [name, { letter, after }] of this.#gone) {
      if (!name.startsWith(`${place} `) || list.some(({ id }) => id === letter.id)) continue;
      list.splice(list.findIndex(({ id }) => id === after) + 1, 0, letter);
    }
    this.#lists.set(place, list);
    return list.length === letters.length ? letters : list;
  }

  /** What is said in the place of a letter that is gone. */
  farewell(place: Place, letter: Recognition): string | undefined {
    const gone = this.#gone.get(`${place} ${letter.id}`);
    return gone?.letter === letter ? gone.said : undefined;
  }
}

function nameOf({ place, id, asks, to }: Partial<Open> = {}): string {
  return [place, id, asks, to].join(' ');
}
