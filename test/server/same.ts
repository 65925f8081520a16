import { read, within } from '@kith/server';
import type { Change, Query } from '@kith/core';
import { expect } from 'vitest';
import type { createCommons } from '../../packages/core/src/rules/index.js';
import { plain } from '../core/rules/plain.js';
import type { Database } from './sites.js';

const questions: Query[] = [
  { kind: 'community' },
  { kind: 'purpose' },
  { kind: 'roles' },
  { kind: 'members' },
  { kind: 'members', role: 'connector' },
  { kind: 'members', q: 'BO' },
  { kind: 'member', id: 'bo' },
  { kind: 'wall' },
  { kind: 'wall', filters: { member: 'bo' } },
  { kind: 'wall', filters: { occasion: 'thanks' } },
  { kind: 'wall', filters: { kept: true } },
  { kind: 'wall', limit: 2 },
  { kind: 'ladder' },
  { kind: 'ladder', id: 'pull-up', member: 'ada' },
  { kind: 'suggestions' },
  { kind: 'introductions' },
  { kind: 'inbox' },
];
type Row = Record<string, unknown>;

/** Holds what a database answers, to everyone there and to nobody, to what memory answers. */
export async function holdToMemory(
  db: Database,
  community: string,
  commons: ReturnType<typeof createCommons>,
  now: Date,
): Promise<void> {
  for (const viewer of [undefined, 'ada', 'bo', 'cy', 'dee'])
    for (const query of questions) {
      const asked = { ...query, ...(viewer !== undefined && { viewer }) };
      const kept = await within(db, community, (trx) => read(trx, community, asked, now));
      expect(said(kept), JSON.stringify(asked)).toEqual(said(await commons.read(asked)));
    }
}

/** Revisions, and cursors that begin with them, are each place's own. */
function said(answer: object): unknown {
  const { revision: _, after: __, ...rest } = answer as Row;
  return plain(rest);
}

/** Pieces that changed, by name, in no order. */
export function named(touched: unknown): string[] | undefined {
  return (touched as Change['touched'] | undefined)
    ?.map(({ kind, id, gone }) => `${kind} ${id}${gone ? ' gone' : ''}`)
    .sort();
}
