import { fold, ProviderError, type Query } from '@kith/core';
import { sql } from 'kysely';
import { isWhole } from './numbers.js';
import { load, type Page, type Reader } from './read.js';

type MembersQuery = Extract<Query, { kind: 'members' }>;
const most = 10_000;

/** A page of the members the viewer may see, in the order they came. */
export async function membersPage(reader: Reader, { q = '', role, after, limit = 20 }: MembersQuery): Promise<Page> {
  const { trx, community, viewer } = reader;
  const words = fold(q).match(/\S+/g) ?? [];
  const isMine = viewer === undefined ? sql`false` : sql`(m.id = ${viewer} or m.visibility = 'members')`;
  const whole = sql`(${isWhole} or ${isMine})`;
  const isShown =
    viewer === undefined
      ? sql`present`
      : sql`(present or ${isMine} or exists (
          select from climb c where c.community = m.community and c.member = m.id and c.body->>'visibility' = 'members'
        ))`;
  const all = sql`
    from member m
    where community = ${community} and ${isShown}
      ${sql.join(
        words.map((word) => sql`and strpos(case when ${whole} then search else called end, ${word}) > 0`),
        sql` `,
      )}
      ${
        role === undefined
          ? sql``
          : sql`and ${whole} and exists (
              select from holding h where h.community = m.community and h.member = m.id and h.role = ${role}
                and h.accepted
            )`
      }`;
  const eyes = viewer === undefined ? 'everyone' : `member ${viewer}`;
  const total = await reader.count(JSON.stringify(['members', eyes, words, role]), async () => {
    const { rows } = await sql<{ total: number }>`select count(*)::int as total ${all}`.execute(trx);
    return rows[0]?.total ?? 0;
  });
  const size = Math.min(Math.max(Math.floor(Number.isNaN(limit) ? 20 : limit), 1), most);
  const { rows } = await sql<{ id: string; place: number }>`
    select id, place ${all} ${behind(after)} order by place limit ${size + 1}`.execute(trx);
  const shown = rows.slice(0, size);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  return {
    pieces: await load(reader, [['member', ids]]),
    list: { ids, total, after: last && `#${last.place} ${last.id}` },
  };
}

function behind(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, number] = /^#(\d{1,17}) \S{1,128}$/.exec(cursor) ?? [];
  if (number === undefined)
    throw new ProviderError('invalid', { message: `"${cursor}" is no cursor of this provider.` });
  return sql`and place > ${Number(number)}`;
}
