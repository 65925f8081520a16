import type * as en from './intro.en.js';

export const introActs: typeof en.introActs = () => ({});
