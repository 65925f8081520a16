import type * as en from './ladder.en.js';

export const ladderActs: typeof en.ladderActs = () => ({});
