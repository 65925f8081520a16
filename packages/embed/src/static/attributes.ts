type Attributes = Readonly<Record<string, string>>;

/** An attribute that takes one of a few words; like in the tag, what is none of them is the first. */
export function wordOf<T extends string>(attributes: Attributes, name: string, choices: readonly [T, ...T[]]): T {
  const word = attributes[name]?.trim().toLowerCase();
  return choices.find((each) => each === word) ?? choices[0];
}

/** An attribute that takes a whole number from `least` to `most`. */
export function numberOf(attributes: Attributes, name: string, fallback: number, least: number, most: number): number {
  const number = Number(attributes[name] ?? fallback);
  return Number.isInteger(number) && number >= least && number <= most ? number : fallback;
}

/** An attribute that is words, trimmed; undefined where nothing is left. */
export function textOf(attributes: Attributes, name: string): string | undefined {
  return attributes[name]?.trim() || undefined;
}
