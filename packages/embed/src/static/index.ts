export * from './shown.js';
export * from './static-html.js';
export * from './tag.js';
export * from './tag-attributes.js';
