import type { Community } from '@kith/elements';
import { server } from '@kith/providers/server';

/** In another's page one reads, and is counted in: for every other wish there is the community's own site. */
const taken = new Set(['with-us'] as const);

for (const community of document.querySelectorAll<Community>('kith-community[data-server]'))
  community.provider = { ...server(community.dataset['server'] ?? ''), takes: taken };
