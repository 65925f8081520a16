import type { Answer, Member, Recognition } from '@kith/core';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import { read } from '../read/read.js';
import { sqlTables, type SqlTable } from '../tables.js';
import { naming, ownOnly } from './naming.js';

/** All there is of a member, table by table. */
export interface Copy {
  kith: 1;
  community: string;
  member: Member | undefined;
  rows: { [table: string]: object[] };
}

/** What others wrote together with them is as they see it: who else a letter is to is told when those say so. */
const seen = new Set<SqlTable>(['recognition', 'introduction']);

/** Copies what is theirs and what names them, for them to keep. */
export async function copyOf(trx: Within, community: string, viewer: string, now: Date): Promise<Copy> {
  const rows: Copy['rows'] = {};
  for (const table of sqlTables) {
    const names = ownOnly[table] ?? naming[table];
    if (names && !seen.has(table)) rows[table] = await bodies(trx, community, table, names(viewer));
  }
  const answer = await read(trx, community, { kind: 'introductions', viewer }, now);
  const { member } = await read(trx, community, { kind: 'member', id: viewer, viewer }, now);
  const own = { community, member: viewer };
  return {
    kith: 1,
    community,
    member,
    rows: {
      ...rows,
      recognition: await lettersOf(trx, community, viewer, now),
      introduction: answer.introductions,
      taken: await trx.selectFrom('taken').select(['key', 'revision']).where(sameActor(own)).execute(),
      device: await trx
        .selectFrom('device')
        .select(['id', 'added_at', 'revoked_at'])
        .where(same('member', own))
        .execute(),
      invite: await trx.selectFrom('invite').select(['duty', 'until']).where(same('member', own)).execute(),
      duty: await trx.selectFrom('duty').select('duty').where(same('member', own)).execute(),
      audit: await trx.selectFrom('audit').select(['at', 'act', 'subject', 'reason']).where(same('by', own)).execute(),
    },
  };
}

interface Own {
  community: string;
  member: string;
}

const same = (column: string, { community, member }: Own) =>
  sql<boolean>`community = ${community} and ${sql.ref(column)} = ${member}`;
const sameActor = ({ community, member }: Own) => same('actor', { community, member: `member ${member}` });

async function bodies(trx: Within, community: string, table: SqlTable, names: ReturnType<typeof same>) {
  const rows = await trx
    .selectFrom(table)
    .select('body')
    .where('community', '=', community)
    .where(names)
    .orderBy('place')
    .execute();
  return rows.map(({ body }) => body);
}

/** Letters that stand with them in it, those that wait for them, and their own wherever they are. */
async function lettersOf(trx: Within, community: string, viewer: string, now: Date): Promise<Recognition[]> {
  const wall = await read(trx, community, { kind: 'wall', filters: { member: viewer }, limit: 10_000, viewer }, now);
  const inbox: Answer<{ kind: 'inbox' }> = await read(trx, community, { kind: 'inbox', viewer }, now);
  const written = await bodies(trx, community, 'recognition', sql`body->>'from' = ${viewer}`);
  const letters = [...wall.letters, ...inbox.letters, ...(written as Recognition[]).map(asWritten)];
  const byId = new Map(letters.reverse().map((letter) => [letter.id, letter]));
  return [...byId.values()].reverse();
}

/** Whether somebody said no to it stays with them. */
function asWritten(letter: Recognition): Recognition {
  return letter.state === 'hidden' ? { ...letter, state: 'asked' } : letter;
}
