import type { Receipt } from '@kith/core';
import { keyOf, pieceOf, type RowChange } from '@kith/core/rules';
import type { Within } from './db/schema.js';
import { lock, revise } from './revise.js';

/** Makes it a member's that a device of theirs counted in before they signed in: they are counted once, and not it. */
export async function mergeGuest(trx: Within, community: string, guest: string, member: string): Promise<Receipt> {
  const home = await lock(trx, community);
  const [was] = await home.rows.select(keyOf('with-us', 'guest', guest));
  if (!was) return { revision: home.revision };
  const mine = keyOf('with-us', 'member', member);
  const isIn = (await home.rows.select(mine)).length > 0;
  const changes = [{ remove: was[0] }, ...(isIn ? [] : [{ put: mine, row: was[1] }])] as RowChange[];
  const names = [...new Set(changes.map((change) => pieceOf('put' in change ? change.put : change.remove)))];
  return { revision: await revise(home, { names }, () => home.rows.apply(changes)) };
}
