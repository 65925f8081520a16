import { PurposeBanner } from '../purpose-banner/purpose-banner.js';
import { register } from '../register.js';

register('kith-purpose-banner', PurposeBanner);
