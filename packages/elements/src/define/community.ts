import { Community } from '../community/community.js';
import { register } from '../register.js';

register('kith-community', Community);
