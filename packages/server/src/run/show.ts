import { sql } from 'kysely';
import { looking } from '../db/database.js';
import type { Database, Within } from '../db/schema.js';
import { Mistake } from './mistake.js';

/** What a community has, beside its members' own: settings, sites, keys, duties, links and devices. No secret is in it. */
export async function show(db: Database, id: string): Promise<string> {
  return looking(db, id, async (trx) => {
    const home = await trx.selectFrom('home').selectAll().where('community', '=', id).executeTakeFirst();
    if (!home) throw new Mistake(`There is no community "${id}".`);
    const { joining = 'token', review = 'none' } = home.settings;
    const { members, devices, links } = await numbersOf(trx, id);
    return [
      `${id}, at revision ${home.revision}`,
      `  members   ${members}`,
      `  joining   ${joining}`,
      `  review    ${review}`,
      ...listed('origins', await originsIn(trx, id)),
      ...listed('keys', await keysIn(trx, id)),
      ...listed('duties', await dutiesIn(trx, id)),
      `  devices   ${devices} signed in by a personal link`,
      `  links     ${links} that nobody opened yet`,
    ].join('\n');
  });
}

function listed(name: string, lines: string[]): string[] {
  const [first = 'none', ...rest] = lines;
  return [`  ${name.padEnd(10)}${first}`, ...rest.map((line) => `${' '.repeat(12)}${line}`)];
}

async function originsIn(trx: Within, id: string): Promise<string[]> {
  const rows = await trx.selectFrom('origin').select('origin').where('community', '=', id).orderBy('origin').execute();
  return rows.map(({ origin }) => origin);
}

async function keysIn(trx: Within, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('signing_key')
    .select(['kid', 'algorithm', 'issuer', 'added_at', 'revoked_at'])
    .where('community', '=', id)
    .orderBy('added_at')
    .execute();
  return rows.map(({ kid, algorithm, issuer, added_at, revoked_at }) => {
    const state = revoked_at ? `revoked ${dayOf(revoked_at)}` : 'in use';
    return `${kid}  ${algorithm}  ${issuer}  since ${dayOf(added_at)}, ${state}`;
  });
}

async function dutiesIn(trx: Within, id: string): Promise<string[]> {
  const rows = await trx.selectFrom('duty').selectAll().where('community', '=', id).orderBy('member').execute();
  return rows.map(({ member, duty }) => `${member} is ${duty}`);
}

async function numbersOf(trx: Within, id: string) {
  const { rows } = await sql<{ members: number; devices: number; links: number }>`
    select (select count(*)::int from member where community = ${id}) as members,
      (select count(*)::int from device where community = ${id} and revoked_at is null) as devices,
      (select count(*)::int from invite where community = ${id} and device is null and until > now()) as links`.execute(
    trx,
  );
  return rows[0] ?? { members: 0, devices: 0, links: 0 };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
