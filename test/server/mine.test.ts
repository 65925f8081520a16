import { describe, expect, it } from 'vitest';
import type { CommunityDocument, Receipt } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { sql } from 'kysely';
import { village } from '../core/village.js';
import { lived } from './lived.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

/** Tables of the database in whose columns a word stands. */
async function tablesNaming(word: string): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%'`.execute(world.db);
  const found: string[] = [];
  for (const { table } of rows) {
    const said = await sql`select from ${sql.table(table)} t where to_jsonb(t)::text like ${`%${word}%`}`.execute(
      world.db,
    );
    if (said.rows.length) found.push(table);
  }
  return found.sort();
}

/** Columns in which no member is named, whatever happens: of all others it is to be seen that they are reached. */
const silent = new Set(
  `audit.act audit.reason audit.subject change.touched departed.who home.frame home.settings
  holding.role affirmation.role introduction.id introduction_answer.introduction meeting.introduction
  ladder.id ladder.body line.id member.search origin.origin purpose.id purpose.body reached.ladder reached.rung
  recognition.id recognition.occasion recognition.reward record.id record.ladder reply.id reply.recognition
  role.id role.body rung_cheer.ladder rung_cheer.rung sponsorship.ladder sponsorship.rung taken.key taken.said
  with_us.kind with_us.body backing.kind backing.id cheer.recognition climb.ladder community.id community.body
  consent.recognition answer.id answer.recognition keeping.recognition report.recognition duty.duty
  signing_key.kid signing_key.issuer signing_key.algorithm signing_key.jwk device.id device.jwk device.print
  invite.code invite.device invite.duty invite.name member.visibility member.joined party.recognition
  introduction.asked recognition.role tally.facets tally.kind mark.kind`.split(/\s+/),
);

/** Columns that can hold a name, and in which none stands. */
async function columnsWithout(word: string): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and column_name <> 'community'
      and data_type in ('text', 'jsonb', 'ARRAY', 'character varying', 'json')`.execute(world.db);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const said = await sql`
      select from ${sql.table(table)} where to_jsonb(${sql.ref(column)})::text like ${`%${word}%`}`.execute(world.db);
    if (!said.rows.length) found.push(`${table}.${column}`);
  }
  return found.sort();
}

/** Tables that name members to tell everyone what changed, or to find them or their letters by: nothing that is not elsewhere. */
const telling = ['change', 'ending', 'mark', 'party', 'tag'];

describe('what there is of a member', () => {
  it('is theirs to keep, whichever column of whichever table it is in, and then to delete to the last', async () => {
    const community = await lived(world);
    const named = await tablesNaming('zora');
    // All tables there are but these name her: nothing is left out of the try.
    const { rows } = await sql<{ table: string }>`
      select table_name as table from information_schema.tables
      where table_schema = 'public' and table_name not like 'kysely%'`.execute(world.db);
    const nameNobody = ['community', 'departed', 'home', 'ladder', 'origin', 'purpose', 'role', 'signing_key', 'tally'];
    expect(
      rows
        .map(({ table }) => table)
        .filter((table) => !named.includes(table))
        .sort(),
    ).toEqual(nameNobody);

    expect((await columnsWithout('zora')).filter((column) => !silent.has(column))).toEqual([]);

    const app = world.app();
    const before = await world.token(community, 'zora');
    const { said } = await ask(world, app, community, '/me', { as: 'zora' });
    const copy = said as { rows: Record<string, object[]>; member: object };
    expect(copy.member).toMatchObject({ id: 'zora', name: 'Zora' });
    const copied = Object.keys(copy.rows).filter((table) => copy.rows[table]?.length);
    expect([...copied, ...telling].sort()).toEqual(named);
    // What others keep to themselves is not hers: who passed her, who said no, who else was asked.
    expect(copy.rows.pass).toMatchObject([{ member: 'zora', with: 'dee' }]);
    expect(JSON.stringify(copy)).not.toContain('"hidden"');

    const gone = await ask(world, app, community, '/me', { as: 'zora', method: 'DELETE' });
    expect(gone.status).toBe(200);
    expect(await tablesNaming('zora')).toEqual([]);
    const [change] = await within(world.db, community, (trx) =>
      trx
        .selectFrom('change')
        .selectAll()
        .where('revision', '=', (gone.said as Receipt).revision)
        .execute(),
    );
    expect(change?.touched).toContainEqual({ kind: 'community', id: community });
    for (const as of [undefined, 'ada', 'bo', 'dee'])
      for (const path of ['', '/members', '/wall', '/ladders', '/suggestions', '/introductions', '/inbox', '/document'])
        expect(JSON.stringify((await ask(world, app, community, path, { as })).said), path).not.toMatch(/zora/i);

    const again = await app.request(`/v1/${community}/me`, { headers: { authorization: `Bearer ${before}` } });
    expect(again.status).toBe(401);
    const later = world.app({ now: () => new Date(Date.now() + 5000) });
    const iat = Math.floor(Date.now() / 1000) + 5;
    const headers = { authorization: `Bearer ${await world.token(community, 'zora', { iat, exp: iat + 60 })}` };
    const anew = (await (await later.request(`/v1/${community}/me`, { headers })).json()) as typeof copy;
    expect(Object.keys(anew.rows).filter((table) => anew.rows[table]?.length)).toEqual(['member']);
  }, 60_000);

  it('says nothing of who cheered them and shows themselves to nobody', async () => {
    const [ada, bo] = village().members ?? [];
    const members = [ada, { ...bo, visibility: 'nobody' }];
    const progress = [{ member: 'ada', ladder: 'pull-up', visibility: 'everyone', measures: { reps: 1 }, reached: {} }];
    const community = await world.found(village({ members, progress } as Partial<CommunityDocument>));
    const detail = { member: 'ada', ladder: 'pull-up', rung: 'first', on: true };
    const cheer = { method: 'POST', body: { key: newKey(), name: 'cheer', detail } };
    expect((await ask(world, world.app(), community, '/intents', { as: 'bo', ...cheer })).status).toBe(200);
    const copyOf = async (as: string) => (await ask(world, world.app(), community, '/me', { as })).said;
    expect(JSON.stringify(await copyOf('ada'))).not.toContain('bo');
    expect(await copyOf('bo')).toMatchObject({ rows: { rung_cheer: [{ member: 'ada', by: 'bo' }] } });
  });

  it('leaves to others what they wrote to others too', async () => {
    const community = await lived(world);
    const app = world.app();
    await ask(world, app, community, '/me', { as: 'zora', method: 'DELETE' });
    const { said } = await ask(world, app, community, '/wall');
    expect((said as { letters: object[] }).letters).toMatchObject([
      { from: 'ada', to: ['bo'], state: 'shown' },
      { occasion: 'ask', from: 'bo' },
      { id: 'heard', from: 'ada' },
    ]);
  });
});
