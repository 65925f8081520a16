import { keyOf } from './rows.js';
import { toggled, type Rules } from './rule.js';

export const purposeRules: Rules<'with-us' | 'pledge' | 'back'> = {
  'with-us': {
    needs: () => [],
    decide: ({ on }, { actor, now }) =>
      toggled(on, { put: keyOf('with-us', 'member', actor), row: { at: now.toISOString() } }),
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
      if (said === null || (on && said && 'state' in said && said.state !== 'shown')) return { reason: 'gone' };
      if (said && 'occasion' in said && said.occasion !== kind)
        return { reason: 'invalid', params: { field: 'subject.kind' } };
      const author = said && ('member' in said ? said.member : 'from' in said ? said.from : undefined);
      if (on && author === actor) return { reason: 'self' };
      const row = { kind, id, by: actor, at: now.toISOString() };
      return toggled(on, { put: keyOf('backing', kind, id, actor), row });
    },
  },
};
