import { checked, type Actor, type Detail, type Intent, type IntentName, type Refusal } from './intent.js';
import { introductionRules } from './introductions.js';
import { ladderRules } from './ladders.js';
import { letterRules } from './letters.js';
import { purposeRules } from './purpose.js';
import { roleRules } from './roles.js';
import { Facts, keyOf, type FactKey, type FactMap, type RowChange } from './rows.js';
import type { Rule, Rules } from './rule.js';

/** What may be wished: one set of rules, for the view in the browser, for the providers that write and for the server. */
const rules: Rules<IntentName> = {
  ...purposeRules,
  ...roleRules,
  ...letterRules,
  ...ladderRules,
  ...introductionRules,
  profile: {
    needs: () => [],
    decide: ({ patch }, { actor }) => [{ put: keyOf('member', actor), row: { id: actor, ...patch } }],
  },
};

/** The names of all intents. */
export const intentNames = Object.keys(rules) as IntentName[];

const nothing: FactMap = new Map();

/**
 * The few facts that say whether a wish may be. What is found may lead to more: ask again with it until nothing new is
 * named. A wish that says nothing sensible needs none.
 */
export function needs(intent: Intent, actor: Actor | undefined, known: FactMap = nothing): FactKey[] {
  const said = checked(intent.name, intent.detail);
  if ('reason' in said || !actor || !('member' in actor)) return [];
  return ruleOf(intent.name).needs(said.detail, actor.member, new Facts(known));
}

/**
 * What follows of a wish: why not, or the rows to put and remove. An unknown fact is no reason against it. `actor` is who
 * it comes from as far as whoever asks this can tell, not what the intent says of itself.
 */
export function decide(known: FactMap, intent: Intent, actor: Actor | undefined, now: Date): Refusal | RowChange[] {
  const said = checked(intent.name, intent.detail);
  if ('reason' in said) return said;
  if (actor && 'guest' in actor && intent.name === 'with-us') {
    const key = keyOf('with-us', 'guest', actor.guest);
    return [(said.detail as Detail<'with-us'>).on ? { put: key, row: { at: now.toISOString() } } : { remove: key }];
  }
  if (!actor || !('member' in actor)) return { reason: 'signed-out' };
  const circumstances = { actor: actor.member, facts: new Facts(known), now, key: intent.key };
  return ruleOf(intent.name).decide(said.detail, circumstances);
}

function ruleOf<N extends IntentName>(name: N): Rule<N> {
  return rules[name];
}
