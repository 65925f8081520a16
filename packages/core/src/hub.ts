import { affiliation } from './affiliation.js';
import type { Member } from './document.js';
import { components, neighborsBy, type Tie } from './ties.js';
import { kinds, known } from './words.js';

/** The one member round whom a community turns. */
export interface Hub {
  id: string;
  /** Whether every way from one member to the other, from tie to tie, runs through the hub. False where there is none. */
  isOnlyWay(a: string, b: string): boolean;
}

/** Most among whom a hub is looked for: nobody holds more people together alone. */
export const hubMost = 300;

/**
 * The hub of a community whose ties make one of it, as `affiliation` tells; undefined in a pool or a web, or where several
 * are equally well connected, or among more than 300. A bot is no hub, nor a way between two people; an organisation is.
 */
export function hubOf(members: readonly Member[], ties: Iterable<Tie>): Hub | undefined {
  const ids = new Set(members.flatMap(({ id, kind }) => (known(kind, kinds, 'person') === 'bot' ? [] : [id])));
  if (ids.size > hubMost) return undefined;
  const among = [...ties].filter((tie) => tie.every((id) => ids.has(id)));
  const { hub } = affiliation(among, ids);
  if (hub === undefined) return undefined;
  const neighbors = neighborsBy(among, ids);
  const around = neighbors.get(hub) ?? new Set();
  /** Which part somebody is in that only the hub ties to the others. */
  const parts = new Map<string, number>();
  components(neighbors, hub).forEach((part, i) => {
    if (part.some((id) => around.has(id))) for (const id of part) parts.set(id, i);
  });
  return {
    id: hub,
    isOnlyWay: (a, b) => parts.has(a) && parts.has(b) && parts.get(a) !== parts.get(b),
  };
}
