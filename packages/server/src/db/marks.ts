import { sql, type Kysely } from 'kysely';

/**
 * What members are found by, a row each, and how many have a tag: see `read/marks.ts`. They stand on a ring, so that a few
 * of many can be found without looking at all. What is a part of a word begins one of its endings: see `read/words.ts`.
 */
export async function marks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mark (
      community text collate "C" not null references home on delete cascade,
      member text collate "C" not null,
      kind text collate "C" not null,
      mark text collate "C" not null,
      ring bigint not null,
      primary key (community, member, kind, mark)
    )`.execute(db);
  await sql`create index mark_ring on mark (community, kind, mark, ring, member)`.execute(db);
  await sql`
    create table tag (
      community text collate "C" not null references home on delete cascade,
      tag text collate "C" not null,
      people bigint not null,
      offered bigint not null,
      asked bigint not null,
      primary key (community, tag)
    )`.execute(db);
  await sql`
    create table ending (
      community text collate "C" not null references home on delete cascade,
      ending text collate "C" not null,
      word text collate "C" not null,
      primary key (community, ending, word)
    )`.execute(db);
  await sql`create index tag_needed on tag (community, offered, tag) where asked > 0`.execute(db);
}
