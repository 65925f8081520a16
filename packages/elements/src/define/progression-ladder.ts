import { ProgressionLadder } from '../progression-ladder/progression-ladder.js';
import { register } from '../register.js';

register('kith-progression-ladder', ProgressionLadder);

declare global {
  interface HTMLElementTagNameMap {
    'kith-progression-ladder': ProgressionLadder;
  }
}
