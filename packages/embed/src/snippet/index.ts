export * from './editors.js';
export * from './snippet-for.js';
export * from './wanted.js';
export * from './wanted-in.js';
