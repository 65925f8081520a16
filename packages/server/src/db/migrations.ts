import { sql, type Kysely, type Migration } from 'kysely';
import { keyColumns, sqlTables, standing, type SqlTable } from '../tables.js';
import { marks } from './marks.js';

/** Whom the server writes as: neither the tables' owner nor a superuser, so that row-level security counts. */
export const role = 'kith_app';

/** Tables that are the server's own, beside those of the rules. */
const ownTables = [
  'home',
  'taken',
  'change',
  'signing_key',
  'origin',
  'duty',
  'audit',
  'departed',
  'party',
  'tally',
  'mark',
  'tag',
  'ending',
];

/** Written for PostgreSQL 15. Every key begins with the community, so that a distributed PostgreSQL can shard by it. */
export const migrations: Record<string, Migration> = {
  '001 a community': {
    async up(db: Kysely<unknown>) {
      await sql`do $$ begin create role ${sql.raw(role)} nologin; exception when duplicate_object then null; end $$`.execute(
        db,
      );
      // Who made it can become it only where this is said.
      await sql`grant ${sql.raw(role)} to current_user`.execute(db);
      await sql`
        create table home (
          community text collate "C" primary key,
          revision bigint not null default 1,
          frame jsonb not null,
          settings jsonb not null default '{}'
        )`.execute(db);
      for (const table of sqlTables) await createRows(db, table);
      await sql`
        create table taken (
          community text collate "C" not null references home on delete cascade,
          actor text collate "C" not null,
          key text collate "C" not null,
          said text not null,
          revision bigint not null,
          at timestamptz not null default now(),
          primary key (community, actor, key)
        )`.execute(db);
      await sql`
        create table change (
          community text collate "C" not null references home on delete cascade,
          revision bigint not null,
          touched jsonb not null,
          at timestamptz not null default now(),
          primary key (community, revision)
        )`.execute(db);
      await sql`
        create table signing_key (
          community text collate "C" not null references home on delete cascade,
          kid text collate "C" not null,
          issuer text not null,
          algorithm text not null,
          jwk jsonb not null,
          added_at timestamptz not null default now(),
          revoked_at timestamptz,
          primary key (community, kid)
        )`.execute(db);
      await sql`
        create table origin (
          community text collate "C" not null references home on delete cascade,
          origin text not null,
          primary key (community, origin)
        )`.execute(db);
      await sql`
        create table duty (
          community text collate "C" not null,
          member text collate "C" not null,
          duty text not null check (duty in ('moderator', 'admin')),
          primary key (community, member),
          foreign key (community, member) references member on delete cascade
        )`.execute(db);
      await sql`
        create table audit (
          community text collate "C" not null references home on delete cascade,
          id uuid not null default gen_random_uuid(),
          at timestamptz not null default now(),
          by text collate "C",
          act text not null,
          subject text not null,
          reason text not null,
          primary key (community, id)
        )`.execute(db);
      await sql`
        create table departed (
          community text collate "C" not null references home on delete cascade,
          who text not null,
          at timestamptz not null default now(),
          primary key (community, who)
        )`.execute(db);
      await facets(db);
      await marks(db);
      for (const table of [...sqlTables, ...ownTables]) await apart(db, table);
    },
  },
  '002 personal links': {
    async up(db: Kysely<unknown>) {
      await sql`
        create table invite (
          community text collate "C" not null references home on delete cascade,
          code text not null,
          member text collate "C",
          name text,
          duty text check (duty in ('moderator', 'admin')),
          until timestamptz not null,
          device text,
          primary key (community, code)
        )`.execute(db);
      await sql`
        create table device (
          community text collate "C" not null references home on delete cascade,
          id text not null,
          member text collate "C" not null,
          print text not null,
          jwk jsonb not null,
          added_at timestamptz not null default now(),
          revoked_at timestamptz,
          primary key (community, id)
        )`.execute(db);
      for (const table of ['invite', 'device']) await apart(db, table);
    },
  },
};

async function createRows(db: Kysely<unknown>, table: SqlTable): Promise<void> {
  const columns = keyColumns[table].map((column) => sql`${sql.ref(column)} text collate "C" not null`);
  const key = ['community', ...keyColumns[table]].map((column) => sql.ref(column));
  const within = standing[table];
  const goes = within
    ? sql`, foreign key (${sql.join(['community', ...within.by].map((column) => sql.ref(column)))}) references ${sql.table(within.in)} on delete cascade deferrable initially deferred`
    : sql``;
  await sql`
    create table ${sql.table(table)} (
      community text collate "C" not null references home on delete cascade,
      ${sql.join(columns)},
      body jsonb not null,
      place bigint not null generated always as identity,
      primary key (${sql.join(key)})
      ${goes}
    )`.execute(db);
}

