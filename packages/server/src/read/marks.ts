import { canBeMet, hash, isPeer, tagged, type Member } from '@kith/core';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';

/**
 * What a member is found by, as far as they show it to members. Of whom one may meet: what they `offer`, `ask` and like
 * (`topic`). Of whoever everyone sees, what they offer (`supply`), and if they are a peer one may meet what they `need`. Of
 * all, each tag they `have`.
 */
export type MarkKind = 'offer' | 'ask' | 'topic' | 'have' | 'supply' | 'need';

function marksOf(member: Member): [MarkKind, string][] {
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

/**
 * Says anew by what these members are found, and counts who has each tag; of whom there is no row, by nothing. A tag that
 * nobody has any more goes, and with it its words.
 */
export async function mark(trx: Within, community: string, members: ReadonlyMap<string, Member | null>): Promise<void> {
  const given = [...members].flatMap(([member, row]) =>
    row ? marksOf(row).map(([kind, mark]) => ({ member, kind, mark, ring: hash(member) })) : [],
  );
  const { rows } = await sql<{ tag: string; people: number }>`
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
    ), turned as (select kind, mark, 1 as one from come union all select kind, mark, -1 from gone)
    insert into tag (community, tag, people, offered, asked)
    select ${community}, mark, ${sql.join(
      ['have', 'supply', 'need'].map((kind) => sql`coalesce(sum(one) filter (where kind = ${sql.lit(kind)}), 0)`),
    )}
    from turned where kind in ('have', 'supply', 'need') group by mark
    on conflict (community, tag) do update set
      people = tag.people + excluded.people,
      offered = tag.offered + excluded.offered,
      asked = tag.asked + excluded.asked
    returning tag, people`.execute(trx);
  const gone = rows.flatMap(({ tag, people }) => (people ? [] : [tag]));
  if (gone.length)
    await sql`delete from tag where community = ${community} and tag = any(${gone}) and people = 0`.execute(trx);
}
