import type { Detail, IntentName, Refusal } from './intent.js';
import type { FactKey, Facts, Key, RowChange } from './rows.js';

/** What a rule knows besides the wish itself. `actor` is a member's id. */
export interface Circumstances {
  actor: string;
  facts: Facts;
  now: Date;
  /** The intent's key: the id of what it creates. */
  key: string;
}

/** What may be wished, and what follows. */
export interface Rule<N extends IntentName> {
  /** The facts it looks at. Asked again once those are known, for what they lead to. */
  needs(detail: Detail<N>, actor: string, facts: Facts): FactKey[];
  decide(detail: Detail<N>, circumstances: Circumstances): Refusal | RowChange[];
}

export type Rules<N extends IntentName> = { readonly [K in N]: Rule<K> };

/** Days after which an introduction nobody answered closes, and for which it cannot be asked for again. */
export const openDays = 14;

export function daysAfter(at: string | Date, days: number): Date {
  return new Date(new Date(at).getTime() + days * 86_400_000);
}

/** A because as a row has it: what is said again without one keeps the one it had, and only an empty one drops that. */
export function inWords(because: string | undefined): { because?: string | null } {
  return because === undefined ? {} : { because: because || null };
}

/** A row that is put where a wish is on and removed where it is off. */
export function toggled(on: boolean, put: Extract<RowChange, { put: Key }>): RowChange[] {
  return [on ? put : { remove: put.put }];
}
