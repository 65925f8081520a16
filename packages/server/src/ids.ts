/** Whether a text can be an id: 1 to 128 characters without spaces, controls, halves of characters or "/". */
export function isId(text: string): boolean {
  return /^[^\s/\p{Cc}\p{Cs}]{1,128}$/u.test(text);
}

/** Whether a database can keep a text as it is. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && !/\p{Cs}/u.test(text);
}
