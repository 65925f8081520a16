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

type Neighbors = Map<string, Set<string>>;

/**
 * Classifies a community by its ties: pairs of member ids, undirected; ties to oneself and repeated ones don't count.
 * `members` are the ids or the number of all members, those without a tie too; without it, those with ties.
 * Pool: fewer than 30 % have a tie. Hub: centralization is at least 0.6, or the connected share (that of the largest
 * connected component) halves among the others when the one best-connected member leaves. Else web.
 * Density and centralization: Freeman, "Centrality in social networks", Social Networks 1 (1979).
 * Time and memory grow with members plus ties.
 */
export function affiliation(
  ties: Iterable<readonly [string, string]>,
  members: Iterable<string> | number = 0,
): Affiliation {
  const neighbors: Neighbors = new Map();
  const of = (id: string) => neighbors.get(id) ?? neighbors.set(id, new Set()).get(id);
  if (typeof members !== 'number') for (const id of members) of(id);
  for (const [a, b] of ties) {
    if (a === b) continue;
    of(a)?.add(b);
    of(b)?.add(a);
  }
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

/** Members of the largest connected component, with one member gone. */
function largest(neighbors: Neighbors, gone?: string): number {
  const seen = new Set(gone === undefined ? [] : [gone]);
  let most = 0;
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
    most = Math.max(most, component.length);
  }
  return most;
}
