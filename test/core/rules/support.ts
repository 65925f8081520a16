import { expect } from 'vitest';
import {
  decide,
  keyOf,
  needs,
  newKey,
  RowMap,
  type Detail,
  type FactKey,
  type FactMap,
  type Intent,
  type IntentName,
  type Refusal,
  type RowChange,
} from '../../../packages/core/src/rules/index.js';

/** What carries wishes out: rows by key, or an archive. */
export interface Holder {
  facts(keys: readonly FactKey[]): FactMap;
  apply(changes: readonly RowChange[]): unknown;
}

/** A small community in which wishes are carried out as a provider does it; `also` holds the same beside its rows. */
export function village(also?: Holder) {
  const rows = new RowMap();
  const apply = (changes: readonly RowChange[]) => {
    rows.apply(changes);
    also?.apply(changes);
  };
  apply([
    { put: keyOf('purpose', 'purpose'), row: { statement: 'Everyone can fix something', version: 3 } },
    { put: keyOf('role', 'connector'), row: { id: 'connector', name: 'Connector' } },
    ...['ada', 'bo', 'cy', 'dee'].map((id) => ({
      put: keyOf('member', id),
      row: { id, name: id, ...(id === 'dee' && { host: true }) },
    })),
    {
      put: keyOf('ladder', 'pull-up'),
      row: {
        id: 'pull-up',
        name: 'Pull-up',
        measures: [{ id: 'reps', label: 'strict pull-ups' }],
        rungs: [
          { id: 'hang', name: 'Hang', can: 'hang from the bar' },
          { id: 'first', name: 'First one', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] },
          {
            id: 'five',
            name: 'Five',
            can: 'pull up five times',
            needs: [{ measure: 'reps', atLeast: 5 }, { sponsors: 2 }],
          },
          { id: 'teach', name: 'Teach', can: 'teach it', needs: [{ manual: true }] },
        ],
      },
    },
  ]);
  let clock = new Date('2026-11-01T10:00:00Z');
  return {
    rows,
    get now() {
      return clock;
    },
    wait(days: number) {
      clock = new Date(clock.getTime() + days * 86_400_000);
    },
    /** Carries a wish out, or gives the refusal; gives the key of the intent beside it. */
    wish<N extends IntentName>(member: string, name: N, detail: Detail<N>, key = newKey(clock.getTime())) {
      const intent = { key, name, detail, actor: { member }, community: 'village', at: clock.toISOString() } as Intent;
      const actor = { member };
      let asked: FactKey[] = [];
      for (;;) {
        const wanted = needs(intent, actor, rows.facts(asked));
        if (wanted.every((each) => asked.includes(each))) break;
        asked = wanted;
      }
      const said = decide(rows.facts(asked), intent, actor, clock);
      if (also) expect(decide(also.facts(asked), intent, actor, clock)).toEqual(said);
      if (Array.isArray(said)) apply(said);
      return { key, refusal: Array.isArray(said) ? undefined : (said as Refusal) };
    },
  };
}
