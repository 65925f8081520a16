import { Community } from '../community/community.js';
import { register } from '../register.js';

register('kith-community', Community);

declare global {
  interface HTMLElementTagNameMap {
    'kith-community': Community;
  }
}
