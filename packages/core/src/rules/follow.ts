import type { Actor, Detail, Intent, IntentName, Refusal } from './intent.js';
import { introductionRules } from './introductions.js';
import { ladderRules } from './ladders.js';
import { letterRules } from './letters.js';
import { countIn, purposeRules } from './purpose.js';
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
    needs: ({ patch: { progress } }) => (progress ? [keyOf('ladder', progress.ladder)] : []),
    decide({ patch: { progress, ...patch } }, { actor, facts }) {
      const member: RowChange = { put: keyOf('member', actor), row: { id: actor, ...patch } };
      if (!progress) return [member];
      const { ladder, visibility } = progress;
      if (facts.row(keyOf('ladder', ladder)) === null) return { reason: 'unknown' };
      const climb: RowChange = { put: keyOf('climb', actor, ladder), row: { member: actor, ladder, visibility } };
      return Object.keys(patch).length ? [member, climb] : [climb];
    },
  },
};

/** The names of all intents. */
export const intentNames = Object.keys(rules) as IntentName[];

/** `needs` of a wish that is known to say something sensible: what a page asks of its own wishes. */
export function needsOf({ name, detail }: Intent, actor: Actor | undefined, known: FactMap): FactKey[] {
  if (!actor) return [];
  if ('member' in actor) return ruleOf(name).needs(detail, actor.member, new Facts(known));
  return name === 'with-us' ? rules['with-us'].needs(detail, actor.guest, new Facts(known)) : [];
}

/** `decide` in the same way. */
export function follow(known: FactMap, intent: Intent, actor: Actor | undefined, now: Date): Refusal | RowChange[] {
  const { name, detail, key } = intent;
  if (actor && 'guest' in actor && name === 'with-us') {
    return countIn((detail as Detail<'with-us'>).on, keyOf('with-us', 'guest', actor.guest), new Facts(known), now);
  }
  if (!actor || !('member' in actor)) return { reason: 'signed-out' };
  return ruleOf(name).decide(detail, { actor: actor.member, facts: new Facts(known), now, key });
}

function ruleOf<N extends IntentName>(name: N): Rule<N> {
  return rules[name];
}
