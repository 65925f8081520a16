import { looking, openDatabase, read, replace, within, type Storage } from '@kith/server';
import type { Query } from '@kith/core';
import { sql } from 'kysely';
import { readFront } from '../../../packages/server/src/read/read.js';
import { grownTo } from './community.js';

type Database = Awaited<ReturnType<typeof openDatabase>>;

/** A question, and the page that asks it. */
export interface Page {
  name: string;
  /** Nothing: what a community says first. */
  query?: Query;
  /** Everything it is about is in the answer: it grows with what is shown. */
  isWhole?: boolean;
}

/** Each reading route, with the filters it has. */
export const pages: Page[] = [
  { name: '/' },
  { name: '/members', query: { kind: 'members' } },
  { name: '/members?after=', query: { kind: 'members', after: '#500 m499' } },
  { name: '/members?role= (held by many)', query: { kind: 'members', role: 'connector' } },
  { name: '/members?role= (held by few)', query: { kind: 'members', role: 'keeper' } },
  { name: '/members?q= (found many)', query: { kind: 'members', q: 'member 77' } },
  { name: '/members?q= (found few)', query: { kind: 'members', q: 'member locksm' } },
  { name: '/members/{id}', query: { kind: 'member', id: 'm15' } },
  { name: '/wall', query: { kind: 'wall' } },
  { name: '/wall?after=', query: { kind: 'wall', after: `${Date.UTC(2026, 0, 2)} r1440` } },
  { name: '/wall?member=', query: { kind: 'wall', filters: { member: 'm15' } } },
  { name: '/wall?role= (of many)', query: { kind: 'wall', filters: { role: 'connector' } } },
  { name: '/wall?role= (of few)', query: { kind: 'wall', filters: { role: 'keeper' } } },
  { name: '/wall?reward=', query: { kind: 'wall', filters: { reward: 'material' } } },
  { name: '/wall?occasion=', query: { kind: 'wall', filters: { occasion: 'milestone' } } },
  { name: '/ladders/{id}', query: { kind: 'ladder', id: 'pull-up' }, isWhole: true },
  { name: '/ladders/{id}?member=', query: { kind: 'ladder', id: 'pull-up', member: 'm15' } },
  { name: '/ladders?member=', query: { kind: 'ladder', member: 'm15' } },
  { name: '/suggestions', query: { kind: 'suggestions' } },
  { name: '/suggestions?with=', query: { kind: 'suggestions', with: 'm16' } },
  { name: '/introductions', query: { kind: 'introductions' } },
  { name: '/inbox', query: { kind: 'inbox' } },
];

/** Opens a database with a community of each of these sizes, by its size. */
export async function grown(storage: Storage, sizes: readonly number[]): Promise<Database> {
  const db = await openDatabase(storage);
  for (const size of sizes) await within(db, `${size}`, (trx) => replace(trx, `${size}`, grownTo(size)));
  // A server does so by itself; the embedded database never does.
  if ('url' in storage) await sql`vacuum analyze`.execute(db);
  return db;
}

/** Milliseconds that a page takes where nothing of it is remembered, in the eyes of a member or of everyone. */
export async function timeOf(db: Database, size: number, { query }: Page, viewer?: string): Promise<number> {
  const now = new Date('2026-02-01T12:00:00Z');
  const community = `${size}`;
  const begun = performance.now();
  await looking(db, community, (trx) =>
    query
      ? read(trx, community, { ...query, ...(viewer !== undefined && { viewer }) }, now)
      : readFront(trx, community, viewer, now),
  );
  return performance.now() - begun;
}
