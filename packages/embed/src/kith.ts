import { defineAll } from '@kith/elements';
import { mayDraw, name } from './policy.js';
import { upgradeAll } from './upgrade.js';

if (mayDraw) {
  defineAll();
  upgradeAll();
} else {
  console.error(`Kith draws nothing here: list ${name} in trusted-types.`);
}
