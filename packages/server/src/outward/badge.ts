import { badgeLook, drawBadge, ProviderError, sayRoles, speech } from '@kith/core';
import { badge } from '@kith/core/strings/en';
import type { Within } from '../db/schema.js';
import { sheet } from '../markup.js';
import { read } from '../read/read.js';

const words = speech({ badge });

/** What may stand in a badge, wherever it is opened. */
export const badgePolicy = `default-src 'none'; style-src ${sheet(badgeLook).source}; sandbox`;

/** What everyone may know a member for, as SVG. Throws `ProviderError('gone')` where everyone sees no such member. */
export async function badgeOf(trx: Within, id: string, whose: string, now: Date): Promise<string> {
  const { community } = await read(trx, id, { kind: 'community' }, now);
  const { roles } = await read(trx, id, { kind: 'roles' }, now);
  const answer = await read(trx, id, { kind: 'member', id: whose }, now);
  const { member } = answer;
  if (!member) throw new ProviderError('gone');
  const language = await words.load(community?.locale ?? 'en');
  const said = sayRoles(answer, roles, language);
  return drawBadge({ name: member.name, where: community?.name ?? id, said }, language);
}
