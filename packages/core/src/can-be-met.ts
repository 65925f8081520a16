import type { Member } from './document.js';
import { kinds, known, standings } from './words.js';

/** Whether somebody is a person who is still around. */
export function canBeMet({ kind, standing }: Member): boolean {
  return known(kind, kinds, 'person') === 'person' && known(standing, standings, 'active') !== 'past';
}
