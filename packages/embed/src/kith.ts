import { defineAll } from '@kith/elements';
import { mayDraw } from './policy.js';
import { upgradeAll } from './upgrade.js';

if (mayDraw) {
  defineAll();
  upgradeAll();
} else {
  console.error(
    'Kith draws nothing here, and what its tags hold stands as it is: Content-Security-Policy must list lit-html in trusted-types.',
  );
}
