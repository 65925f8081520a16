import type { Recognition } from './document.js';

/** Two member ids; which is first says nothing. */
export type Tie = readonly [string, string];

export type Neighbors = Map<string, Set<string>>;

/**
 * Who is tied to whom: one wrote a letter to the other, answered what the other asked, or heard it; or both said yes to
 * an introduction. Two whom a third thanks in one letter are each tied to the third. Only letters that are shown count.
 */
export function tiesIn(
  letters: readonly Recognition[],
  introductions: readonly { people: readonly string[]; state?: string | undefined }[] = [],
): Tie[] {
  const shown = letters.filter(({ state = 'shown' }) => state === 'shown');
  const written = shown.flatMap(({ from, to = [], answers = [], heardBy }) =>
    [...to, ...answers.map(({ member }) => member), heardBy?.member].map((id) => [from, id]),
  );
  const met = introductions.filter(({ state }) => state === 'met').flatMap(({ people }) => pairs(people));
  return [...written, ...met].filter((ends): ends is [string, string] => ends.every((id) => id !== undefined));
}

/** Every two of a list, in its order. */
export function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** Each member's neighbors. Ties to oneself and repeated ones don't count; `members` also have none. */
export function neighborsBy(ties: Iterable<Tie>, members: Iterable<string>): Neighbors {
  const neighbors: Neighbors = new Map();
  const of = (id: string) => neighbors.get(id) ?? neighbors.set(id, new Set()).get(id);
  for (const id of members) of(id);
  for (const [a, b] of ties) {
    if (a === b) continue;
    of(a)?.add(b);
    of(b)?.add(a);
  }
  return neighbors;
}

/** The connected components, with one member gone. */
export function components(neighbors: Neighbors, gone?: string): string[][] {
  const seen = new Set(gone === undefined ? [] : [gone]);
  const all: string[][] = [];
  for (const start of neighbors.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component = [start];
    for (const id of component) {
      for (const next of neighbors.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    all.push(component);
  }
  return all;
}
