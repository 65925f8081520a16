import type { Ladder } from '@kith/core';

/**
 * Advises a page's author on a purpose or a ladder, in the console, where the page stands on their own machine. The code
 * for it is asked for nowhere else, so that no visitor pays for it.
 */
export function adviseAuthor(
  tag: HTMLElement & { readonly hold: boolean },
  about: string | Ladder,
  organisation?: string,
): void {
  if (tag.hold || !isOwnMachine(location.hostname)) return;
  import('./author-hints.js').then(
    ({ advise }) => advise(tag, about, organisation),
    () => undefined,
  );
}

/** Whether a page of this host is read by whoever makes it. */
export function isOwnMachine(host: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(host);
}
