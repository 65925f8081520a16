import { PurposeBanner } from '../purpose-banner/purpose-banner.js';
import { register } from '../register.js';

register('kith-purpose-banner', PurposeBanner);

declare global {
  interface HTMLElementTagNameMap {
    'kith-purpose-banner': PurposeBanner;
  }
}
