import { speech } from '@kith/core';
import { bannerActs } from '@kith/core/strings/en';

/** What the banner says once somebody acts. */
export const spoken = speech({ bannerActs });
