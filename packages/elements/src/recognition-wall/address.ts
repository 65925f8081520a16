import { LETTER } from './letter-hash.js';

/** The letter such an address is of. */
export function letterAt(hash: string): string | undefined {
  if (!hash.startsWith(LETTER)) return undefined;
  try {
    return decodeURIComponent(hash.slice(LETTER.length)) || undefined;
  } catch {
    return undefined;
  }
}
