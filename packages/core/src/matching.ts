import { NONE, at, createBlossoms } from './blossoms.js';

/** Who goes with whom. */
export interface Matching {
  /** Whom each is matched with; -1 where with nobody. */
  mates: Int32Array;
  /** Where all weights are alike: who is over in one of the matchings that are as large. */
  spare: boolean[];
}

const [FREE, EVEN, ODD] = [0, 1, 2];

/**
 * The matching of the greatest weight among `size` vertices: no two of its edges share one. A weight is a whole number
 * below 2^51, so that all is counted exactly; 0 is no edge. Which of several as heavy it is depends on the order of the
 * vertices and on nothing else.
 *
 * Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", J. Res. NBS 69B (1965): from every vertex that is over,
 * ways grow on which edges are and are not of the matching by turns, until two of them meet; the nodes on them are even
 * and odd by turns. With the best edge between any two nodes at hand (Gabow, J. ACM 23, 1976) time grows with the cube of
 * `size`, memory with its square.
 */
export function heaviestMatching(size: number, weightOf: (a: number, b: number) => number): Matching {
  const { most, dual, mate, top, endIn, unpaid, slack, ringOf, exit, match, close, open } = createBlossoms(
    size,
    weightOf,
  );
  const label = new Uint8Array(most);
  /** The vertex by which an odd node was reached. */
  const via = new Int32Array(most);
  /** The even vertex with the best edge to a node. */
  const nearest = new Int32Array(most).fill(NONE);
  const seen = new Int32Array(most);
  let round = 0;
  let queue: number[] = [];

  const isTop = (node: number) => top[node] === node;
  const topOfMate = (node: number) => (mate[node] === NONE ? NONE : at(top, at(mate, node)));
  const before = (odd: number) => at(top, at(via, odd));

  function notice(node: number, vertex: number): void {
    const known = at(nearest, node);
    if (known === NONE || slack(vertex, node) < slack(known, node)) nearest[node] = vertex;
  }

  function lookAround(node: number): void {
    nearest[node] = NONE;
    for (let u = 0; u < size; u++)
      if (endIn(u, node) >= 0 && top[u] !== node && label[at(top, u)] === EVEN) notice(node, u);
  }

  function enqueue(node: number): void {
    if (node < size) queue.push(node);
    else ringOf(node).forEach(enqueue);
  }

  /** Matches an even node with another, and all on its way to its root anew. */
  function augment(node: number, other: number): void {
    for (let [a, b] = [node, other]; ;) {
      const odd = topOfMate(a);
      match(a, b);
      if (odd === NONE) return;
      [a, b] = [before(odd), odd];
      match(b, a);
    }
  }

  /** Where the ways of two even nodes to their roots meet. */
  function meeting(a: number, b: number): number {
    round++;
    for (let [one, other] = [a, b]; one !== NONE || other !== NONE; [one, other] = [other, one]) {
      if (one === NONE) continue;
      if (seen[one] === round) return one;
      seen[one] = round;
      const odd = topOfMate(one);
      one = odd === NONE ? NONE : before(odd);
    }
    return NONE;
  }

  /** The nodes on the way from an even one up to another, without the last; those that were odd become even. */
  function wayUp(node: number, apex: number): number[] {
    const way: number[] = [];
    for (let even = node; even !== apex;) {
      const odd = topOfMate(even);
      enqueue(odd);
      way.push(even, odd);
      even = before(odd);
    }
    return way;
  }

  /** Takes an odd blossom apart whose dual is used up: the even way through it stays a way, what is beside it is free. */
  function expand(blossom: number): void {
    const place = exit(blossom, endIn(blossom, at(via, blossom)));
    const ring = open(blossom);
    ring.forEach((node, i) => {
      label[node] = i > place ? FREE : i % 2 ? EVEN : ODD;
      via[node] = i < place ? endIn(at(ring, i + 1), node) : at(via, blossom);
    });
    for (const node of ring) {
      if (label[node] === ODD) nearest[node] = NONE;
      else lookAround(node);
      if (label[node] === EVEN) enqueue(node);
    }
  }

  /** Goes along an edge that is paid for, from an even vertex. True where it made the matching larger. */
  function follow(u: number, v: number): boolean {
    const [a, b] = [at(top, u), at(top, v)];
    if (label[b] === FREE) {
      const next = topOfMate(b);
      [label[b], label[next]] = [ODD, EVEN];
      via[b] = u;
      nearest[b] = nearest[next] = NONE;
      enqueue(next);
    } else if (label[b] === EVEN && a !== b) {
      const apex = meeting(a, b);
      if (apex === NONE) {
        augment(a, b);
        augment(b, a);
        return true;
      }
      const blossom = close([apex, ...wayUp(a, apex).reverse(), ...wayUp(b, apex)]);
      label[blossom] = EVEN;
      lookAround(blossom);
    }
    return false;
  }

  function followAll(): boolean {
    for (let u = queue.pop(); u !== undefined; u = queue.pop()) {
      for (let v = 0; v < size; v++) {
        const lacks = unpaid(u, v);
        if (lacks === Infinity || top[u] === top[v]) continue;
        if (lacks > 0) notice(at(top, v), u);
        else if (follow(u, v)) return true;
      }
    }
    return false;
  }

  /** Even vertices pay less and odd ones more, until an edge can be used or a blossom opened. False where none ever can. */
  function pay(): boolean {
    let left = Infinity;
    let step = Infinity;
    for (let u = 0; u < size; u++) if (label[at(top, u)] === EVEN) left = Math.min(left, dual[u] ?? 0);
    for (let node = 0; node < most; node++) {
      if (!isTop(node)) continue;
      const lacks = nearest[node] === NONE ? Infinity : slack(at(nearest, node), node);
      if (label[node] === FREE) step = Math.min(step, lacks);
      else if (label[node] === EVEN) step = Math.min(step, lacks / 2);
      else if (node >= size) step = Math.min(step, (dual[node] ?? 0) / 2);
    }
    if (left <= step) return false;
    const add = (node: number, much: number) => {
      const kind = label[at(top, node)];
      if (kind !== FREE) dual[node] = (dual[node] ?? 0) + (kind === EVEN ? much : -much);
    };
    for (let u = 0; u < size; u++) add(u, -step);
    for (let node = size; node < most; node++) if (isTop(node)) add(node, 2 * step);
    return true;
  }

  /** Adds an edge to the matching. False where none adds any weight. */
  function grow(): boolean {
    label.fill(FREE);
    nearest.fill(NONE);
    queue = [];
    for (let node = 0; node < most; node++) {
      if (!isTop(node) || mate[node] !== NONE) continue;
      label[node] = EVEN;
      enqueue(node);
    }
    for (;;) {
      if (followAll()) return true;
      if (!pay()) return false;
      for (let node = 0; node < most; node++) {
        const u = at(nearest, node);
        if (!isTop(node) || u === NONE || top[u] === node || slack(u, node) > 0) continue;
        if (follow(u, endIn(node, u))) return true;
      }
      for (let node = size; node < most; node++)
        if (isTop(node) && label[node] === ODD && dual[node] === 0) expand(node);
    }
  }

  while (grow());
  return {
    mates: mate.slice(0, size),
    spare: Array.from({ length: size }, (_, v) => label[at(top, v)] === EVEN),
  };
}
