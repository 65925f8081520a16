import { fitOf, inOneOrder, placeOf, weightOf, type Crowd, type Member } from '@kith/core';
import { sql } from 'kysely';
import type { MarkKind } from './marks.js';
import type { Reader } from './read.js';

/** Somebody there is a match with: how well two fit at best, and how far on from the viewer they stand on the ring. */
export interface Match {
  id: string;
  fit: number;
  turn: number;
}

/** Of whom one is looked for, best first. */
export interface Matches {
  seen: Match[];
  /** Whom nobody comes before who was not seen yet; nothing where all were seen. */
  beyond: Match | undefined;
}

/** Those who have one tag of the viewer's, where they look for it. */
interface List {
  kind: 'gives' | 'gets' | 'topic';
  mark: MarkKind;
  tag: string;
  weight: number;
}

function listsOf(me: Member, { people, having }: Crowd): List[] {
  const lists = (kind: List['kind'], mark: MarkKind, words: readonly string[] | undefined) =>
    inOneOrder(words).map(([tag]): List => ({ kind, mark, tag, weight: weightOf(people, having.get(tag) ?? 1) }));
  return [
    ...lists('gives', 'offer', me.asks),
    ...lists('gets', 'ask', me.offers),
    ...lists('topic', 'topic', me.topics),
  ];
}

/** How well two fit of whom this matches. The order is that of the lists: see `inOneOrder`. */
function fitBy(lists: readonly List[]): number {
  const sums = { gives: 0, gets: 0, topic: 0 };
  for (const { kind, weight } of lists) sums[kind] += weight;
  return fitOf(sums);
}

export function before(a: Match, b: Match): number {
  return b.fit - a.fit || a.turn - b.turn || (a.id < b.id ? -1 : 1);
}

/**
 * Looks at the next so many of each list, from where the viewer stands on the ring. Who is in none of them can only be in
 * lists that go on: they fit no better than who is in all of these, and stand further on than the last that was seen.
 */
export async function matchesOf(reader: Reader, me: Member, crowd: Crowd, depth: number): Promise<Matches> {
  const lists = listsOf(me, crowd);
  if (!lists.length) return { seen: [], beyond: undefined };
  const rows = await rowsAround(reader, me, lists, depth);
  const listed = (ids: readonly number[]) => lists.filter((_, i) => ids.includes(i + 1));
  const seen = rows.flatMap(({ id, turn, found }) => (id === null ? [] : { id, turn, fit: fitBy(listed(found)) }));
  const further = rows.filter(({ id, count }) => id === null && count === depth);
  const going = listed(further.flatMap(({ found }) => found));
  const turn = Math.max(...further.map((row) => row.turn));
  // Of who stands at one place whoever was not seen comes later.
  return { seen: seen.sort(before), beyond: going.length ? { id: '\uffff', turn, fit: fitBy(going) } : undefined };
}

interface Row {
  /** A member; or nobody: then it is of a list. */
  id: string | null;
  /** Of a list: of the last that was seen. */
  turn: number;
  /** The numbers of the lists they are in, from 1. */
  found: number[];
  /** Of a list: how many were seen. */
  count: number;
}

async function rowsAround({ trx, community }: Reader, me: Member, lists: readonly List[], depth: number) {
  const place = sql`${placeOf(me)}::bigint`;
  const next = (side: ReturnType<typeof sql>) => sql`(
    select member, ring from mark m
    where m.community = ${community} and m.kind = list.kind and m.mark = list.mark and ${side}
    order by ring, member limit ${depth}
  )`;
  const { rows } = await sql<Row>`
    with list as (
      select * from unnest(${lists.map(({ mark }) => mark)}::text[], ${lists.map(({ tag }) => tag)}::text[])
        with ordinality as list (kind, mark, number)
    ), seen as materialized (
      select list.number, around.* from list cross join lateral (
        select member, ring - ${place} + case when ring < ${place} then 4294967296 else 0 end as turn
        from (${next(sql`ring >= ${place}`)} union all ${next(sql`ring < ${place}`)}) sides
        order by turn, member limit ${depth}
      ) around
    ), ends as (
      select number, count(*)::int, max(turn) as turn from seen group by number
    ), found as (
      select member, turn, number from seen
      union
      select one.member, one.turn, list.number
      from (select distinct member, turn from seen) one
      cross join ends join list using (number)
      cross join lateral (
        select from mark m
        where m.community = ${community} and m.kind = list.kind and m.mark = list.mark
          -- Else an index that knows the ring before the member would read all of the list.
          and m.ring = (one.turn + ${place}) % 4294967296 and m.member = one.member
        limit 1
      ) has
      where ends.count = ${depth}
    )
    select member as id, turn, array_agg(number::int) as found, 0 as count from found
    where member <> ${me.id} group by member, turn
    union all select null, turn, array[number::int], count from ends`.execute(trx);
  return rows;
}
