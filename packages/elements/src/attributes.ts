import type { ComplexAttributeConverter } from 'lit';

/**
 * Reads an attribute that takes one of a few words. A wrong value is trimmed and case-folded, else replaced by
 * the default, with one line that names tag, attribute and value.
 */
export function oneOf<T extends string>(tag: HTMLElement, attribute: string, value: string, choices: readonly T[]): T {
  const word = value.trim().toLowerCase();
  const choice = choices.find((each) => each === word);
  if (choice !== undefined) return choice;
  const [fallback] = choices as [T];
  say(tag, attribute, value, fallback, choices.filter(Boolean).join(', '));
  return fallback;
}

/** Reads an attribute that takes a whole number from `least` to `most`, in the same way. */
export function wholeNumber(tag: HTMLElement, attribute: string, value: number, fallback: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  say(tag, attribute, String(value), String(fallback), `${least} to ${most}`);
  return fallback;
}

/** Says something to the page's author, in the console, beginning with the tag it is about. */
export function tell(tag: HTMLElement, level: 'warn' | 'error', message: string): void {
  console[level](`<${tag.localName}>: ${message}`);
}

/** Text that is trimmed; nothing where nothing is left. */
export const text: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value?.trim() || undefined,
};

const said = new WeakMap<HTMLElement, Set<string>>();

function say(tag: HTMLElement, attribute: string, value: string, fallback: string, choices: string): void {
  const message = `${attribute}="${value}" is not one of: ${choices}; using ${fallback}`;
  const before = said.get(tag) ?? new Set();
  if (before.has(message)) return;
  said.set(tag, before.add(message));
  tell(tag, 'warn', message);
}
