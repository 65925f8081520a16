import { describe, expect, it } from 'vitest';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { sql } from 'kysely';
import { placeOf } from './belongings.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

describe('communities', () => {
  it('are apart where a query forgets whose rows it asks for, and none of it can be written over', async () => {
    const [one, other] = [await placeOf(world, 'ada'), await placeOf(world, 'bo')];
    const tables = await sql<{ table: string }>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'community'`.execute(world.db);
    expect(tables.rows.length).toBeGreaterThan(30);
    for (const { table } of tables.rows) {
      const seen = await within(world.db, one.community, (trx) =>
        sql<{ community: string }>`select community from ${sql.table(table)}`.execute(trx),
      );
      expect(new Set(seen.rows.map(({ community }) => community)).size, table).toBeLessThanOrEqual(1);
      expect(
        seen.rows.filter(({ community }) => community !== one.community),
        table,
      ).toEqual([]);
    }
    await within(world.db, one.community, (trx) => trx.deleteFrom('recognition').execute());
    const left = await within(world.db, other.community, (trx) => trx.selectFrom('recognition').selectAll().execute());
    expect(left).toHaveLength(3);
    const forged = within(world.db, one.community, (trx) =>
      trx.insertInto('origin').values({ community: other.community, origin: 'https://evil.example' }).execute(),
    );
    await expect(forged).rejects.toThrow('row-level security');
  });

  it('answer alike to what is another’s and to what is nowhere', async () => {
    const [here, there] = [await placeOf(world, 'ada'), await placeOf(world, 'ada')];
    const app = world.app();
    const told = async (path: string, body?: object) => {
      const { status, said } = await ask(world, app, here.community, path, {
        as: 'bo',
        ...(body && { method: 'POST', body }),
      });
      return { status, said };
    };
    const wished = (name: string, detail: object) => told('/intents', { key: newKey(), name, detail });
    const nothing = newKey();
    for (const [theirs, name] of [
      [there.story, 'cheer'],
      [there.story, 'retract'],
      [there.to, 'consent'],
      [there.question, 'report'],
    ] as const) {
      const more = { cheer: { on: true }, retract: {}, consent: { as: 'named' }, report: { reason: 'x' } }[name];
      expect(await wished(name, { recognition: theirs, ...more })).toEqual(
        await wished(name, { recognition: nothing, ...more }),
      );
    }
    // An introduction of two others says no more than one that is not there, in the same community too.
    for (const name of ['answer-intro', 'met'])
      for (const introduction of [here.open, here.met, there.open])
        expect(await wished(name, { introduction, on: true })).toEqual(
          await wished(name, { introduction: nothing, on: true }),
        );
    expect(await told(`/wall?ids=${there.story}`)).toEqual(await told(`/wall?ids=${nothing}`));
  });
});
