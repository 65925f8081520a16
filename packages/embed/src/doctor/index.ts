export { editorPlaces, type Piece, type Place } from './editors.js';
export * from './examine.js';
export * from './finding.js';
export { faultIn, sayFault, type Fault } from './json-fault.js';
