import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openDatabase, read, replace, take, within } from '@kith/server';
import { createCommons, newKey, type Intent } from '../../packages/core/src/rules/index.js';
import type { Change, Query } from '@kith/core';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { plain } from '../core/rules/plain.js';
import { storages, type Opened } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');
type Database = Awaited<ReturnType<typeof openDatabase>>;

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
  { kind: 'wall', limit: 2 },
  { kind: 'ladder' },
  { kind: 'ladder', id: 'pull-up', member: 'ada' },
  { kind: 'suggestions' },
  { kind: 'introductions' },
  { kind: 'inbox' },
];
type Row = Record<string, unknown>;
const changesIn = (db: Database, community: string) =>
  within(db, community, (trx) =>
    trx.selectFrom('change').selectAll().where('community', '=', community).orderBy('revision').execute(),
  );
const named = (touched: unknown) =>
  (touched as Change['touched'] | undefined)?.map(({ kind, id, gone }) => `${kind} ${id}${gone ? ' gone' : ''}`).sort();

describe.each(storages)('a wish that is carried out in $name', ({ open }) => {
  let db: Database;
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    db = await openDatabase(opened.storage);
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    await opened.close();
  });

  it('leaves the community as it leaves one in memory, after any history', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `village-${++n}`;
        const commons = createCommons(crowded(), { now });
        await within(db, community, (trx) => replace(trx, community, crowded()));
        const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
        for (const { by, name, make } of steps.slice(0, 10)) {
          const detail = make(things);
          const key = newKey();
          const intent = { key, name, detail, actor: { member: by }, community, at: now().toISOString() } as Intent;
          const said = (act: () => unknown) =>
            Promise.resolve()
              .then(act)
              .then(
                () => 'taken',
                (error: Error) => error.message,
              );
          const told: Change[] = [];
          const stop = commons.watch((change) => told.push(change));
          const expected = await said(() => commons.take(intent));
          stop();
          expect(await said(() => within(db, community, (trx) => take(trx, community, intent, now())))).toBe(expected);
          if (expected !== 'taken') continue;
          const [change] = (await changesIn(db, community)).slice(-1);
          // What is taken back that was not there leaves an empty list in memory, and nothing in SQL.
          const isVoid = 'on' in (detail ?? {}) && !(detail as { on: boolean }).on;
          if (told[0] && !(isVoid && !named(change?.touched)?.length))
            expect({ name, touched: named(change?.touched) }).toEqual({ name, touched: named(told[0].touched) });
          if (name === 'recognize') things.letters.push(key);
          if (name === 'pledge' && detail && 'line' in detail) things.lines.push(key);
          if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
        }
        for (const viewer of [undefined, 'ada', 'bo', 'cy', 'dee'])
          for (const query of questions) {
            const asked = { ...query, ...(viewer !== undefined && { viewer }) };
            const {
              revision: _,
              after: __,
              ...kept
            } = (await within(db, community, (trx) => read(trx, community, asked, now()))) as Row;
            const { revision: ___, after: ____, ...expected } = (await commons.read(asked)) as Row;
            expect(plain(kept), JSON.stringify(asked)).toEqual(plain(expected));
          }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
