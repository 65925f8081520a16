import { speech } from '@kith/core';
import { wallActs } from '@kith/core/strings/en';

/** What the wall's acts say once they are under way. */
export const spoken = speech({ wallActs });
