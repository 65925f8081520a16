import { speech } from '@kith/core';
import { wallRest } from '@kith/core/strings/en';

/** What the wall says once somebody unfolds or chooses something of it. */
export const detailSpoken = speech({ wallRest });
