import type { Recognition } from '../document.js';
import type { Waiting } from '../outbox/waiting.js';

/** The letters that stand because somebody wrote them, or said that they may; of wishes that were not refused. */
export function broughtBy(wishes: readonly Waiting[]): Set<string> {
  return new Set(
    wishes.flatMap(({ intent: { key, name, detail } }) =>
      name === 'recognize' ? key : name === 'consent' ? detail.recognition : [],
    ),
  );
}

/**
 * Puts letters among others, newest first: each where it belongs. One that is older than all others has no place yet where
 * `isOpen` says that there are more between. Gives the letters that found their place, too.
 */
export function putIn(
  letters: readonly Recognition[],
  among: readonly Recognition[],
  isOpen: boolean,
): { letters: Recognition[]; put: Recognition[] } {
  const all = [...among];
  const put = letters.filter((letter) => {
    const below = all.findIndex((other) => comesBefore(letter, other));
    if (below < 0 && isOpen) return false;
    all.splice(below < 0 ? all.length : below, 0, letter);
    return true;
  });
  return { letters: all, put };
}

/** Whether a letter stands above another: newest first. */
function comesBefore(letter: Recognition, other: Recognition): boolean {
  const [one, two] = [letter, other].map(({ at = '' }) => Date.parse(at) || -Infinity) as [number, number];
  return one > two || (one === two && letter.id > other.id);
}
