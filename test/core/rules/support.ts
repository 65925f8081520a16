import { expect } from 'vitest';
import {
  carryOut,
  changed,
  decide,
  keyOf,
  needs,
  newKey,
  pieceOf,
  RowMap,
  type Detail,
  type FactKey,
  type Intent,
  type IntentName,
  type PieceName,
  type Refusal,
  type RowChange,
} from '../../../packages/core/src/rules/index.js';

/**
 * A small community in which wishes are carried out on rows; `also` holds the same as pieces, on which they are carried
 * out as a provider does it.
 */
export function village(also?: Map<PieceName, object>) {
  const rows = new RowMap();
  const hold = (name: PieceName, piece: object | undefined) => (piece ? also?.set(name, piece) : also?.delete(name));
  const apply = (changes: readonly RowChange[]) => {
    rows.apply(changes);
    for (const change of also ? changes : []) {
      const name = pieceOf('put' in change ? change.put : change.remove);
      hold(name, changed(also?.get(name), change));
    }
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

  function carryOutToo(intent: Intent, said: Refusal | RowChange[]) {
    const known = new Map<PieceName, object | undefined>();
    for (;;) {
      const outcome = carryOut(intent, intent.actor, clock, known);
      if ('wants' in outcome) outcome.wants.forEach((name) => known.set(name, also?.get(name)));
      else if ('refused' in outcome) return expect(outcome.refused).toEqual(said);
      else {
        expect(said).toBeInstanceOf(Array);
        return outcome.changed.forEach((piece, name) => hold(name, piece));
      }
    }
  }

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
      if (also) carryOutToo(intent, said);
      if (Array.isArray(said)) rows.apply(said);
      return { key, refusal: Array.isArray(said) ? undefined : (said as Refusal) };
    },
  };
}
