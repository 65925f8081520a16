/** How the address of a letter on its page begins. */
export const LETTER = '#letter-';

/** The address of a letter on its page: of whatever id, a place no other thing of a page has. */
export function hashOf(id: string): string {
  // Whatever else an address has otherwise, the browser writes so.
  return LETTER + id.replace(/[%\s]/g, encodeURIComponent);
}
