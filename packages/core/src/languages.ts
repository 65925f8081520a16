import { speech } from './strings.js';
import * as all from './strings/en.js';

/** All that Kith says, for who draws every widget; an element takes its own: `speech({ wall })`. */
export const { english, now: languageNow, load: languageFor } = speech(all);
