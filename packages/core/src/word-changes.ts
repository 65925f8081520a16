/** A stretch of a sentence, and whether it stands in the other one too. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** Words times words that are looked at; what is longer is called other words as a whole. */
const MOST = 250_000;

/** Two wordings of a sentence, each in stretches: what both say in the same order, and what only the one or the other does. */
export function wordChanges(was: string, is: string, locale = 'en'): { was: Stretch[]; is: Stretch[] } {
  const [before, after] = [segments(was, locale), segments(is, locale)];
  const kept = before.length * after.length > MOST ? [] : common(before, after);
  return {
    was: stretches(before, new Set(kept.map(([i]) => i))),
    is: stretches(after, new Set(kept.map(([, j]) => j))),
  };
}

/** Words, each with what stands between it and the next. */
function segments(text: string, locale: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (isWordLike || !words.length) words.push(segment);
    else words[words.length - 1] += segment;
  }
  return words;
}

/** The places of the longest sequence of words that two lists share. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const same = (i: number, j: number) => a[i]?.trim() === b[j]?.trim();
  // How many the rest of both share, from each place on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (lengths[i] as Uint32Array)[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(i, j)) kept.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

/** Neighbors of one kind as one; a space after the last changed word is not itself marked. */
function stretches(words: readonly string[], kept: ReadonlySet<number>): Stretch[] {
  const said: Stretch[] = [];
  const add = (text: string, changed: boolean) => {
    const last = said.at(-1);
    if (last?.changed === changed) last.text += text;
    else if (text) said.push({ text, changed });
  };
  words.forEach((word, i) => {
    const changed = !kept.has(i);
    const end = changed && kept.has(i + 1) ? word.trimEnd() : word;
    add(end, changed);
    add(word.slice(end.length), false);
  });
  return said;
}
