import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openDatabase, replace, take, wholeOf, within } from '@kith/server';
import { createCommons, newKey, readingOf, type Intent, type Whole } from '../../packages/core/src/rules/index.js';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { plain } from '../core/rules/plain.js';

const now = () => new Date('2026-11-01T10:00:00Z');
let db: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  db = await openDatabase({ folder: undefined });
}, 60_000);
afterAll(() => db.destroy());

describe('a wish that is carried out in SQL', () => {
  it('leaves the community as it leaves one in memory, after any history', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `village-${++n}`;
        const commons = createCommons(crowded(), { now });
        await within(db, community, (trx) => replace(trx, community, crowded()));
        const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
        for (const { by, name, make } of steps.slice(0, 12)) {
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
          const expected = await said(() => commons.take(intent));
          expect(await said(() => within(db, community, (trx) => take(trx, community, intent, now())))).toBe(expected);
          if (expected !== 'taken') continue;
          if (name === 'recognize') things.letters.push(key);
          if (name === 'pledge' && detail && 'line' in detail) things.lines.push(key);
          if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
        }
        const whole = await within(db, community, (trx) => wholeOf(trx, community));
        const kept = readingOf(whole as Whole, { revision: 1, now, isRecord: false });
        for (const viewer of [undefined, 'ada', 'bo', 'cy'])
          for (const query of [
            { kind: 'purpose' },
            { kind: 'wall' },
            { kind: 'members' },
            { kind: 'introductions' },
            { kind: 'inbox' },
            { kind: 'ladder' },
          ] as const) {
            const asked = { ...query, ...(viewer && { viewer }) };
            const { revision: _, ...a } = await kept.answer(asked);
            const { revision: __, ...b } = await commons.read(asked);
            expect(plain(a), JSON.stringify(asked)).toEqual(plain(b));
          }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});
