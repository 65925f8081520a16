export { toHex } from './colors.js';
export { drawLadder } from './ladder.js';
export type { Shade } from './paint.js';
export * from './picture-snippet.js';
export { drawPurpose } from './purpose.js';
export { drawWall, type WallDrawn } from './wall.js';
