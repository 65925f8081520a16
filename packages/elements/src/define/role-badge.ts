import { register } from '../register.js';
import { RoleBadge } from '../role-badge/role-badge.js';

register('kith-role-badge', RoleBadge);

declare global {
  interface HTMLElementTagNameMap {
    'kith-role-badge': RoleBadge;
  }
}
