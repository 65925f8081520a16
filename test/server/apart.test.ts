import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { openDatabase, within } from '@kith/server';
import { sql } from 'kysely';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();
const held = createWorld();
const at = '2026-11-01T10:00:00.000Z';

/** A village in which there is something of everything, all of whose words are its own. */
function full(word: string): CommunityDocument {
  const letter = (id: string, more: object) => ({ id, text: word, at, state: 'shown', ...more });
  return village({
    community: { id: word, name: word },
    members: village().members?.map((one) => ({ ...one, story: word, asks: [word], name: `${one.id} ${word}` })) ?? [],
    purpose: {
      statement: word,
      version: 3,
      lines: [{ id: 'l1', member: 'bo', text: word, at }],
      pledges: [{ member: 'bo', version: 3, line: 'l1', at }],
    },
    recognitions: [
      letter('r1', { occasion: 'story', from: 'ada', to: [] }),
      letter('r2', { from: 'bo', to: ['ada'], consents: [{ member: 'ada', as: 'named', at }] }),
      letter('r3', { from: 'cy', to: ['ada'], state: 'asked' }),
    ],
    progress: [{ member: 'ada', ladder: 'pull-up', visibility: 'everyone', measures: { reps: 5 }, reached: {} }],
    introductions: [{ id: 'i1', people: ['ada', 'bo'], by: 'bo', text: word, state: 'asked', at }],
  } as unknown as Partial<CommunityDocument>);
}

const paths = [
  '',
  '/members',
  '/members/ada',
  '/wall',
  '/wall?member=ada',
  '/ladders',
  '/suggestions',
  '/introductions',
];
paths.push('/inbox', '/document', '/me', '/queue', '/changes?after=1');

/** Everything that is told in one community, before and after there is another just like it in which all goes on. */
async function beforeAndAfter({ found, token, db, app }: typeof world) {
  const here = { found, token, db, app } as typeof world;
  const one = await found(full('ours'));
  const told = async () => {
    const all: string[] = [];
    for (const as of [undefined, 'ada', 'bo', 'dee'])
      for (const path of paths) all.push(JSON.stringify([as, path, (await ask(here, app(), one, path, { as })).said]));
    return all;
  };
  await db.insertInto('duty').values({ community: one, member: 'dee', duty: 'moderator' }).execute();
  const before = await told();
  const other = await found(full('theirs'));
  await db.insertInto('duty').values({ community: other, member: 'bo', duty: 'moderator' }).execute();
  const wishes: [string, object][] = [
    ['with-us', { on: true }],
    ['cheer', { recognition: 'r1', on: true }],
    ['report', { recognition: 'r1', reason: 'theirs' }],
    ['affirm-role', { member: 'ada', role: 'connector', on: true, because: 'theirs' }],
    ['record', { ladder: 'pull-up', measure: 'reps', value: 9 }],
    ['recognize', { to: ['ada'], occasion: 'thanks', text: 'theirs' }],
  ];
  for (const [name, detail] of wishes)
    await ask(here, app(), other, '/intents', { as: 'cy', method: 'POST', body: { key: newKey(), name, detail } });
  await ask(here, app(), other, '/me', { as: 'bo', method: 'DELETE' });
  return { before, after: await told() };
}

describe('a community', () => {
  it('is told nothing of another, by whatever query', async () => {
    const { before, after } = await beforeAndAfter(world);
    expect(after).toEqual(before);
    expect(after.join()).toContain('ours');
    expect(after.join()).not.toContain('theirs');
  }, 60_000);

  it('is what it is called, whatever that would be to a database', async () => {
    for (const name of ["x'; reset role; --", "\\'; reset role; --", "it''s", '"; drop table home; --', '$1', '用']) {
      const said = sql<object>`select current_user as role, current_setting('kith.community') as community`;
      const { rows } = await within(world.db, name, (trx) => said.execute(trx));
      expect(rows, name).toEqual([{ role: 'kith_app', community: name }]);
    }
  });

  it('is asked for in each query, also where the database would not hold them apart', async () => {
    // What is asked of many machines says on which of them it is.
    await sql`alter role kith_app bypassrls`.execute(held.db);
    await found();
    const { before, after } = await beforeAndAfter(held);
    expect(after).toEqual(before);
    async function found() {
      const rows = await within(held.db, 'nowhere', (trx) => trx.selectFrom('home').selectAll().execute());
      expect(rows).toEqual([]);
      await held.found(full('first'));
      const all = await within(held.db, 'nowhere', (trx) => trx.selectFrom('home').selectAll().execute());
      expect(all).toHaveLength(1);
    }
  }, 60_000);
});

describe('a role that may see every community', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-role-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused with a sentence when the server starts', async () => {
    const db = await openDatabase({ folder });
    const refused = 'The role kith_app may see every community';
    const owner = await sql<{ name: string }>`select current_user as name`.execute(db);
    await db.destroy();
    for (const [give, take] of [
      ['alter role kith_app superuser', 'alter role kith_app nosuperuser'],
      ['alter role kith_app bypassrls', 'alter role kith_app nobypassrls'],
      ['alter table recognition owner to kith_app', `alter table recognition owner to ${owner.rows[0]?.name}`],
    ] as const) {
      await bare(give);
      await expect(openDatabase({ folder }), give).rejects.toThrow(refused);
      await bare(take);
    }
    await (await openDatabase({ folder })).destroy();
  }, 120_000);

  /** Says something to the database as whoever keeps it does, with no server. */
  async function bare(words: string): Promise<void> {
    const { PGlite } = await import('@electric-sql/pglite');
    const database = await PGlite.create({ dataDir: folder });
    await database.exec(words);
    await database.close();
  }
});
