import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openDatabase, replace, take, within } from '@kith/server';
import { createCommons, newKey, type Intent } from '../../packages/core/src/rules/index.js';
import type { Change } from '@kith/core';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { holdToMemory, named } from './same.js';
import type { Database } from './sites.js';
import { storages, type Opened } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');

const changesIn = (db: Database, community: string) =>
  within(db, community, (trx) =>
    trx.selectFrom('change').selectAll().where('community', '=', community).orderBy('revision').execute(),
  );

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
        await holdToMemory(db, community, commons, now());
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
