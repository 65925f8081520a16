export { hexOf, toHex, toRgb } from './colors.js';
export { drawIntro, type IntroDrawn } from './intro.js';
export { drawLadder } from './ladder.js';
export type { Shade } from './paint.js';
export { pictureOf, type Drawable, type Lack, type Picture } from './picture-of.js';
export * from './picture-snippet.js';
export { drawPurpose } from './purpose.js';
export { drawWall, type WallDrawn } from './wall.js';
