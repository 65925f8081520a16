import { register } from '../register.js';
import { RoleBadge } from '../role-badge/role-badge.js';

register('kith-role-badge', RoleBadge);
