import { beforeAll, describe, expect, it } from 'vitest';
import { sql, type CompiledQuery } from 'kysely';
import { looking, read, replace, within } from '@kith/server';
import type { Query } from '@kith/core';
import { Held } from '../../packages/server/src/held.js';
import { communityOf } from '../bench/server/community.js';
import { databaseIn, storages } from './storages.js';

type Trx = Parameters<Parameters<typeof looking>[2]>[0];

const pages: Query[] = [
  { kind: 'community' },
  { kind: 'roles' },
  { kind: 'purpose' },
  { kind: 'members' },
  { kind: 'members', role: 'connector' },
  { kind: 'members', q: 'member 77' },
  { kind: 'member', id: 'm7' },
  { kind: 'wall' },
  { kind: 'wall', after: `${Date.UTC(2026, 0, 2)} r1440` },
  { kind: 'wall', filters: { member: 'm7' } },
  { kind: 'wall', filters: { role: 'connector' } },
  { kind: 'wall', filters: { reward: 'experiential' } },
  { kind: 'wall', filters: { occasion: 'story' } },
  { kind: 'wall', filters: { kept: true } },
  { kind: 'ladder', id: 'pull-up', member: 'm7' },
  { kind: 'suggestions' },
  { kind: 'suggestions', with: 'm8' },
  { kind: 'introductions' },
  { kind: 'inbox' },
];
/** Tables of which there is much in the community that is tried. */
const growing = ['member', 'mark', 'recognition', 'party', 'consent', 'cheer'];

/** A transaction that says of each question which tables are read from end to end. */
function watched(trx: Trx, scanned: Set<string>): Trx {
  const executor = trx.getExecutor();
  const own = executor.executeQuery.bind(executor);
  const explained: typeof executor.executeQuery = async (query, ...more) => {
    const plan = { ...query, sql: `explain (format json) ${query.sql}` } as CompiledQuery;
    const { rows } = await own(plan as typeof query, ...more);
    for (const [, table] of JSON.stringify(rows).matchAll(/"Node Type":"Seq Scan",[^{}]*?"Relation Name":"(\w+)"/g))
      if (growing.includes(table ?? '')) scanned.add(table ?? '');
    return own(query, ...more);
  };
  const watching = new Proxy(executor, {
    get: (target, name) => (name === 'executeQuery' ? explained : Reflect.get(target, name).bind?.(target)),
  });
  return new Proxy(trx, {
    get(target, name) {
      if (name === 'getExecutor') return () => watching;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe.each(storages)('a page of a large community in $name', ({ open }) => {
  const here = databaseIn(open);
  beforeAll(async () => {
    await within(here.db, 'large', (trx) => replace(trx, 'large', communityOf(10_000, 20_000)));
    await sql`analyze`.execute(here.db);
  }, 120_000);

  const asked = pages.flatMap((query) => [query, { ...query, viewer: 'm7' }]);
  it.each(asked.map((query) => [JSON.stringify(query), query] as const))(
    'is found by an index: %s',
    async (_, query) => {
      // How many there are is counted once a revision.
      const counts = new Held<number>(60_000);
      const now = new Date('2026-02-01');
      await looking(here.db, 'large', (trx) => read(trx, 'large', query, now, counts));
      const scanned = new Set<string>();
      await looking(here.db, 'large', (trx) => read(watched(trx, scanned), 'large', query, now, counts));
      expect([...scanned]).toEqual([]);
    },
  );
});
