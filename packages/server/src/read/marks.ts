import { canBeMet, hash, isPeer, tagged, type Member } from '@kith/core';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import { endingsOf, wordsOf } from './words.js';

/**
 * What a member is found by, as far as they show it to members. Of whom one may meet: what they `offer`, `ask` and like
 * (`topic`). Of whoever everyone sees, what they offer (`supply`), and if they are a peer one may meet what they `need`. Of
 * all, each tag they `have`. And of whoever there is each `word` they may be searched by, whomever they show it to: that is
 * looked at when they are found.
 */
export type MarkKind = 'offer' | 'ask' | 'topic' | 'have' | 'supply' | 'need' | 'word';

function tagsOf(member: Member): [MarkKind, string][] {
  const { visibility = '' } = member;
  if (!['everyone', 'members'].includes(visibility)) return [];
  const [offers, asks, topics] = [member.offers, member.asks, member.topics].map((words) => [...tagged(words).keys()]);
  const as = (kind: MarkKind, tags: string[] = []) => tags.map((tag): [MarkKind, string] => [kind, tag]);
  const isOpen = visibility === 'everyone';
  const isMet = canBeMet(member);
  return [
    ...as('have', [...new Set([offers, asks, topics].flatMap((tags) => tags ?? []))]),
    ...(isMet ? [...as('offer', offers), ...as('ask', asks), ...as('topic', topics)] : []),
    ...(isOpen ? as('supply', offers) : []),
    ...(isOpen && isMet && isPeer(member) ? as('need', asks) : []),
  ];
}

function marksOf(member: Member): [MarkKind, string][] {
  return [...tagsOf(member), ...wordsOf(member).map((word): [MarkKind, string] => ['word', word])];
}

/**
 * Says anew by what these members are found, and counts who has each tag; of whom there is no row, by nothing. A tag or a
 * word that nobody has any more goes.
 */
export async function mark(trx: Within, community: string, members: ReadonlyMap<string, Member | null>): Promise<void> {
  const given = [...members].flatMap(([member, row]) =>
    row ? marksOf(row).map(([kind, mark]) => ({ member, kind, mark, ring: hash(member) })) : [],
  );
  const words = new Set(given.flatMap(({ kind, mark }) => (kind === 'word' ? [mark] : [])));
  const endings = JSON.stringify([...words].flatMap(endingsOf));
  const { rows } = await sql<{ kind: 'tag' | 'word'; mark: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as given (member text, kind text, mark text, ring bigint)
    ), gone as (
      delete from mark where community = ${community} and member = any(${[...members.keys()]})
        and (member, kind, mark) not in (select member, kind, mark from given)
      returning kind, mark
    ), come as (
      insert into mark (community, member, kind, mark, ring) select ${community}, member, kind, mark, ring from given
      on conflict do nothing
      returning kind, mark
    ), ending as (
      insert into ending (community, ending, word) select ${community}, ending, word
      from jsonb_to_recordset(${endings}::jsonb) as given (ending text, word text)
      on conflict do nothing
    ), turned as (
      select kind, mark, 1 as one from come union all select kind, mark, -1 from gone
    ), counted as (
      insert into tag (community, tag, people, offered, asked)
      select ${community}, mark, ${sql.join(
        ['have', 'supply', 'need'].map((kind) => sql`coalesce(sum(one) filter (where kind = ${sql.lit(kind)}), 0)`),
      )}
      from turned where kind in ('have', 'supply', 'need') group by mark
      on conflict (community, tag) do update set
        people = tag.people + excluded.people,
        offered = tag.offered + excluded.offered,
        asked = tag.asked + excluded.asked
      returning tag, people
    )
    select 'tag' as kind, tag as mark from counted where people = 0
    union select kind, mark from gone where kind = 'word'`.execute(trx);
  const gone = (of: 'tag' | 'word') => rows.flatMap(({ kind, mark }) => (kind === of ? [mark] : []));
  if (rows.length) await clear(trx, community, gone('tag'), gone('word'));
}

async function clear(trx: Within, community: string, tags: string[], words: string[]): Promise<void> {
  await sql`
    with tags as (delete from tag where community = ${community} and tag = any(${tags}) and people = 0)
    delete from ending e using jsonb_to_recordset(${JSON.stringify(words.flatMap(endingsOf))}::jsonb)
      as gone (ending text, word text)
    where e.community = ${community} and e.ending = gone.ending and e.word = gone.word and not exists (
      select from mark k where k.community = ${community} and k.kind = 'word' and k.mark = e.word
    )`.execute(trx);
}
