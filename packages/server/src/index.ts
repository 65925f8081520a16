export { openDatabase, within, type Storage } from './db/database.js';
export { take } from './take.js';
export { replace, wholeOf } from './whole.js';
export { read } from './read/read.js';
