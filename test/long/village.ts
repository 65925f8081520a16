import {
  decide,
  keyOf,
  needs,
  RowMap,
  type FactKey,
  type Intent,
  type IntentName,
  type Refusal,
  type RowChange,
} from '../../packages/core/src/rules/index.js';

/** What somebody wishes; the page makes the intent. */
export interface Wish {
  name: IntentName;
  detail: object;
}

export const letters = Array.from({ length: 12 }, (_, i) => `r${i}`);
export const roles = ['builder', 'curator', 'connector'];
/** A letter of the member’s own, which they cannot cheer. */
export const ownLetter = 'own';
const at = '2026-11-01T10:00:00Z';

/** Where all is held: rows, and each key with its receipt, changed together. */
export function createVillage() {
  const rows = new RowMap();
  const keys = new Map<string, number>();
  const taken: Intent[] = [];
  rows.apply([
    { put: keyOf('purpose', 'purpose'), row: { statement: 'Everyone can fix something', version: 1 } },
    ...roles.map((id): RowChange => ({ put: keyOf('role', id), row: { id, name: id } })),
    ...['ada', 'bo', 'cy'].map((id): RowChange => ({ put: keyOf('member', id), row: { id, name: id } })),
    ...[...letters, ownLetter].map((id): RowChange => {
      const from = id === ownLetter ? 'ada' : 'bo';
      return { put: keyOf('recognition', id), row: { id, from, to: ['cy'], text: id, state: 'shown', at } };
    }),
  ]);

  return {
    rows,
    /** In the order they were carried out. */
    taken,
    /** Carries a wish out unless that was done before. */
    take(intent: Intent): { revision: number } | Refusal {
      const before = keys.get(intent.key);
      if (before !== undefined) return { revision: before };
      const said = decided(rows, intent);
      if (!Array.isArray(said)) return said;
      rows.apply(said);
      taken.push(intent);
      keys.set(intent.key, taken.length);
      return { revision: taken.length };
    },
  };
}

export type Village = ReturnType<typeof createVillage>;

function decided(rows: RowMap, intent: Intent): Refusal | RowChange[] {
  let known: FactKey[] = [];
  for (;;) {
    const wanted = needs(intent, intent.actor, rows.facts(known));
    if (wanted.every((each) => known.includes(each))) break;
    known = wanted;
  }
  return decide(rows.facts(known), intent, intent.actor, new Date(at));
}

/** What is there of what was wished, a line each, in words that the wishes can be put in, too. */
export function said({ rows }: Village): string[] {
  const sent = rows.all('recognition').filter(({ from, id }) => from === 'ada' && id !== ownLetter);
  return [
    ...rows.all('cheer').map(({ recognition }) => `a cheer for ${recognition}`),
    ...rows.all('holding').flatMap(({ role, accepted }) => (accepted ? [`the role ${role}`] : [])),
    ...rows.all('pledge').map(() => 'a pledge'),
    ...sent.map(({ text }) => `a letter: ${text}`),
  ].sort();
}

/** What should be there after these wishes, by what they say themselves: the last word about each thing stands. */
export function meant(wishes: readonly Intent[]): string[] {
  const on = new Map<string, boolean>();
  for (const { name, detail } of wishes) {
    if (name === 'cheer' && 'recognition' in detail) on.set(`a cheer for ${detail.recognition}`, detail.on);
    if (name === 'claim-role') on.set(`the role ${detail.role}`, detail.on);
    if (name === 'pledge') on.set('a pledge', detail.on);
    if (name === 'recognize') on.set(`a letter: ${detail.text}`, true);
  }
  return [...on].flatMap(([line, isOn]) => (isOn ? [line] : [])).sort();
}
