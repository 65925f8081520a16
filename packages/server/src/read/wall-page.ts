import { ProviderError, type Query } from '@kith/core';
import { sql } from 'kysely';
import { load, type Page, type Reader } from './read.js';

type WallQuery = Extract<Query, { kind: 'wall' }>;
const most = 10_000;
/** The last moment there is. */
const LAST = 8.64e15;

/** A page of the letters everyone sees, newest first; without those the viewer has reported. */
export async function wallPage(reader: Reader, { filters = {}, ids, after, limit = 20 }: WallQuery): Promise<Page> {
  const { trx, community, viewer } = reader;
  const { member, role, reward, occasion } = filters;
  const all = sql`
    from recognition r
    where community = ${community} and open
      ${
        member === undefined
          ? sql``
          : sql`and id in (
              select recognition from party where community = ${community} and member = ${member} and open
            )`
      }
      ${role === undefined ? sql`` : sql`and body->>'role' = ${role}`}
      ${reward === undefined ? sql`` : sql`and ${reward} in (reward, body->>'reward')`}
      ${occasion === undefined ? sql`` : sql`and ${occasion} in (occasion, body->>'occasion')`}
      ${
        viewer === undefined
          ? sql``
          : sql`and not exists (
        select from report p where p.community = r.community and p.recognition = r.id and p.by = ${viewer}
      )`
      }`;
  const total = await reader.count(JSON.stringify(['wall', viewer ?? '', member, role, reward, occasion]), async () => {
    const { rows } = await sql<{ total: number }>`select count(*)::int as total ${all}`.execute(trx);
    return rows[0]?.total ?? 0;
  });
  const size = Math.min(Math.max(Math.floor(Number.isNaN(limit) ? 20 : limit), 1), most);
  const page = ids
    ? sql`select id, at, place ${all} and id = any(${[...ids]})`
    : sql`select id, at, place ${all} ${behind(after)} order by coalesce(at, '-infinity') desc, case when at is null then place end, id desc limit ${size + 1}`;
  const { rows } = await sql<{ id: string; at: Date | null; place: number }>`${page}`.execute(trx);
  const shown = ids ? rows : rows.slice(0, size);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const found = shown.map(({ id }) => id);
  return {
    pieces: await load(reader, [['recognition', found]]),
    list: {
      ids: found,
      total,
      after: last && (last.at ? `${last.at.getTime()} ${last.id}` : `#${last.place} ${last.id}`),
    },
  };
}

/** What comes after a cursor: letters without a time stand after all others, in the order they came. */
function behind(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, hash, number, id] = /^(#?)(-?\d{1,17}) (\S{1,128})$/.exec(cursor) ?? [];
  if (number === undefined || id === undefined || (!hash && Math.abs(Number(number)) > LAST))
    throw new ProviderError('invalid', { message: `"${cursor}" is no cursor of this provider.` });
  if (hash) return sql`and at is null and place > ${Number(number)}`;
  const time = new Date(Number(number));
  return sql`and coalesce(at, '-infinity') <= ${time} and (at is null or (at, id) < (${time}, ${id}))`;
}
