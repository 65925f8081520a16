import { createHash } from 'node:crypto';
import { keyOf } from '@kith/core/rules';
import type { Within } from './db/schema.js';
import type { Identity } from './identity.js';
import { Problem } from './problem.js';
import { lock, revise } from './revise.js';

/**
 * Makes whom a first valid token speaks of a member, who shows nothing yet. What a member is called is theirs: a token
 * never says it again. Gives whether they are a member by that, were one before, or are none where only who is listed is.
 */
export async function join(
  trx: Within,
  community: string,
  identity: Identity,
  now: Date,
): Promise<'new' | 'known' | 'none'> {
  const { member, name = member, since, isDevice } = identity;
  if (await isMember(trx, community, member)) return 'known';
  // Whose device it was is gone.
  if (isDevice) throw new Problem(401, 'signed-out');
  await refuseDeparted(trx, community, member, since);
  const home = await lock(trx, community);
  if (await isMember(trx, community, member)) return 'known';
  if (home.settings.joining === 'listed') return 'none';
  await revise(home, { names: [`member ${member}`] }, () =>
    home.rows.put(keyOf('member', member), { id: member, name, joinedAt: now.toISOString() }),
  );
  return 'new';
}

/** Whether there is such a member. */
export async function isMember(trx: Within, community: string, member: string): Promise<boolean> {
  const row = await trx
    .selectFrom('member')
    .select('community')
    .where('community', '=', community)
    .where('id' as never, '=', member as never)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who had everything of theirs deleted does not come back by a token from before. */
async function refuseDeparted(trx: Within, community: string, member: string, since: Date): Promise<void> {
  const departed = await trx
    .selectFrom('departed')
    .select('at')
    .where('community', '=', community)
    .where('who', '=', digestOf(community, member))
    .executeTakeFirst();
  if (departed && since <= departed.at) throw new Problem(401, 'signed-out');
}

/** What stands for somebody where who it was must not be read. */
export function digestOf(...words: string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
