export * from './oembed.js';
export * from './page.js';
export * from './page-css.js';
