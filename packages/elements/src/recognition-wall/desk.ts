import type { Recognition } from '@kith/core';

const places = ['wall', 'asked', 'kept', 'written'] as const;

/**
 * Where a letter is drawn: on the wall; or before it, where letters to the reader wait or are kept to themselves, and
 * where those of theirs wait.
 */
export type Place = (typeof places)[number];

/** A question about a letter. */
export type Asking = 'thank' | 'answer' | 'recognize' | 'keep' | 'report' | 'retract';

/** What is open of one letter at a time: what else can be done about it, and a question. */
export interface Open {
  readonly place: Place;
  readonly id: string;
  readonly asks?: Asking | undefined;
  /** Whom the answer is for, where that is not who wrote the letter. */
  readonly to?: string | undefined;
}

/** What lies before the reader: what is open, what they have written, and which letters went by their doing. */
export class Desk {
  open: Open | undefined;
  readonly #drafts = new Map<string, string>();
  readonly #gone = new Map<string, { letter: Recognition; after: string | undefined; said: string }>();
  readonly #lists = new Map<Place, readonly Recognition[]>();

  constructor(private readonly changed: () => void) {}

  isOpen(place: Place, id: string): boolean {
    return this.open?.place === place && this.open.id === id;
  }

  /** Opens something else, or nothing. What was written elsewhere stays there. */
  turn(open: Open | undefined): void {
    this.open = open;
    this.changed();
  }

  /** Opens what a button beneath a letter asks, or closes it. */
  press(button: HTMLButtonElement): void {
    const { name, value } = button;
    const id = button.closest('.letter')?.id ?? '';
    const asks = name === 'further' ? undefined : (name as Asking);
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    this.turn(isOpen ? undefined : { place: 'wall', id, asks, to: value });
  }

  /** What was written so far in answer to the open question. */
  get draft(): string {
    return this.#drafts.get(nameOf(this.open)) ?? '';
  }

  write(draft: string): void {
    this.#drafts.set(nameOf(this.open), draft);
    // Another object, so that what draws it sees the change.
    this.turn(this.open && { ...this.open });
  }

  /** The question is answered. */
  close(): void {
    this.#drafts.delete(nameOf(this.open));
    this.turn(undefined);
  }

  /** Says something in the place of a letter, once it is gone from there. */
  part(place: Place, id: string, said: string): void {
    const list = this.#lists.get(place) ?? [];
    const at = list.findIndex((each) => each.id === id);
    const letter = list[at];
    // A copy, so that what draws it sees that it is another.
    if (letter) this.#gone.set(`${place} ${id}`, { letter: { ...letter }, after: list[at - 1]?.id, said });
    this.changed();
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