/**
 * What pages are found by: of a letter whether and where everyone sees it and whom (`party`), of a member whether everyone
 * may see that there is them, and every member (`known`), and what is searched; of a role that somebody holds the same,
 * where they may be seen whole, and where they stand among members (`seat`); and how many there are of each kind
 * (`tally`). Row-level security lets only comparisons of plain columns use an
 * index: not what looks into an array or into JSON.
 */
async function facets(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table recognition
      add column open boolean not null default false,
      add column at timestamptz,
      add column moment timestamptz generated always as (coalesce(at, '-infinity')) stored,
      add column occasion text not null default 'thanks',
      add column reward text not null default 'reputational',
      add column role text collate "C" generated always as (body->>'role') stored,
      add column author text collate "C" generated always as (body->>'from') stored`.execute(db);
  const order = sql`moment desc, (case when at is null then place end), id desc`;
  await sql`create index recognition_wall on recognition (community, ${order}) where open`.execute(db);
  for (const facet of ['role', 'reward', 'occasion'])
    await sql`
      create index ${sql.ref(`recognition_${facet}`)} on recognition (community, ${sql.ref(facet)}, ${order})
        where open`.execute(db);
  await sql`create index recognition_author on recognition (community, author)`.execute(db);
  await sql`
    alter table member
      add column search text not null default '',
      add column called text not null default '',
      add column present boolean not null default false,
      add column known boolean not null default false,
      add column person boolean generated always as (
        coalesce(body->>'kind', 'person') not in ('organization', 'bot')
      ) stored,
      add column visibility text generated always as (body->>'visibility') stored,
      add column joined text collate "C" generated always as (body->>'joinedAt') stored,
      add column host boolean generated always as (coalesce(body->>'host', '') = 'true') stored`.execute(db);
  await sql`
    alter table holding
      add column accepted boolean generated always as (coalesce(body->>'accepted', '') = 'true') stored,
      add column seat bigint,
      add column present boolean not null default false,
      add column known boolean not null default false`.execute(db);
  for (const eyes of ['present', 'known']) {
    await sql`
      create index ${sql.ref(`member_${eyes}`)} on member (community, place) where ${sql.ref(eyes)}`.execute(db);
    await sql`
      create index ${sql.ref(`holding_${eyes}`)} on holding (community, role, seat)
        where accepted and ${sql.ref(eyes)}`.execute(db);
  }
  await sql`create index member_joined on member (community, joined) where known`.execute(db);
  await sql`create index member_hosts on member (community, place) where host`.execute(db);
  await sql`alter table line add column member text collate "C" generated always as (body->>'member') stored`.execute(
    db,
  );
  await sql`create index line_member on line (community, member)`.execute(db);
  await sql`
    create table party (
      community text collate "C" not null references home on delete cascade,
      member text collate "C" not null,
      recognition text collate "C" not null,
      open boolean not null,
      primary key (community, member, recognition),
      foreign key (community, recognition) references recognition on delete cascade deferrable initially deferred
    )`.execute(db);
  await sql`
    create table tally (
      community text collate "C" not null references home on delete cascade,
      kind text not null,
      facets text[] not null,
      count bigint not null,
      primary key (community, kind, facets)
    )`.execute(db);
  await sql`create index report_by on report (community, by)`.execute(db);
  await sql`create index party_recognition on party (community, recognition)`.execute(db);
  await sql`create index consent_member on consent (community, member)`.execute(db);
  await sql`
    alter table introduction
      add column one text collate "C" generated always as (body->'people'->>0) stored,
      add column other text collate "C" generated always as (body->'people'->>1) stored,
      add column many boolean generated always as (jsonb_array_length(body->'people') > 2) stored,
      add column asked text collate "C" generated always as (coalesce(body->>'at', '9')) stored`.execute(db);
  for (const column of ['one', 'other', 'asked'])
    await sql`
      create index ${sql.ref(`introduction_${column}`)} on introduction (community, ${sql.ref(column)})`.execute(db);
  await sql`create index introduction_many on introduction (community) where many`.execute(db);
}

/** A community sees itself alone, whatever a query forgets. */
async function apart(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`
    create policy apart on ${sql.table(table)} to ${sql.raw(role)}
      using (community = current_setting('kith.community', true))
      with check (community = current_setting('kith.community', true))`.execute(db);
  await sql`grant select, insert, update, delete on ${sql.table(table)} to ${sql.raw(role)}`.execute(db);
}
