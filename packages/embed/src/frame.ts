import type { Community } from '@kith/elements';
import { server } from '@kith/providers/server';
import { tellHeight } from './height.js';

/** In another's page one reads, and is counted in: for every other wish there is the community's own site. */
const taken = new Set(['with-us'] as const);

/**
 * In a sandbox without an origin nothing can be kept, and where the browser refuses it neither: not even that this device
 * was counted, and it would be again at each visit. Looking whether there is storage keeps nothing in it.
 */
const isNowhere = origin === 'null';
const isForgetful = isNowhere || !hasStorage();

for (const community of document.querySelectorAll<Community>('kith-community[data-server]')) {
  // The server answers nobody who names no origin: then what the page came with is what is shown.
  if (isNowhere) community.remove();
  else
    community.provider = {
      ...server(community.dataset['server'] ?? ''),
      takes: isForgetful ? new Set() : taken,
    };
}
if (isForgetful) for (const note of document.querySelectorAll<HTMLElement>('[data-forgetful]')) note.hidden = false;

tellHeight();

function hasStorage(): boolean {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
