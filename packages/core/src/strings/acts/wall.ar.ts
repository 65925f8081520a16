import type * as en from './wall.en.js';

export const wallActs: typeof en.wallActs = () => ({});
