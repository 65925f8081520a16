import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, replace, take, within, wholeOf } from '@kith/server';
import { newKey, readingOf, type Intent } from '../../packages/core/src/rules/index.js';
import { forget } from '../../packages/server/src/mine/forget.js';
import { history } from '../core/rules/histories.js';
import { village } from '../core/village.js';
import { databaseIn, storages } from './storages.js';

const now = () => new Date('2026-11-01T10:00:00Z');

/**
 * Members who show themselves to everyone, to members and to nobody; letters of theirs from before the last 90 days, which
 * the others answered and replied to since.
 */
function quarter() {
  const [eyes, old, lately] = [['members', 'nobody', 'everyone'], '2026-07-01', '2026-10-20'];
  const said = (id: string, member: string) => ({ id, member, text: 'I have one.', at: `${lately}T10:00:00Z` });
  const letter = (id: string, from: string, more: object) => ({
    ...{ id, occasion: 'ask', from, to: [], text: 'A saw?', state: 'shown', at: `${old}T10:00:00Z` },
    ...more,
  });
  const by = [{ member: 'bo', at: `${lately}T10:00:00Z` }];
  const [ada] = village().members ?? [];
  const others = village().members?.slice(1) ?? [];
  return village({
    members: [
      { ...ada, visibility: 'everyone', roles: [{ role: 'connector', accepted: true, affirmed: { by } }] },
      ...others.map((member, i) => ({ ...member, visibility: eyes[i] })),
    ],
    recognitions: [
      letter('r1', 'ada', { answers: [said('a1', 'cy'), said('a2', 'dee')] }),
      letter('r2', 'ada', { replies: [said('p1', 'cy')] }),
    ],
  } as Parameters<typeof village>[0]);
}

describe.each(storages)('how many acted of late, in $name', ({ open }) => {
  const here = databaseIn(open);

  it('is as many as are counted where everything is at hand, after any history', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `quarter-${++n}`;
        const things = { letters: ['r1', 'r2'], lines: [] as string[], introductions: [] as string[] };
        await within(here.db, community, (trx) => replace(trx, community, quarter()));
        const check = async (what: string) => {
          const [whole, told] = await within(here.db, community, async (trx) => [
            await wholeOf(trx, community),
            await read(trx, community, { kind: 'purpose' }, now()),
          ]);
          if (!whole) throw new Error('There is nothing.');
          const all = await readingOf(whole, { revision: 0, now }).answer({ kind: 'purpose' });
          expect(told.purpose?.counts?.active, what).toBe(all.purpose?.counts?.active);
          return told.purpose?.counts?.active;
        };
        // Dee alone: Bo and Cy are not to be seen.
        expect(await check('founded')).toBe(1);
        for (const { by, name, make } of steps.slice(0, 12)) {
          const key = newKey();
          const intent = { key, name, detail: make(things), actor: { member: by }, community, at: now().toISOString() };
          const isTaken = await within(here.db, community, (trx) => take(trx, community, intent as Intent, now())).then(
            () => true,
            () => false,
          );
          if (!isTaken) continue;
          if (name === 'recognize') things.letters.push(key);
          await check(`${by} ${name} ${JSON.stringify(intent.detail)}`);
        }
        await within(here.db, community, (trx) => forget(trx, community, 'bo'));
        await check('bo is gone');
      }),
      { numRuns: 8 },
    );
  }, 300_000);
});
