export * from './intent.js';
export * from './rows.js';
export * from './decide.js';
export { daysAfter, openDays } from './rule.js';
