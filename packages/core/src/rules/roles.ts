import { allOf, keyOf } from './rows.js';
import { inWords, toggled, type Rules } from './rule.js';

/** Nothing of a role is public until its holder accepted it; who said no is not asked again by it. */
export const roleRules: Rules<'claim-role' | 'affirm-role' | 'accept-role'> = {
  'claim-role': {
    needs: ({ role }, actor) => [keyOf('role', role), keyOf('holding', actor, role)],
    decide({ role, on, aspires }, { actor, facts, now }) {
      if (on && facts.row(keyOf('role', role)) === null) return { reason: 'unknown' };
      const mine = keyOf('holding', actor, role);
      const wish = aspires ?? facts.row(mine)?.aspires ?? '';
      const row = { member: actor, role, accepted: on, aspires: on ? wish : null, at: now.toISOString() };
      return [{ put: mine, row }];
    },
  },

  'affirm-role': {
    needs: ({ member, role }) => [keyOf('role', role), keyOf('member', member)],
    decide({ member, role, on, because }, { actor, facts, now }) {
      if (member === actor) return { reason: 'self' };
      if (facts.row(keyOf('role', role)) === null || facts.row(keyOf('member', member)) === null)
        return { reason: 'unknown' };
      const row = { member, role, by: actor, ...inWords(because), at: now.toISOString() };
      return toggled(on, { put: keyOf('affirmation', member, role, actor), row });
    },
  },

  'accept-role': {
    needs: ({ role }, actor) => [keyOf('holding', actor, role), allOf('affirmation', actor, role)],
    decide({ role, on }, { actor, facts, now }) {
      const mine = keyOf('holding', actor, role);
      const isAsked = facts.rows(allOf('affirmation', actor, role))?.length !== 0;
      if (on && !isAsked && facts.row(mine) === null) return { reason: 'gone' };
      return [{ put: mine, row: { member: actor, role, accepted: on, at: now.toISOString() } }];
    },
  },
};
