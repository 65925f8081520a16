import type * as en from './badge.en.js';

export const badgeActs: typeof en.badgeActs = () => ({});
