export * from './json-feed.js';
export * from './json-ld.js';
export * from './shields.js';
export * from './told.js';
