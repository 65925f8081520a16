export * from './document.js';
export * from './provider.js';
