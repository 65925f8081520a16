import { patterns } from '../shape.js';
import { decide, needs } from './decide.js';
import type { Actor, Intent, Refusal } from './intent.js';
import { changed, factIn, pieceOf } from './pieces.js';
import type { PieceName } from './place.js';
import { keyOf, type FactKey, type RowChange } from './rows.js';

/** Pieces by name; `undefined` for one that is not there. */
export type KnownPieces = ReadonlyMap<PieceName, object | undefined>;

/** What comes of a wish: pieces to look at first, why not, or the pieces as they are then (`undefined` for one that goes). */
export type Outcome = { wants: PieceName[] } | { refused: Refusal } | { changed: Map<PieceName, object | undefined> };

/**
 * Carries a wish out on the few pieces it is about, which are not changed. Call it again with what it `wants` until it
 * wants nothing: so it runs where pieces are at hand, and inside a transaction that has to wait for each.
 */
export function carryOut(intent: Intent, actor: Actor | undefined, now: Date, known: KnownPieces): Outcome {
  const badField = misshapen(intent, actor);
  if (badField) return { refused: { reason: 'invalid', params: { field: badField } } };
  let asked: FactKey[] = actor && 'member' in actor ? [keyOf('member', actor.member)] : [];
  for (;;) {
    const wants = unknown(asked.map(pieceOf), known);
    if (wants.length) return { wants };
    const wanted = needs(intent, actor, factsIn(asked, known));
    if (wanted.every((key) => asked.includes(key))) break;
    asked = [...new Set([...asked, ...wanted])];
  }
  const facts = factsIn(asked, known);
  if (actor && 'member' in actor && facts.get(keyOf('member', actor.member)) === null)
    return { refused: { reason: 'not-allowed' } };
  const said = decide(facts, intent, actor, now);
  if (!Array.isArray(said)) return { refused: said };
  const wants = unknown(said.map(pieceIn), known);
  if (wants.length) return { wants };
  if (said.some((change) => isTaken(change, intent.key, known)))
    return { refused: { reason: 'invalid', params: { field: 'key' } } };
  const after = new Map<PieceName, object | undefined>();
  for (const change of said) {
    const name = pieceIn(change);
    after.set(name, changed(after.has(name) ? after.get(name) : known.get(name), change));
  }
  return { changed: after };
}

/** The first field that is no id though rows are named by it. */
function misshapen({ key }: Intent, actor: Actor | undefined): string | undefined {
  if (!patterns.id.test(key)) return 'key';
  return actor && !patterns.id.test('member' in actor ? actor.member : actor.guest) ? 'actor' : undefined;
}

function unknown(names: readonly PieceName[], known: KnownPieces): PieceName[] {
  return [...new Set(names)].filter((name) => !known.has(name));
}

function factsIn(keys: readonly FactKey[], known: KnownPieces): Map<FactKey, unknown> {
  return new Map(keys.map((key) => [key, factIn(known.get(pieceOf(key)), key)]));
}

const keyIn = (change: RowChange) => ('put' in change ? change.put : change.remove);
const pieceIn = (change: RowChange) => pieceOf(keyIn(change));

/** Whether a wish would begin a thing under the id of another. */
function isTaken(change: RowChange, id: string, known: KnownPieces): boolean {
  const key = keyIn(change);
  return 'put' in change && key.endsWith(` ${id}`) && factIn(known.get(pieceOf(key)), key) !== null;
}
