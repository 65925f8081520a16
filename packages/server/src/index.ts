export { createApp, type AppOptions } from './app.js';
export { looking, openDatabase, within, type Storage } from './db/database.js';
export { addKey, revokeKey, type Algorithm, type GivenKey } from './keys.js';
export type { Limits, Rate } from './limits.js';
export { createLive, type Live } from './live/live.js';
export { openNotices } from './live/notices.js';
export { read } from './read/read.js';
export { take } from './take.js';
export { replace, wholeOf } from './whole.js';
