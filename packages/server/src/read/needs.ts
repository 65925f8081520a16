import { sql } from 'kysely';
import type { Reader } from './read.js';

/** How many tags are looked at first. */
const FIRST = 64;

/**
 * Members whom everyone sees ask for what the fewest offer, so many at least: of those, who stand first on the ring. Where
 * there are no more, organisers too.
 */
export async function peopleInNeed(reader: Reader, limit: number): Promise<string[]> {
  if (!(limit >= 1)) return [];
  for (let tags = FIRST; ; tags *= 4) {
    const rows = await rowsOf(reader, tags, limit);
    const isAll = new Set(rows.map(({ tag }) => tag)).size < tags;
    const most = Math.max(...rows.map(({ offered }) => offered));
    // The last that were looked at may go on.
    const ids = new Set(rows.flatMap(({ member, offered }) => (isAll || offered < most ? [member] : [])));
    if (ids.size >= limit) return [...ids].slice(0, limit);
    if (isAll) return [...ids, ...(await hostsIn(reader))];
  }
}

interface Row {
  tag: string;
  offered: number;
  member: string;
}

async function rowsOf({ trx, community }: Reader, tags: number, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select needed.tag, offered, member from (
      select tag, offered from tag where community = ${community} and asked > 0 order by offered, tag limit ${tags}
    ) needed cross join lateral (
      select member, ring from mark m
      where m.community = ${community} and m.kind = 'need' and m.mark = needed.tag
      order by ring, member limit ${Number.isFinite(limit) ? Math.ceil(limit) : null}::bigint
    ) asking
    order by offered, ring, member`.execute(trx);
  return rows;
}

async function hostsIn({ trx, community }: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from member where community = ${community} and host and visibility = 'everyone'`.execute(trx);
  return rows.map(({ id }) => id);
}
