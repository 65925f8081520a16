import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { replace, take, within } from '@kith/server';
import { createCommons, newKey, type Intent } from '../../packages/core/src/rules/index.js';
import { audiences, type Change, type CommunityDocument } from '@kith/core';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { holdToMemory, named } from './same.js';
import type { Database } from './sites.js';
import { databaseIn, storages } from './storages.js';
import { now as moment, sentTogether, wishIn } from './wishing.js';

const now = () => moment;

const changesIn = (db: Database, community: string) =>
  within(db, community, (trx) =>
    trx.selectFrom('change').selectAll().where('community', '=', community).orderBy('revision').execute(),
  );

describe.each(storages)('a wish that is carried out in $name', ({ open }) => {
  const here = databaseIn(open);
  let n = 0;

  it('leaves the community as it leaves one in memory, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `village-${++n}`;
        const commons = createCommons(crowded(), { now });
        await within(here.db, community, (trx) => replace(trx, community, crowded()));
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
          expect(await said(() => within(here.db, community, (trx) => take(trx, community, intent, now())))).toBe(
            expected,
          );
          if (expected !== 'taken') continue;
          const [change] = (await changesIn(here.db, community)).slice(-1);
          // What is taken back that was not there leaves an empty list in memory, and nothing in SQL.
          const isVoid = 'on' in (detail ?? {}) && !(detail as { on: boolean }).on;
          if (told[0] && !(isVoid && !named(change?.touched)?.length))
            expect({ name, touched: toBeTold(change?.touched) }).toEqual({ name, touched: toBeTold(told[0].touched) });
          if (name === 'recognize') things.letters.push(key);
          if (name === 'pledge' && detail && 'line' in detail) things.lines.push(key);
          if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
        }
        await holdToMemory(here.db, community, commons, now());
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('tells that somebody is gone whom only their way up a ladder named, once they keep it to themselves', async () => {
    const community = `village-${++n}`;
    const bare = { ...crowded(), purpose: undefined, recognitions: [], archive: true };
    const commons = createCommons(bare as CommunityDocument, { now });
    await within(here.db, community, (trx) => replace(trx, community, bare as CommunityDocument));
    for (const patch of [
      { visibility: 'nobody' },
      ...audiences.map((visibility) => ({ progress: { ladder: 'pull-up', visibility } })),
      { progress: { ladder: 'pull-up', visibility: 'everyone' } },
      { progress: { ladder: 'pull-up', visibility: 'nobody' } },
    ]) {
      const at = now().toISOString();
      const wished = { key: newKey(), name: 'profile', detail: { patch }, actor: { member: 'cy' }, community, at };
      const told: Change[] = [];
      const stop = commons.watch((change) => told.push(change));
      commons.take(wished as Intent);
      stop();
      await within(here.db, community, (trx) => take(trx, community, wished as Intent, now()));
      const [change] = (await changesIn(here.db, community)).slice(-1);
      expect(named(change?.touched), JSON.stringify(patch)).toEqual(named(told[0]?.touched));
    }
    expect(named((await changesIn(here.db, community)).at(-1)?.touched)).toEqual([
      'member cy gone',
      'progress cy/pull-up gone',
    ]);
    await holdToMemory(here.db, community, commons, now());
  });

  /** Every piece that changed for everyone until now. */
  const changedIn = async (community: string) => {
    const changes = await within(here.db, community, (trx) => trx.selectFrom('change').select('touched').execute());
    return changes.flatMap(({ touched }) => named(touched) ?? []);
  };

  it('counts who holds a role where another of them is counted anew in the same moment', async () => {
    const community = `village-${++n}`;
    await within(here.db, community, (trx) => replace(trx, community, crowded()));
    const commons = createCommons(crowded(), { now });
    const claim = { role: 'connector', on: true };
    const shown = { patch: { progress: { ladder: 'pull-up', visibility: 'everyone' } } };
    for (const moment of [
      [wishIn(community, 'cy', 'claim-role', claim)],
      [wishIn(community, 'ada', 'claim-role', claim), wishIn(community, 'cy', 'profile', shown)],
    ])
      for (const { wish } of await sentTogether(moment, (where, act) => within(here.db, where, act)))
        expect(aloneIn(commons, wish.intent)).toBe('taken');
    await holdToMemory(here.db, community, commons, now());
  });

  it('leaves it so, too, where many are carried out together: as they would be one after another', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = `village-${++n}`;
        await within(here.db, community, (trx) => replace(trx, community, crowded()));
        const commons = createCommons(crowded(), { now });
        const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
        const [told, must, may]: [string[], string[], string[]] = [[], [], []];
        commons.watch(({ touched }) => {
          told.push(...toBeTold(touched));
          may.push(...(named(touched) ?? []));
        });
        for (const some of [steps.slice(0, 8), steps.slice(8, 16), steps.slice(16, 24)]) {
          const wishes = some.map(({ by, name, make }) => wishIn(community, by, name, make(things)));
          for (const { wish, came } of await sentTogether(wishes, (where, act) => within(here.db, where, act))) {
            const { intent } = wish;
            const alone = aloneIn(commons, intent);
            // What is taken back that was not there is told of in memory, and not in SQL.
            if ((intent.detail as { on?: boolean } | undefined)?.on !== false) must.push(...told.map(nameOf));
            told.length = 0;
            expect(typeof came === 'string' ? came : 'taken', intent.name).toBe(alone);
            if (alone !== 'taken') continue;
            const { name, key } = intent;
            if (name === 'recognize') things.letters.push(key);
            if (name === 'pledge' && 'line' in intent.detail) things.lines.push(key);
            if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
          }
        }
        const changed = await changedIn(community);
        expect(must.filter((each) => !changed.map(nameOf).includes(each))).toEqual([]);
        expect(changed.filter((each) => !may.includes(each))).toEqual([]);
        await holdToMemory(here.db, community, commons, now());
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

/**
 * What has to be told of a change. Who is gone takes their name from every letter that spoke of them: memory names those
 * letters too, SQL does not look for them.
 */
function toBeTold(touched: unknown): string[] {
  const names = named(touched) ?? [];
  const isSomebodyGone = names.some((name) => /^member .* gone$/.test(name));
  return names.filter((name) => !isSomebodyGone || !/^recognition \S+$/.test(name));
}

/** A piece by name, whether it is still there or not. */
const nameOf = (piece: string) => piece.replace(/ gone$/, '');

/** What comes of a wish in memory, where nothing else happens. */
function aloneIn(commons: ReturnType<typeof createCommons>, intent: Intent): string {
  try {
    commons.take(intent);
    return 'taken';
  } catch (error) {
    return `not: ${(error as Error).message}`;
  }
}
