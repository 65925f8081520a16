/** What a matching has nobody or nothing of. */
export const NONE = -1;

/** Reads a table in which everything has a place. */
export const at = (list: ArrayLike<number>, place: number): number => list[place] ?? NONE;

/** The nodes of a matching: vertices, numbered from 0, and blossoms, which are odd rings of nodes. */
export type Blossoms = ReturnType<typeof createBlossoms>;

/**
 * A matching, empty at first, with the best edge between any two nodes at hand. What a node's vertices pay for their
 * edges is its dual; an edge can be used where both ends pay for all of it.
 */
export function createBlossoms(size: number, weightOf: (a: number, b: number) => number) {
  /** As many nodes as there can be at once. */
  const most = size + (size >> 1) + 1;
  const weights = new Float64Array(size * size);
  /** The best edge from one node to another: its vertex in the one. */
  const ends = new Int32Array(most * most).fill(NONE);
  /** Twice what it is, so that it stays whole. */
  const dual = new Float64Array(most);
  /** The vertex a node is matched with. */
  const mate = new Int32Array(most).fill(NONE);
  /** The outermost node something is in; its own where it is outermost. */
  const top = new Int32Array(most).fill(NONE);
  const rings: number[][] = [];
  /** Of each blossom, which of its ring a vertex is in. */
  const within: Int32Array[] = [];
  const free = Array.from({ length: most - size }, (_, i) => most - 1 - i);

  let heaviest = 0;
  for (let a = 0; a < size; a++) {
    top[a] = a;
    for (let b = 0; b < a; b++) {
      const weight = weightOf(b, a);
      if (!weight) continue;
      heaviest = Math.max(heaviest, weight);
      weights[a * size + b] = weights[b * size + a] = weight;
      ends[a * most + b] = a;
      ends[b * most + a] = b;
    }
  }
  dual.fill(heaviest, 0, size);

  /** The vertex in the first of two nodes that the best edge between them has; there may be none. */
  const endIn = (a: number, b: number) => at(ends, a * most + b);
  const ringOf = (node: number) => rings[node] ?? [];

  /** How much is not paid of the edge between two vertices. */
  function unpaid(u: number, v: number): number {
    const weight = weights[u * size + v];
    return weight ? (dual[u] ?? 0) + (dual[v] ?? 0) - 2 * weight : Infinity;
  }

  /** How much is not paid of the best edge between two nodes. */
  function slack(a: number, b: number): number {
    if (a < size && b < size) return unpaid(a, b);
    const u = endIn(a, b);
    return u === NONE ? Infinity : unpaid(u, endIn(b, a));
  }

  function putInto(node: number, outer: number): void {
    top[node] = outer;
    if (node >= size) for (const inner of ringOf(node)) putInto(inner, outer);
  }

  /** How far along the ring the node is by which an edge leaves, in the direction in which that is even. */
  function exit(blossom: number, vertex: number): number {
    const ring = ringOf(blossom);
    const place = ring.indexOf(at(within[blossom] ?? [], vertex));
    if (place % 2 === 0) return place;
    rings[blossom] = [...ring.slice(0, 1), ...ring.slice(1).reverse()];
    return ring.length - place;
  }

  /** Matches a node by its edge to another; in a blossom, the rest of the ring goes in pairs. */
  function match(node: number, other: number): void {
    mate[node] = endIn(other, node);
    if (node < size) return;
    const place = exit(node, endIn(node, other));
    const ring = ringOf(node);
    for (let i = 0; i < place; i++) match(at(ring, i), at(ring, i ^ 1));
    match(at(ring, place), other);
    rings[node] = [...ring.slice(place), ...ring.slice(0, place)];
  }

  /** Makes a blossom of a ring of outermost nodes, the first of which is matched outside of it or with nobody. */
  function close(ring: number[]): number {
    const blossom = free.pop() ?? NONE;
    const inside = new Int32Array(size).fill(NONE);
    rings[blossom] = ring;
    within[blossom] = inside;
    dual[blossom] = 0;
    mate[blossom] = at(mate, at(ring, 0));
    for (let x = 0; x < most; x++) ends[blossom * most + x] = ends[x * most + blossom] = NONE;
    for (const node of ring) {
      for (let x = 0; x < most; x++) {
        if (slack(node, x) >= slack(blossom, x)) continue;
        ends[blossom * most + x] = endIn(node, x);
        ends[x * most + blossom] = endIn(x, node);
      }
      for (let v = 0; v < size; v++) if (top[v] === node) inside[v] = node;
    }
    putInto(blossom, blossom);
    return blossom;
  }

  /** Makes the nodes of a blossom's ring outermost again. */
  function open(blossom: number): number[] {
    const ring = ringOf(blossom);
    for (const node of ring) putInto(node, node);
    top[blossom] = NONE;
    free.push(blossom);
    return ring;
  }

  return { most, dual, mate, top, endIn, unpaid, slack, ringOf, exit, match, close, open };
}
