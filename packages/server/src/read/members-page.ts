import { fold, ProviderError, type Query } from '@kith/core';
import { sql } from 'kysely';
import { isNamed, isWhole } from './numbers.js';
import { load, type Page, type Reader } from './read.js';

type MembersQuery = Extract<Query, { kind: 'members' }>;
const most = 10_000;

/** A page of the members the viewer may see, in the order they came. */
export async function membersPage(reader: Reader, { q = '', role, after, limit = 20 }: MembersQuery): Promise<Page> {
  const { trx, community, viewer } = reader;
  const words = fold(q).match(/\S+/g) ?? [];
  const seen = viewer === undefined ? sql`` : sql`or m.id = ${viewer} or m.body->>'visibility' = 'members'`;
  const all = sql`
    from member m
    where community = ${community} and (${isWhole} or ${isNamed({ viewer })} ${seen})
      ${sql.join(
        words.map((word) => sql`and strpos(search, ${word}) > 0`),
        sql` `,
      )}
      ${
        role === undefined
          ? sql``
          : sql`and exists (
              select from holding h where h.community = m.community and h.member = m.id and h.role = ${role}
                and h.body->>'accepted' = 'true'
            )`
      }`;
  const { rows: counts } = await sql<{ total: number }>`select count(*)::int as total ${all}`.execute(trx);
  const size = Math.min(Math.max(Math.floor(Number.isNaN(limit) ? 20 : limit), 1), most);
  const { rows } = await sql<{ id: string; place: number }>`
    select id, place ${all} ${behind(after)} order by place limit ${size + 1}`.execute(trx);
  const shown = rows.slice(0, size);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  return {
    pieces: await load(reader, [['member', ids]]),
    list: { ids, total: counts[0]?.total ?? 0, after: last && `#${last.place} ${last.id}` },
  };
}

function behind(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, number] = /^#(\d{1,17}) \S{1,128}$/.exec(cursor) ?? [];
  if (number === undefined)
    throw new ProviderError('invalid', { message: `"${cursor}" is no cursor of this provider.` });
  return sql`and place > ${Number(number)}`;
}
