import type { Progress } from './document.js';
import { audiences, known, type Audience } from './words.js';

/**
 * Who sees where somebody stands on a ladder, from their own way up it. What has not begun nobody sees; where a public
 * document does not say, everyone does, and a word that is none is a no.
 */
export function whoSees(row: Progress | undefined): Audience {
  if (!row) return 'nobody';
  return known(row.visibility ?? 'everyone', audiences, 'nobody');
}
