export * from './intent.js';
export * from './key.js';
export * from './rows.js';
export * from './archive.js';
export * from './decide.js';
export * from './pieces.js';
export { daysAfter, openDays } from './rule.js';
export * from './subject.js';
