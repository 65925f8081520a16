import { isRecord } from '@kith/core';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './read.js';
import { kept } from './tally.js';

/** Days within which who acted counts as active. */
const RECENT = 90;

/** For whose eyes, and which letters, lines and climbs do not count; the pledges neither, where "pledge/" is among them. */
export interface Naming {
  /** What members show each other names them too. Default false. */
  toMembers?: boolean;
  but?: readonly string[];
}

/** Whether a letter, a name under the purpose, a line or a climb names the member `m`. */
export function isNamed({ toMembers = false, but = [] }: Naming = {}): RawBuilder<boolean> {
  const others = (id: RawBuilder<unknown>) => (but.length ? sql`and ${id} <> all(${[...but]})` : sql``);
  const pledges = sql`exists (
    select from pledge p join purpose u using (community)
    where p.community = m.community and p.member = m.id
      and (p.body->>'version')::int = coalesce((u.body->>'version')::int, 1)
  )`;
  return sql`(
    exists (select from party where community = m.community and member = m.id and open ${others(sql`recognition`)})
    or ${but.includes('pledge/') ? sql`false` : pledges}
    or exists (select from line where community = m.community and member = m.id ${others(sql`id`)})
    or exists (
      select from climb c where c.community = m.community and c.member = m.id
        and c.body->>'visibility' in ('everyone', ${toMembers ? 'members' : 'everyone'})
        ${others(sql`'climb/' || c.ladder`)}
    )
  )`;
}

/** Whether the member `m` has a letter that somebody looked at, or that needed no look. */
export const isTrusted = sql<boolean>`exists (
  select from recognition where community = m.community and author = m.id
    and body->>'state' in ('asked', 'shown', 'hidden')
)`;

/** Whether everyone may see the member `m` whole. */
export const isWhole = sql<boolean>`(m.visibility = 'everyone')`;

/** How many persons everyone sees, and how many acted of late. */
export async function numbersOf(reader: Reader): Promise<{ persons: number; active: number }> {
  const { trx, community, count } = reader;
  const active = await count('active', () => activeAmong(reader));
  const { rows } = await sql<{ persons: number }>`
    select ${kept(community, 'member', sql`f[1] = 'true' and f[3] = 'true'`)} as persons`.execute(trx);
  return { persons: rows[0]?.persons ?? 0, active };
}

/** How many acted of late, of what everyone can see of it. */
async function activeAmong({ trx, community, frame, now }: Reader): Promise<number> {
  const isThere = (id: RawBuilder<unknown>, present: boolean) =>
    sql`exists (select from member f where f.community = ${community} and f.id = ${id} and f.present = ${present})`;
  // Who is not among the members is nobody, unless it began as a public document.
  const isSeen = (id: RawBuilder<unknown>) => (isRecord(frame) ? isThere(id, true) : sql`not ${isThere(id, false)}`);
  const since = new Date(now.getTime() - RECENT * 86_400_000).toISOString();
  const { rows } = await sql<{ count: number }>`
    select count(distinct who)::int from (
      select who, body->>'at' as at from with_us where community = ${community} and kind = 'member'
      union all select member, body->>'at' from pledge where community = ${community}
      union all select body->>'member', body->>'at' from line where community = ${community}
      union all select body->>'from', body->>'at' from recognition where community = ${community} and open
      union all
        select s.body->>'member', s.body->>'at' from recognition r
        join (select * from reply union all select * from answer) s on s.community = r.community and s.recognition = r.id
        where r.community = ${community} and r.open and ${isSeen(sql`s.body->>'member'`)}
      union all
        select a.by, a.body->>'at' from affirmation a
        join holding h on h.community = a.community and h.member = a.member and h.role = a.role
        join member m on m.community = a.community and m.id = a.member
        where a.community = ${community} and h.body->>'accepted' = 'true' and ${isWhole}
          and ${isSeen(sql`a.by`)}
      union all
        select s.member, s.body->>'at' from record s
        join climb c on c.community = s.community and c.member = s.member and c.ladder = s.ladder
        where s.community = ${community} and c.body->>'visibility' = 'everyone'
    ) acts
    where who is not null and at >= ${since}`.execute(trx);
  return rows[0]?.count ?? 0;
}
