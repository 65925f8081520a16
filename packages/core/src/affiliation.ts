import { components, neighborsBy, type Neighbors, type Tie } from './ties.js';

/** The shape of a community's ties (Jump Associates): members apart, round one center, or tied to each other. */
export interface Affiliation {
  kind: 'pool' | 'hub' | 'web';
  /** Ties there are of all there could be, 0 to 1. */
  density: number;
  /** Freeman's degree centralization, 0 (all alike) to 1 (a star). */
  centralization: number;
  /** Share of members with a tie, 0 to 1. */
  tied: number;
  /** The best-connected member of a hub, unless several are equally so. */
  hub?: string;
}

/**
 * Classifies a community by its ties: pairs of member ids, undirected; ties to oneself and repeated ones don't count.
 * `members` are the ids or the number of all members, those without a tie too; without it, those with ties.
 * Pool: fewer than 30 % have a tie. Hub: centralization is at least 0.6, or the connected share (that of the largest
 * connected component) halves among the others when the one best-connected member leaves. Else web.
 * Density and centralization: Freeman, "Centrality in social networks", Social Networks 1 (1979).
 * Time and memory grow with members plus ties.
 */
export function affiliation(ties: Iterable<Tie>, members: Iterable<string> | number = 0): Affiliation {
  const neighbors = neighborsBy(ties, typeof members === 'number' ? [] : members);
  const size = Math.max(neighbors.size, typeof members === 'number' ? members : 0);

  let degrees = 0;
  let tiedMembers = 0;
  let most = 0;
  let best: string[] = [];
  for (const [id, { size: degree }] of neighbors) {
    degrees += degree;
    if (degree) tiedMembers++;
    if (degree > most) [most, best] = [degree, []];
    if (degree === most) best.push(id);
  }
  const density = size > 1 ? degrees / (size * (size - 1)) : 0;
  const centralization = size > 2 ? (size * most - degrees) / ((size - 1) * (size - 2)) : 0;
  const tied = size ? tiedMembers / size : 0;
  const shape = { density, centralization, tied };

  if (10 * tiedMembers < 3 * size || !size) return { kind: 'pool', ...shape };
  const hub = best.length === 1 ? best[0] : undefined;
  const halves = hub !== undefined && 2 * size * largest(neighbors, hub) <= (size - 1) * largest(neighbors);
  if (centralization < 0.6 && !halves) return { kind: 'web', ...shape };
  return hub === undefined ? { kind: 'hub', ...shape } : { kind: 'hub', ...shape, hub };
}

/** How many are in the largest connected component, with one member gone. */
function largest(neighbors: Neighbors, gone?: string): number {
  return components(neighbors, gone).reduce((most, { length }) => Math.max(most, length), 0);
}
