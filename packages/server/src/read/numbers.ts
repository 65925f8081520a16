import { sql, type RawBuilder } from 'kysely';
import type { Within } from '../db/schema.js';
import type { Reader } from './read.js';

/** Days within which who acted counts as active. */
const RECENT = 90;

/** Which of these members something names that everyone may see. */
export async function namedAmong(
  { trx, community, viewer }: Pick<Reader, 'trx' | 'community' | 'viewer'>,
  ids: readonly string[],
): Promise<string[]> {
  if (!ids.length) return [];
  const { rows } = await sql<{ id: string }>`
    select id from member m where community = ${community} and id = any(${ids}) and ${isNamed({ viewer })}`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

/** For whose eyes, and which letters and lines do not count; the pledges neither, where "pledge/" is among them. */
export interface Naming {
  viewer?: string | undefined;
  but?: readonly string[];
}

/** Whether a letter, a name under the purpose, a line or a climb names the member `m`. */
export function isNamed({ viewer, but = [] }: Naming = {}): RawBuilder<boolean> {
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
        and c.body->>'visibility' in ('everyone', ${viewer === undefined ? 'everyone' : 'members'})
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

/** Finds out anew whether everyone may see that there are these members, or all. */
export async function presentAnew(trx: Within, community: string, ids?: readonly string[]): Promise<void> {
  const among = ids ? sql`and id = any(${[...ids]})` : sql``;
  if (ids && !ids.length) return;
  await sql`
    update member m set present = not present
    where community = ${community} ${among} and present <> (coalesce(${isWhole}, false) or ${isNamed()})`.execute(trx);
}

/** How many persons everyone sees. */
export async function personsOf({ trx, community }: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from member m
    where community = ${community} and coalesce(body->>'kind', 'person') not in ('organization', 'bot')
      and present`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** How many acted of late, of what everyone can see of it. */
export async function activeAmong({ trx, community }: Reader, now: Date): Promise<number> {
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
        where r.community = ${community} and r.open
      union all
        select a.by, a.body->>'at' from affirmation a
        join holding h on h.community = a.community and h.member = a.member and h.role = a.role
        join member m on m.community = a.community and m.id = a.member
        where a.community = ${community} and h.body->>'accepted' = 'true' and ${isWhole}
      union all
        select s.member, s.body->>'at' from record s
        join climb c on c.community = s.community and c.member = s.member and c.ladder = s.ladder
        where s.community = ${community} and c.body->>'visibility' = 'everyone'
    ) acts
    where who is not null and at >= ${since}`.execute(trx);
  return rows[0]?.count ?? 0;
}
