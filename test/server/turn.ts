import { newKey, type Intent } from '@kith/core/rules';
import { take, within } from '@kith/server';
import type { World } from './support.js';

/** Somebody counts in, or out again; gives the revision that makes. */
export async function turn({ db }: World, community: string, member = 'ada', on = true): Promise<number> {
  const at = new Date();
  const intent = { key: newKey(), name: 'with-us', detail: { on }, actor: { member }, community, at: at.toISOString() };
  const receipt = await within(db, community, (trx) => take(trx, community, intent as Intent, at));
  return receipt.revision;
}

/** What it touches. */
export const purpose = { kind: 'purpose', id: 'purpose' };
