import { isRecord, type CommunityDocument, type Receipt } from '@kith/core';
import {
  decide,
  keyOf,
  needs,
  receiptOf,
  refusalError,
  wordsOf,
  type Actor,
  type FactKey,
  type Intent,
  type RowChange,
} from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { reface } from './faces.js';
import { Rows } from './rows.js';
import { piecesOfRows, printsOf, touchedBetween } from './touched.js';

/**
 * Carries a wish out for whom it is known to be of, once for each key, inside a transaction of its community. Throws a
 * `ProviderError` where it is refused; then nothing may be kept of the transaction.
 */
export async function take(trx: Within, community: string, intent: Intent, now: Date): Promise<Receipt> {
  // One at a time: what a rule looked at is so until what follows from it is written.
  const { revision, frame } = await trx
    .selectFrom('home')
    .select(['revision', 'frame'])
    .where('community', '=', community)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const actor = nameOf(intent.actor);
  const before = await trx
    .selectFrom('taken')
    .select(['key', 'said', 'revision'])
    .where('community', '=', community)
    .where('actor', '=', actor)
    .where('key', '=', intent.key)
    .executeTakeFirst();
  if (before) return receiptOf(intent, { ...before, receipt: { revision: before.revision } });

  const rows = new Rows(trx, community, isRecord(frame as CommunityDocument));
  const changes = await decided(rows, intent, now);
  const receipt = { revision: revision + Number(changes.length > 0) };
  if (changes.length) {
    const reader = { trx, community, viewer: undefined };
    const { names, people } = piecesOfRows(changes);
    const before = await printsOf(reader, [...names, ...people], rows.isRecord);
    await rows.apply(changes);
    await reface(rows, names);
    const touched = touchedBetween(before, await printsOf(reader, [...before.keys()], rows.isRecord));
    const said = JSON.stringify(touched);
    await trx
      .insertInto('change')
      .values({ community, revision: receipt.revision, touched: sql`${said}::jsonb` })
      .execute();
    await trx.updateTable('home').set({ revision: receipt.revision }).where('community', '=', community).execute();
  }
  await trx
    .insertInto('taken')
    .values({ community, actor, key: intent.key, said: wordsOf(intent), revision: receipt.revision })
    .execute();
  return receipt;
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
  for (const [, fact] of await rows.facts(begun))
    if (fact !== null) throw refusalError({ reason: 'invalid', params: { field: 'key' } });
  return said;
}
