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

/** Sets a property that takes one of a few words, and is called as its attribute, to the one it means. */
export function correctWord<K extends string, T extends string>(
  tag: HTMLElement & Record<K, T>,
  name: K,
  choices: readonly NoInfer<T>[],
): void {
  correct(tag, name, oneOf(tag, name, tag[name], choices));
}

/** Sets a property that takes a whole number from `least` to `most`, in the same way. */
export function correctNumber<K extends string>(
  tag: HTMLElement & Record<K, number>,
  property: K,
  attribute: string,
  fallback: number,
  least: number,
  most: number,
): void {
  const value: number | undefined = tag[property];
  const number = Number(value ?? fallback);
  if (Number.isInteger(number) && number >= least && number <= most) return correct(tag, property, number);
  correct(tag, property, fallback);
  const written = tag.getAttribute(attribute);
  const isWritten = written !== null && Object.is(Number(written), value);
  say(tag, attribute, isWritten ? written : String(value), String(fallback), `${least} to ${most}`);
}

/** Not where it is the same: Lit would write a default into the author's tag. */
function correct<K extends string, V>(tag: Record<K, V>, property: K, meant: V): void {
  if (tag[property] !== meant) tag[property] = meant;
}

/** What a page's author was told of a tag; `about` is what an attribute says and could say. */
export interface Told {
  level: 'info' | 'warn' | 'error';
  message: string;
  about?: { attribute: string; value: string; choices: string } | undefined;
}
const told = new WeakMap<HTMLElement, Told[]>();

/** What was told of a tag, in order. */
export const toldOf = (tag: HTMLElement): readonly Told[] => told.get(tag) ?? [];

/** Says something to the page's author, in the console, beginning with the tag it is about. */
export function tell(tag: HTMLElement, level: Told['level'], message: string, about?: Told['about']): void {
  console[level](`<${tag.localName}>: ${message}`);
  told.set(tag, [...toldOf(tag), { level, message, about }]);
}

const warned = new WeakMap<HTMLElement, Set<string>>();

/** Warns of something that stays wrong, once for each tag. */
export function warnOnce(tag: HTMLElement, message: string, about?: Told['about']): void {
  const before = warned.get(tag) ?? new Set();
  if (before.has(message)) return;
  warned.set(tag, before.add(message));
  tell(tag, 'warn', message, about);
}

/** Text that is trimmed; nothing where nothing is left. */
export const text: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value?.trim() || undefined,
};

function say(tag: HTMLElement, attribute: string, value: string, fallback: string, choices: string): void {
  const instead = fallback ? `using ${fallback}` : 'it is left out';
  warnOnce(tag, `${attribute}="${value}" is not one of: ${choices}; ${instead}`, { attribute, value, choices });
}
