import type { Receipt } from '@kith/core';
import {
  decide,
  keyOf,
  needs,
  refusalError,
  wordsOf,
  type Actor,
  type FactKey,
  type Intent,
  type RowChange,
} from '@kith/core/rules';
import type { Within } from './db/schema.js';
import { digestOf } from './join.js';
import { isTrusted } from './moderate.js';
import { isForgotten } from './prune.js';
import { lock, revise, type Home } from './revise.js';
import type { Rows } from './rows.js';
import { piecesOfRows } from './touched.js';

/**
 * Carries a wish out for whom it is known to be of, once for each key, inside a transaction of its community. Throws a
 * `ProviderError` where it is refused; then nothing may be kept of the transaction.
 */
export async function take(trx: Within, community: string, intent: Intent, now: Date): Promise<Receipt> {
  const home = await lock(trx, community);
  const actor = nameOf(intent.actor);
  const said = digestOf(wordsOf(intent));
  const before = await trx
    .selectFrom('taken')
    .select(['said', 'revision'])
    .where('community', '=', community)
    .where('actor', '=', actor)
    .where('key', '=', intent.key)
    .executeTakeFirst();
  if (before && before.said !== said) throw keyIsTaken();
  if (before) return { revision: before.revision };
  if (isForgotten(intent.key, now)) throw refusalError({ reason: 'gone' });

  const changes = await reviewed(home, intent, await decided(home.rows, intent, now));
  const { names, people } = piecesOfRows(changes);
  const revision = changes.length
    ? await revise(home, { names, people }, () => home.rows.apply(changes))
    : home.revision;
  await trx.insertInto('taken').values({ community, actor, key: intent.key, said, revision }).execute();
  return { revision };
}

function keyIsTaken() {
  return refusalError({ reason: 'invalid', params: { field: 'key' } });
}

/** A first letter waits, where the community wants somebody to look at it first. */
async function reviewed({ rows, settings }: Home, { name, actor }: Intent, changes: RowChange[]): Promise<RowChange[]> {
  if (settings.review !== 'first' || name !== 'recognize' || !actor || !('member' in actor)) return changes;
  if (await isTrusted(rows, actor.member)) return changes;
  return changes.map((change) =>
    'put' in change ? ({ ...change, row: { ...change.row, state: 'review' } } as RowChange) : change,
  );
}

function nameOf(actor: Actor | undefined): string {
  if (!actor) return '';
  return 'member' in actor ? `member ${actor.member}` : `guest ${actor.guest}`;
}

async function decided(rows: Rows, intent: Intent, now: Date): Promise<RowChange[]> {
  const { actor, key } = intent;
  const facts = new Map<FactKey, unknown>();
  const mine = actor && 'member' in actor ? [keyOf('member', actor.member)] : [];
  for (let wanted: FactKey[] = mine; ;) {
    const fresh = wanted.filter((each) => !facts.has(each));
    for (const [each, fact] of await rows.facts(fresh)) facts.set(each, fact);
    const more = needs(intent, actor, facts);
    if (more.every((each) => facts.has(each))) break;
    wanted = more;
  }
  if (mine.some((each) => facts.get(each) === null)) throw refusalError({ reason: 'not-allowed' });
  const said = decide(facts, intent, actor, now);
  if (!Array.isArray(said)) throw refusalError(said);
  // What a wish begins has its key as its id: nothing may be there under it.
  const begun = said.flatMap((change) => ('put' in change && change.put.endsWith(` ${key}`) ? [change.put] : []));
  for (const [, fact] of await rows.facts(begun)) if (fact !== null) throw keyIsTaken();
  return said;
}
