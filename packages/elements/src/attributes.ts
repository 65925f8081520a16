import type { ComplexAttributeConverter } from 'lit';

/**
 * Reads an attribute that takes one of a few words. A wrong value is trimmed and case-folded, else replaced by
 * the default, with one line that names tag, attribute and value. No value at all is the default.
 */
export function oneOf<T extends string>(
  tag: HTMLElement,
  attribute: string,
  value: string | undefined,
  choices: readonly T[],
): T {
  const [fallback] = choices as [T];
  const word = String(value ?? fallback)
    .trim()
    .toLowerCase();
  const choice = choices.find((each) => each === word);
  if (choice !== undefined) return choice;
  say(tag, attribute, String(value), fallback, choices.filter(Boolean).join(', '));
  return fallback;
}

/** Reads an attribute that takes a whole number from `least` to `most`, in the same way. */
export function wholeNumber(
  tag: HTMLElement,
  attribute: string,
  value: number | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  const number = Number(value ?? fallback);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const written = tag.getAttribute(attribute);
  const isWritten = written !== null && Object.is(Number(written), value);
  say(tag, attribute, isWritten ? written : String(value), String(fallback), `${least} to ${most}`);
  return fallback;
}

/** Sets a property to what its value means. Not where that is the same: Lit would write a default into the author's tag. */
export function correct<T, K extends keyof T>(tag: T, property: K, meant: T[K]): void {
  if (tag[property] !== meant) tag[property] = meant;
}

/** Says something to the page's author, in the console, beginning with the tag it is about. */
export function tell(tag: HTMLElement, level: 'warn' | 'error', message: string): void {
  console[level](`<${tag.localName}>: ${message}`);
}

/** The same as a warning, and once of each tag. */
export function tellOnce(tag: HTMLElement, message: string): void {
  const before = said.get(tag) ?? new Set();
  if (before.has(message)) return;
  said.set(tag, before.add(message));
  tell(tag, 'warn', message);
}

/** Text that is trimmed; nothing where nothing is left. */
export const text: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value?.trim() || undefined,
};

const said = new WeakMap<HTMLElement, Set<string>>();

function say(tag: HTMLElement, attribute: string, value: string, fallback: string, choices: string): void {
  const instead = fallback ? `using ${fallback}` : 'it is left out';
  tellOnce(tag, `${attribute}="${value}" is not one of: ${choices}; ${instead}`);
}
