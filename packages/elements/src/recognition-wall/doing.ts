import type { LetterActs, Recognition, Waiting } from '@kith/core';
import { nothing } from 'lit';
import type { Desk } from './desk.js';
import { further } from './further.js';
import type { Active, Drawing } from './letter.js';
import { letterOf } from './wishes.js';

/** What is being done about letters: a wish that is told of, or something that is open beneath one. */
export interface Doing {
  ids: ReadonlySet<string | undefined>;
  /** What is different where what is drawn of it may be. */
  with: readonly unknown[];
  /** Draws it; nothing of most letters. */
  beneath(letter: Recognition, acts: LetterActs | undefined, drawing: Drawing): unknown;
}

/** Finds what is being done. `lines` say how it stands with wishes. */
export function doing(told: readonly Waiting[], desk: Desk, lines: (wishes: readonly Waiting[]) => unknown): Doing {
  const { open } = desk;
  const ids = new Set([...told.map(({ intent }) => letterOf(intent)), open?.id]);
  return {
    ids,
    with: [told, open],
    beneath(letter, acts, drawing) {
      if (!ids.has(letter.id)) return nothing;
      const isOpen = acts && desk.isOpen('wall', letter.id);
      return [
        lines(told.filter(({ intent }) => letterOf(intent) === letter.id)),
        isOpen ? further(letter, drawing as Active) : nothing,
      ];
    },
  };
}
