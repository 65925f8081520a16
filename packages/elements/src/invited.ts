/**
 * The code of a personal link to this community, which is taken out of the address at once: there others could read it
 * over a shoulder, and the history would keep it.
 */
export function codeInAddress(url: string): string | undefined {
  const [, id = '', code] = /^#kith-invite=([^.]+(?:\.[^.]+)*)\.([\w-]+)$/.exec(location.hash) ?? [];
  if (!code || id !== new URL(url).pathname.split('/').filter(Boolean).at(-1)) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}

/** Whether somebody signed in to this community on this device by such a link. */
export function isInvited(url: string): boolean {
  try {
    return localStorage.getItem(`kith-member ${url.replace(/\/*$/, '/')}`) !== null;
  } catch {
    return false;
  }
}
