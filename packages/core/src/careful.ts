// What only a document with faults, or one that is not public, needs: a module of its own, so that pages can load it late.
export { readPlain } from './read-plain.js';
export { readDocument } from './read-document.js';
export { toPublic } from './public.js';
