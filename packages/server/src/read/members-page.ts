import { ProviderError, type Query } from '@kith/core';
import { sql, type RawBuilder } from 'kysely';
import { isWhole } from './numbers.js';
import { onPage } from './pieces.js';
import { sizeOf, type Page, type Reader } from './read.js';
import { kept } from './tally.js';
import { havingRarest, wordsIn } from './words.js';

type MembersQuery = Extract<Query, { kind: 'members' }>;

/** A page of the members the viewer may see, in the order they came. */
export async function membersPage(reader: Reader, { q = '', role, after, limit }: MembersQuery): Promise<Page> {
  const { trx, community, viewer, eyes } = reader;
  const words = wordsIn(q);
  const some = words.length ? await havingRarest(reader, words) : undefined;
  const whole =
    viewer === undefined
      ? isWhole
      : sql`(${isWhole} or m.visibility = 'members' or m.id is not distinct from ${viewer})`;
  const matches = sql.join(
    [
      ...(some ? [sql`and m.id = any(${some})`] : []),
      ...words.map((word) => sql`and strpos(case when ${whole} then search else called end, ${word}) > 0`),
    ],
    sql` `,
  );
  /** Those others see too, by where they stand; then the viewer, where nobody else sees them. */
  const others =
    role === undefined
      ? sql`from member m where m.community = ${community} and m.${sql.ref(eyes)} ${matches}`
      : sql`
          from holding h join member m on m.community = h.community and m.id = h.member
          where h.community = ${community} and h.role = ${role} and h.accepted and h.${sql.ref(eyes)} ${matches}`;
  const me =
    viewer === undefined
      ? undefined
      : role === undefined
        ? sql`from member m where m.community = ${community} and m.id = ${viewer} and not m.known ${matches}`
        : sql`
            from holding h join member m on m.community = h.community and m.id = h.member
            where h.community = ${community} and h.member = ${viewer} and h.role = ${role} and h.accepted
              and not h.known ${matches}`;
  const place = role === undefined ? sql`m.place` : sql`h.seat`;
  const size = sizeOf(limit);
  const ordered = sql`${behind(place, after)} order by ${place} limit ${size + 1}`;
  const select = sql`select m.id, ${place} as place, null::timestamptz as at`;
  return {
    wanted: [['member', onPage(size)]],
    size,
    asked: {
      rows: sql`
        select * from ((${select} ${others} ${ordered}) ${me ? sql`union all (${select} ${me} ${ordered})` : sql``}) seen
        order by place limit ${size + 1}`,
      total: await totalOf(),
    },
    cursorOf: (last) => `#${last.place} ${last.id}`,
  };

  /** How many are found by words is counted once a revision. */
  async function totalOf(): Promise<RawBuilder<number>> {
    const mine = me ? sql`(select count(*)::int ${me})` : sql`0`;
    const column = sql.lit(eyes === 'present' ? 1 : 2);
    if (!words.length)
      return role === undefined
        ? sql`${kept(community, 'member', sql`f[${column}] = 'true'`)} + ${mine}`
        : sql`${kept(community, 'holder', sql`f[1] = ${role} and f[1 + ${column}] = 'true'`)} + ${mine}`;
    const total = await reader.count(JSON.stringify(['members', viewer ?? '', words, role]), async () => {
      const { rows } = await sql<{ total: number }>`
        select (select count(*)::int ${others}) + ${mine} as total`.execute(trx);
      return rows[0]?.total ?? 0;
    });
    return sql`${total}::int`;
  }
}

function behind(place: RawBuilder<unknown>, cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, number] = /^#(\d{1,17}) \S{1,128}$/.exec(cursor) ?? [];
  if (number === undefined)
    throw new ProviderError('invalid', { message: `"${cursor}" is no cursor of this provider.` });
  return sql`and ${place} > ${Number(number)}`;
}
