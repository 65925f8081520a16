import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { createApp, openDatabase, within, type AppOptions } from '@kith/server';
import { ProviderError, type Receipt } from '@kith/core';
import { createCommons, newKey, type Intent, type IntentName } from '../../packages/core/src/rules/index.js';
import { takeAll } from '../../packages/server/src/take/take.js';
import { takingTogether } from '../../packages/server/src/take/together.js';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowded } from '../core/optimistic.js';
import { history } from '../core/rules/histories.js';
import { village } from '../core/village.js';
import { holdToMemory, named } from './same.js';
import { foundIn, tokenOf, type Database } from './sites.js';
import { storages, type Opened } from './storages.js';
import { unlimited } from './support.js';

const now = new Date('2026-11-01T10:00:00Z');
type Write = Parameters<typeof takingTogether>[0];

describe.each(storages)('wishes that come together, in $name', ({ open }) => {
  let db: Database;
  let opened: Opened;
  let n = 0;
  beforeAll(async () => {
    opened = await open();
    db = await openDatabase(opened.storage);
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    await opened.close();
  });

  const write: Write = (community, act) => within(db, community, act);

  async function founded(document = village()): Promise<string> {
    const community = `village-${++n}`;
    await foundIn(db, community, document);
    return community;
  }

  function wishIn(community: string, by: string, name: IntentName, detail: unknown, key: string = newKey()) {
    const intent = { key, name, detail, actor: { member: by }, community, at: now.toISOString() } as Intent;
    return { intent, now };
  }
  type Wish = ReturnType<typeof wishIn>;

  /** Sends all of them at once; gives what came of each, in the order in which they were told. */
  async function sent(wishes: readonly Wish[], through = write): Promise<{ wish: Wish; came: Receipt | string }[]> {
    const take = takingTogether(through);
    const told: { wish: Wish; came: Receipt | string }[] = [];
    const tell = (wish: Wish) => (came: Receipt | string) => void told.push({ wish, came });
    await Promise.all(
      wishes.map((wish) => take(wish).then(tell(wish), (error: Error) => tell(wish)(`not: ${error.message}`))),
    );
    return told;
  }

  const tale = (by: string) => ({ to: [], occasion: 'story', text: `A lamp of ${by}.` });
  const counts = async (community: string) => {
    const rows = (table: 'recognition' | 'taken') =>
      within(db, community, (trx) => trx.selectFrom(table).select('community').execute());
    return { letters: (await rows('recognition')).length, keys: (await rows('taken')).length };
  };

  /** Every piece that changed for everyone until now. */
  const changedIn = async (community: string) => {
    const changes = await within(db, community, (trx) => trx.selectFrom('change').select('touched').execute());
    return changes.flatMap(({ touched }) => named(touched) ?? []);
  };

  it('leave the community as they would one after another, each refused or taken alike', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const community = await founded(crowded());
        const commons = createCommons(crowded(), { now: () => now });
        const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
        const [told, must, may]: [string[], string[], string[]] = [[], [], []];
        commons.watch(({ touched }) => void told.push(...(named(touched) ?? [])));
        for (const some of [steps.slice(0, 8), steps.slice(8, 16), steps.slice(16, 24)]) {
          const wishes = some.map(({ by, name, make }) => wishIn(community, by, name, make(things)));
          for (const { wish, came } of await sent(wishes)) {
            const { intent } = wish;
            const alone = aloneIn(commons, intent);
            // What is taken back that was not there is told of in memory, and not in SQL.
            if ((intent.detail as { on?: boolean } | undefined)?.on !== false) must.push(...told.map(nameOf));
            may.push(...told.splice(0));
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
        await holdToMemory(db, community, commons, now);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('are one revision, save what looks at what an earlier one changes, which is looked at again', async () => {
    const community = await founded();
    const role = { role: 'connector', on: true };
    const wishes = [
      wishIn(community, 'bo', 'claim-role', role),
      wishIn(community, 'cy', 'affirm-role', { ...role, member: 'bo' }),
      wishIn(community, 'dee', 'with-us', { on: true }),
    ];
    expect(await within(db, community, (trx) => takeAll(trx, community, wishes))).toEqual([
      { receipt: { revision: 2 } },
      'again',
      { receipt: { revision: 2 } },
    ]);
    // What begins something looks at whether there is anything under its key.
    const key = newKey();
    const begun = await sent(['ada', 'bo'].map((by) => wishIn(community, by, 'recognize', tale(by), key)));
    expect(begun.map(({ came }) => came)).toEqual([{ revision: 3 }, 'not: Not carried out: invalid.']);
  });

  it('refuse what another just made impossible', async () => {
    const letter = { id: 'r1', occasion: 'story', from: 'ada', to: [], text: 'A lamp.', state: 'shown' };
    const community = await founded(village({ recognitions: [letter] } as object));
    const told = await sent([
      wishIn(community, 'ada', 'retract', { recognition: 'r1' }),
      wishIn(community, 'bo', 'cheer', { recognition: 'r1', on: true }),
    ]);
    expect(told.map(({ came }) => came)).toEqual([{ revision: 2 }, expect.stringContaining('not: ')]);
  });

  it('of one member are carried out in their order, also where the first has to wait for somebody else’s', async () => {
    const community = await founded();
    const role = { role: 'connector', on: true };
    const wishes = [
      wishIn(community, 'bo', 'claim-role', role),
      wishIn(community, 'ada', 'affirm-role', { ...role, member: 'bo' }),
      ...[true, false, true, false].map((on) => wishIn(community, 'ada', 'with-us', { on })),
      wishIn(community, 'cy', 'with-us', { on: true }),
    ];
    const told = await sent(wishes);
    const of = (by: string) => (one: { wish: Wish }) => (one.wish.intent.actor as { member: string }).member === by;
    const own = told.filter(of('ada'));
    expect(own.map(({ wish }) => wish)).toEqual(wishes.slice(1, 6));
    expect(own.map(({ came }) => (came as Receipt).revision)).toEqual([3, 4, 5, 6, 7]);
    const withUs = await within(db, community, (trx) => trx.selectFrom('with_us').select('who').execute());
    expect(withUs).toEqual([{ who: 'cy' }]);
  });

  it('are kept where one among them cannot be, and that one alone is refused', async () => {
    const community = await founded();
    // No text of PostgreSQL has this in it; a request that does is refused before it comes here.
    const unkeepable = { ...tale('bo'), text: 'A \u0000 lamp.' };
    const told = await sent([
      wishIn(community, 'ada', 'recognize', tale('ada')),
      wishIn(community, 'bo', 'recognize', unkeepable),
      wishIn(community, 'cy', 'recognize', tale('cy')),
    ]);
    const came = (by: string) => told.find(({ wish }) => (wish.intent.actor as { member: string }).member === by)?.came;
    expect([came('ada'), came('bo'), came('cy')]).toEqual([
      { revision: 2 },
      'not: unsupported Unicode escape sequence',
      { revision: 3 },
    ]);
    expect(await counts(community)).toEqual({ letters: 2, keys: 2 });
  });

  it('count once under one key, whether it is sent twice in a row or twice at once', async () => {
    const community = await founded();
    const wish = wishIn(community, 'ada', 'recognize', tale('ada'));
    const told = await sent([wish, wish, wishIn(community, 'bo', 'recognize', tale('bo')), wish]);
    expect(new Set(told.map(({ came }) => JSON.stringify(came)))).toEqual(new Set(['{"revision":2}']));
    expect(await counts(community)).toEqual({ letters: 2, keys: 2 });
    const other = wishIn(community, 'ada', 'with-us', { on: true });
    expect(await within(db, community, (trx) => takeAll(trx, community, [other, other]))).toEqual([
      { receipt: { revision: 3 } },
      'again',
    ]);
  });

  it('are answered once they are kept for good, and not before', async () => {
    const community = await founded();
    let answered = 0;
    const before: number[] = [];
    const slowly: Write = (where, act) =>
      within(db, where, async (trx) => {
        const done = await act(trx);
        await setImmediate();
        before.push(answered);
        return done;
      });
    const take = takingTogether(slowly);
    const wishes = ['ada', 'bo', 'cy'].map((by) => wishIn(community, by, 'recognize', tale(by)));
    await Promise.all(wishes.map((wish) => take(wish).then(() => answered++)));
    expect(before).toEqual([0]);
  });

  it('are no more than tried where they are not kept in the end', async () => {
    const community = await founded();
    const never: Write = (where, act) =>
      within(db, where, async (trx) => {
        await act(trx);
        throw new ProviderError('busy');
      });
    const told = await sent(
      ['ada', 'bo'].map((by) => wishIn(community, by, 'recognize', tale(by))),
      never,
    );
    expect(told.map(({ came }) => came)).toEqual(['not: busy', 'not: busy']);
    expect(await counts(community)).toEqual({ letters: 0, keys: 0 });
  });

  it('count once where two servers of one database take them at the same time', async () => {
    const community = await founded();
    const beside = 'url' in opened.storage ? await openDatabase(opened.storage) : db;
    const options: Omit<AppOptions, 'db'> = { log: pino({ level: 'silent' }), limits: unlimited };
    const apps = [db, beside].map((each) => createApp({ ...options, db: each }));
    const post = async (by: string, key: string, i: number) => {
      const headers = { authorization: `Bearer ${await tokenOf(community, by)}` };
      const body = JSON.stringify({ key, name: 'recognize', detail: tale(by) });
      const response = await apps[i % 2]?.request(`/v1/${community}/intents`, { method: 'POST', headers, body });
      return `${response?.status} ${await response?.text()}`;
    };
    const keys = Array.from({ length: 20 }, (_, i) => ({ key: newKey(), by: ['ada', 'bo', 'cy', 'dee'][i % 4] ?? '' }));
    const said = await Promise.all(
      keys.map(async ({ by, key }) => new Set(await Promise.all([...Array(10).keys()].map((i) => post(by, key, i))))),
    );
    for (const answers of said) expect([...answers]).toEqual([expect.stringMatching(/^200 \{"revision":\d+\}$/)]);
    expect(await counts(community)).toEqual({ letters: 20, keys: 20 });
    if (beside !== db) await beside.destroy();
  });
});

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
