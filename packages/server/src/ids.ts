/**
 * Whether a text can be an id on a server: 1 to 128 characters without spaces, controls, halves of characters or "/", and
 * no step.
 */
export function isId(text: string): boolean {
  return !isStep(text) && /^[^\s/\p{Cc}\p{Cs}]{1,128}$/u.test(text);
}

/** Whether a text in an address is a step up or none, in whatever way it is written: browsers take it themselves. */
export function isStep(text: string): boolean {
  return text === '.' || text === '..';
}

/** Whether a database can keep a text as it is. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && !/\p{Cs}/u.test(text);
}
