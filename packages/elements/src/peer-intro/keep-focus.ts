/** Where the focus was: in which note, and on what. */
interface Place {
  note: string | undefined;
  nth: number;
  part: string | undefined;
}

export interface FocusKeeper {
  /** Draws, and puts the focus back where drawing took it. */
  around(draw: () => void): void;
}

/** Where things are pressed that may go; who tries to read again is kept by the widget's base. */
const OURS = '[data-note], dialog, form, .acts, .refused';

const notesIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('[data-note]')];

/**
 * Keeps the focus where notes come and go. What had it may be gone once the reader acted on it: then it is where it was
 * before (a dialog was opened from there), else in the same note, else in the one that took its place.
 */
export function focusKeeper(root: ShadowRoot): FocusKeeper {
  let last: Place = { note: undefined, nth: 0, part: undefined };

  return {
    around(draw) {
      const had = root.activeElement?.closest(OURS) ? (root.activeElement as HTMLElement) : undefined;
      if (had && !had.closest('dialog')) last = placeOf(had, root);
      draw();
      if (!had || (had.isConnected && root.activeElement === had)) return;
      (had.isConnected ? had : (find(last, root) ?? had)).focus();
    },
  };
}

function placeOf(had: Element, root: ParentNode): Place {
  const note = had.closest<HTMLElement>('[data-note]');
  const nth = note ? notesIn(root).indexOf(note) : 0;
  return { note: note?.dataset['note'], nth, part: had.part[0] };
}

function find({ note, nth, part }: Place, root: ParentNode): HTMLElement | null {
  const notes = notesIn(root);
  const same = notes.find(({ dataset }) => dataset['note'] === note);
  const pressed = part ? (note === undefined ? root : same)?.querySelector<HTMLElement>(`[part~="${part}"]`) : null;
  const next = same ?? notes[nth] ?? notes.at(-1);
  const place =
    pressed ?? next?.querySelector<HTMLElement>('[part~=heading]') ?? root.querySelector<HTMLElement>('[part~=base]');
  if (place && place.localName !== 'button') place.tabIndex = -1;
  return place;
}
