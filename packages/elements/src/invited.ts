/** Whether somebody opens a personal link here, or signed in to this community on this device by one. */
export function isInvited(url: string): boolean {
  if (location.hash.startsWith('#kith-invite=')) return true;
  try {
    return localStorage.getItem(`kith-member ${url.replace(/\/*$/, '/')}`) !== null;
  } catch {
    return false;
  }
}
