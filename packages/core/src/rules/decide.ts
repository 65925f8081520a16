import { follow, needsOf } from './follow.js';
import { checked, type Actor, type Intent, type Refusal } from './intent.js';
import type { FactKey, FactMap, RowChange } from './rows.js';

export { intentNames } from './follow.js';

const nothing: FactMap = new Map();

/**
 * The few facts that say whether a wish may be. What is found may lead to more: ask again with it until nothing new is
 * named. A wish that says nothing sensible needs none.
 */
export function needs(intent: Intent, actor: Actor | undefined, known: FactMap = nothing): FactKey[] {
  const said = checked(intent.name, intent.detail);
  return 'reason' in said ? [] : needsOf({ ...intent, ...said } as Intent, actor, known);
}

/**
 * What follows of a wish: why not, or the rows to put and remove. An unknown fact is no reason against it. `actor` is who
 * it comes from as far as whoever asks this can tell, not what the intent says of itself.
 */
export function decide(known: FactMap, intent: Intent, actor: Actor | undefined, now: Date): Refusal | RowChange[] {
  const said = checked(intent.name, intent.detail);
  return 'reason' in said ? said : follow(known, { ...intent, ...said } as Intent, actor, now);
}
