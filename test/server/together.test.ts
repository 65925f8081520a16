import { setImmediate } from 'node:timers/promises';
import { createApp, openDatabase, within, type AppOptions } from '@kith/server';
import { ProviderError, type Receipt } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { takeAll } from '../../packages/server/src/take/take.js';
import { takingTogether } from '../../packages/server/src/take/together.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { crowded } from '../core/optimistic.js';
import { village } from '../core/village.js';
import { foundIn, tokenOf } from './sites.js';
import { databaseIn, storages } from './storages.js';
import { unlimited } from './unlimited.js';
import { sentTogether, tale, wishIn, type Wish, type Write } from './wishing.js';

describe.each(storages)('wishes that come together, in $name', ({ open }) => {
  const here = databaseIn(open);
  let n = 0;

  const sent = (wishes: readonly Wish[], write: Write = (community, act) => within(here.db, community, act)) =>
    sentTogether(wishes, write);

  async function founded(document = village()): Promise<string> {
    const community = `village-${++n}`;
    await foundIn(here.db, community, document);
    return community;
  }

  const counts = async (community: string) => {
    const rows = (table: 'recognition' | 'taken') =>
      within(here.db, community, (trx) => trx.selectFrom(table).select('community').execute());
    return { letters: (await rows('recognition')).length, keys: (await rows('taken')).length };
  };

  it('are one revision, save what looks at what an earlier one changes, which is looked at again', async () => {
    const community = await founded();
    const role = { role: 'connector', on: true };
    const wishes = [
      wishIn(community, 'bo', 'claim-role', role),
      wishIn(community, 'cy', 'affirm-role', { ...role, member: 'bo' }),
      wishIn(community, 'dee', 'with-us', { on: true }),
    ];
    expect(await within(here.db, community, (trx) => takeAll(trx, community, wishes))).toEqual([
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

  it('leave nothing of what was said to what is taken back in the same moment', async () => {
    const community = await founded(crowded());
    const line = newKey();
    await sent([wishIn(community, 'ada', 'pledge', { on: true, purposeVersion: 3, line: 'My lamp.' }, line)]);
    const said = [
      wishIn(community, 'bo', 'back', { subject: { kind: 'line', id: line }, on: true }),
      wishIn(community, 'cy', 'cheer', { recognition: 'r2', on: true }),
    ];
    await sent([...said, wishIn(community, 'ada', 'pledge', { on: false, purposeVersion: 3 })]);
    await sent([
      wishIn(community, 'cy', 'keep', { recognition: 'r2', on: true }),
      wishIn(community, 'dee', 'cheer', { recognition: 'r2', on: true }),
      wishIn(community, 'bo', 'report', { recognition: 'r2', reason: 'It names my street.' }),
      wishIn(community, 'ada', 'retract', { recognition: 'r2' }),
    ]);
    for (const table of ['backing', 'cheer', 'keeping', 'report'] as const) {
      const rows = await within(here.db, community, (trx) => trx.selectFrom(table).selectAll().execute());
      expect(JSON.stringify(rows), table).not.toMatch(new RegExp(`"${line}"|"r2"`));
    }
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
    const withUs = await within(here.db, community, (trx) => trx.selectFrom('with_us').select('who').execute());
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
    const met = { id: 'i1', people: ['ada', 'bo'], by: 'ada', text: 'A lathe.', state: 'met', at: '2026-10-01' };
    const community = await founded(village({ introductions: [met] } as object));
    const wish = wishIn(community, 'ada', 'recognize', tale('ada'));
    const told = await sent([wish, wish, wishIn(community, 'bo', 'recognize', tale('bo')), wish]);
    expect(new Set(told.map(({ came }) => JSON.stringify(came)))).toEqual(new Set(['{"revision":2}']));
    expect(await counts(community)).toEqual({ letters: 2, keys: 2 });
    // Nothing follows from it but that it is known by its key.
    const said = wishIn(community, 'bo', 'answer-intro', { introduction: 'i1', on: true });
    expect(await within(here.db, community, (trx) => takeAll(trx, community, [said, said]))).toEqual([
      { receipt: { revision: 2 } },
      'again',
    ]);
  });

  it('are answered once they are kept for good, and not before', async () => {
    const community = await founded();
    let answered = 0;
    const before: number[] = [];
    const slowly: Write = (where, act) =>
      within(here.db, where, async (trx) => {
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
      within(here.db, where, async (trx) => {
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
    const beside = 'url' in here.storage ? await openDatabase(here.storage) : here.db;
    const options: Omit<AppOptions, 'db'> = { log: pino({ level: 'silent' }), limits: unlimited };
    const apps = [here.db, beside].map((each) => createApp({ ...options, db: each }));
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
    if (beside !== here.db) await beside.destroy();
  });
});
