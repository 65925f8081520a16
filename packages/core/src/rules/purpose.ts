import type { Refusal } from './intent.js';
import { keyOf, type Facts, type Key, type RowChange } from './rows.js';
import { toggled, type Rules } from './rule.js';

export const purposeRules: Rules<'with-us' | 'pledge' | 'back'> = {
  'with-us': {
    needs: () => [keyOf('purpose', 'purpose')],
    decide: ({ on }, { actor, facts, now }) => countIn(on, keyOf('with-us', 'member', actor), facts, now),
  },

  pledge: {
    needs: (_, actor) => [keyOf('purpose', 'purpose'), keyOf('pledge', actor)],
    decide({ on, purposeVersion, line }, { actor, facts, now, key }) {
      const mine = keyOf('pledge', actor);
      const before = facts.row(mine);
      const withoutLine = before?.line ? [{ remove: keyOf('line', before.line) }] : [];
      if (!on) return [{ remove: mine }, ...withoutLine];
      const purpose = facts.row(keyOf('purpose', 'purpose'));
      if (purpose === null) return { reason: 'unknown' };
      if (purpose && (purpose.version ?? 1) !== purposeVersion)
        return { reason: 'stale-purpose', params: { version: purpose.version ?? 1 } };
      const at = now.toISOString();
      const pledge = { member: actor, version: purposeVersion, at };
      if (!line) return [{ put: mine, row: pledge }];
      return [
        ...withoutLine,
        { put: mine, row: { ...pledge, line: key } },
        { put: keyOf('line', key), row: { id: key, member: actor, text: line, at } },
      ];
    },
  },

  back: {
    needs: ({ subject }) => [subject.kind === 'line' ? keyOf('line', subject.id) : keyOf('recognition', subject.id)],
    decide({ subject: { kind, id }, on }, { actor, facts, now }) {
      const said = kind === 'line' ? facts.row(keyOf('line', id)) : facts.row(keyOf('recognition', id));
      // What is gone can be let go of, too.
      if (on && (said === null || (said && 'state' in said && said.state !== 'shown'))) return { reason: 'gone' };
      if (said && 'occasion' in said && said.occasion !== kind)
        return { reason: 'invalid', params: { field: 'subject.kind' } };
      const author = said && ('member' in said ? said.member : 'from' in said ? said.from : undefined);
      if (on && author === actor) return { reason: 'self' };
      const row = { kind, id, by: actor, at: now.toISOString() };
      return toggled(on, { put: keyOf('backing', kind, id, actor), row });
    },
  },
};

/** Counts in whoever this row is of, a member or a device, or no more: behind a purpose, and where there is none nothing. */
export function countIn(on: boolean, mine: Key<'with-us'>, facts: Facts, now: Date): Refusal | RowChange[] {
  if (facts.row(keyOf('purpose', 'purpose')) === null) return { reason: 'unknown' };
  return toggled(on, { put: mine, row: { at: now.toISOString() } });
}
