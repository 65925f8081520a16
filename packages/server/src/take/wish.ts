import type { Receipt } from '@kith/core';
import {
  checked,
  follow,
  keyOf,
  needsOf,
  refusalError,
  wordsOf,
  type Actor,
  type FactKey,
  type Intent,
  type Key,
  type Refusal,
  type RowChange,
} from '@kith/core/rules';
import { digestOf } from '../join.js';
import type { Asking, Known } from './known.js';
import { DAYS, isForgotten } from '../prune.js';
import type { Settings } from '../revise.js';
import { seenOf, turnedBy, type Seen, type Turned } from './seen.js';

/** A wish of whom it is known to be of. */
export interface Wish {
  intent: Intent;
  now: Date;
  /** Throws where a device that is not counted yet may not be now. */
  admit?: () => void;
}

/** What follows from a wish: rows, what everyone sees of them, and what is remembered of it. */
export interface Done {
  turned: ReadonlyMap<Key, Turned>;
  seen: Seen;
  said: { actor: string; key: string; said: string };
}

/** What follows from a wish, or its receipt where it was carried out before. Throws where it is refused. */
export function* outcomeOf(
  { intent, now, admit }: Wish,
  known: Known,
  settings: Settings,
): Asking<Done | { receipt: Receipt }> {
  const { actor, key } = intent;
  const who = nameOf(actor);
  const said = digestOf(wordsOf(intent));
  const detail = checked(intent.name, intent.detail);
  const wish = { ...intent, ...detail } as Intent;
  const taken = `taken ${who} ${key}` as const;
  yield [taken, ...('reason' in detail ? [] : likely(wish, now))];
  const receipt = receiptIn(known.get(taken), said);
  if (receipt) return { receipt };
  if (isForgotten(key, now)) throw refusalError({ reason: 'gone', params: { days: DAYS } });
  if ('reason' in detail) throw refusalError(detail);
  if (admit && actor && 'guest' in actor) {
    const counted = keyOf('with-us', 'guest', actor.guest);
    yield [counted];
    if (known.row(counted) === null) admit();
  }
  const changes = yield* reviewed(wish, yield* decided(wish, known, now), known, settings);
  yield changes.map(keyIn);
  // What a wish begins has its key as its id: nothing may be there under it.
  for (const change of changes)
    if ('put' in change && change.put.endsWith(` ${key}`) && known.get(change.put) !== null) throw keyIsTaken();
  const turned = turnedBy(changes, known);
  return { turned, seen: yield* seenOf(turned, known), said: { actor: who, key, said } };
}

function receiptIn(taken: unknown, said: string): Receipt | undefined {
  const row = taken as { said: string; revision: number } | null;
  if (row && row.said !== said) throw keyIsTaken();
  return row ? { revision: row.revision } : undefined;
}

/** The facts a wish will look at and the rows that will follow, as far as they can be told before anything is known. */
function likely(wish: Intent, now: Date): FactKey[] {
  const { actor } = wish;
  const nothing = new Map<FactKey, unknown>();
  const follows = follow(nothing, wish, actor, now);
  return [...own(actor), ...needsOf(wish, actor, nothing), ...(Array.isArray(follows) ? follows.map(keyIn) : [])];
}

function* decided(wish: Intent, known: Known, now: Date): Asking<RowChange[]> {
  const { actor } = wish;
  yield own(actor);
  for (let isKnown = false; !isKnown;) {
    const wanted = needsOf(wish, actor, known.map);
    isKnown = !wanted.some(known.lacks);
    yield wanted;
  }
  if (own(actor).some((key) => known.get(key) === null)) throw refusalError({ reason: 'not-allowed' });
  const said: Refusal | RowChange[] = follow(known.map, wish, actor, now);
  if (!Array.isArray(said)) throw refusalError(said);
  return said;
}

/** A first letter waits, where the community wants somebody to look at it first. */
function* reviewed(
  { name, actor }: Intent,
  changes: RowChange[],
  known: Known,
  settings: Settings,
): Asking<RowChange[]> {
  if (settings.review !== 'first' || name !== 'recognize' || !actor || !('member' in actor)) return changes;
  yield [`trusted ${actor.member}`];
  if (known.get(`trusted ${actor.member}`) !== null) return changes;
  return changes.map((change) =>
    'put' in change ? ({ ...change, row: { ...change.row, state: 'review' } } as RowChange) : change,
  );
}

function keyIsTaken() {
  return refusalError({ reason: 'invalid', params: { field: 'key' } });
}

const keyIn = (change: RowChange): Key => ('put' in change ? change.put : change.remove);

function own(actor: Actor | undefined): Key[] {
  return actor && 'member' in actor ? [keyOf('member', actor.member)] : [];
}

function nameOf(actor: Actor | undefined): string {
  if (!actor) return 'nobody -';
  return 'member' in actor ? `member ${actor.member}` : `guest ${actor.guest}`;
}
