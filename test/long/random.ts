/** Numbers from 0 to 1 that a seed decides: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of those named, each as likely as its weight. */
export function pick<T extends string>(random: () => number, weights: Record<T, number>): T {
  const all = Object.entries(weights) as [T, number][];
  let rest = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of all) if ((rest -= weight) < 0) return name;
  throw new Error('Nothing to pick.');
}

/** Numbers from 0 to 1 for a text, the same for the same seed. */
export function randomFor(seed: number, text: string): () => number {
  let hash = seed;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return randomOf(hash);
}
