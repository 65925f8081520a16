import { isRecord, ProviderError, rewards, occasions, type Query } from '@kith/core';
import { sql, type RawBuilder } from 'kysely';
import { onPage } from './pieces.js';
import { sizeOf, type Page, type Reader } from './read.js';
import { kept as counted } from './tally.js';

type WallQuery = Extract<Query, { kind: 'wall' }>;
/** The last moment there is. */
const LAST = 8.64e15;

/** A page of the letters everyone sees, newest first; without those the viewer has reported. */
export function wallPage(
  { community, viewer, eyes, frame }: Reader,
  { filters = {}, ids, after, limit }: WallQuery,
): Page {
  const { member, role, reward, occasion, kept } = filters;
  const isOfFew = member !== undefined || kept;
  const all = sql`
    from recognition r
    where community = ${community} and ${ids || isOfFew ? isOpen : sql`open`} ${chosen()}`;
  const isReported = sql`exists (
    select from report p where p.community = r.community and p.recognition = r.id and p.by = ${viewer}
  )`;
  const seen = viewer === undefined ? all : sql`${all} and not ${isReported}`;
  const size = ids ? ids.length : sizeOf(limit);
  return {
    wanted: [['recognition', onPage(size)]],
    size,
    asked: {
      rows: ids
        ? sql`select id, place, at ${seen} and id = any(${[...ids]})`
        : sql`
            select id, place, at ${seen} ${behind(after)}
            order by moment desc, case when at is null then place end, id desc limit ${size + 1}`,
      total: totalOf(),
    },
    cursorOf: (last) => (last.at === null ? `#${last.place} ${last.id}` : `${last.at} ${last.id}`),
  };

  function chosen(): RawBuilder<unknown> {
    return sql`
      ${
        member === undefined
          ? sql``
          : sql`and id = any(array(
              select recognition from party where community = ${community} and member = ${member} and open
            ))`
      }
      ${kept ? sql`and id = any(array(${keptOnes()}))` : sql``}
      ${role === undefined ? sql`` : sql`and role = ${role}`}
      ${reward === undefined ? sql`` : is('reward', reward, rewards)}
      ${occasion === undefined ? sql`` : is('occasion', occasion, occasions)}`;
  }

  /** What somebody keeps who may not be named is kept for nobody else's eyes. */
  function keptOnes() {
    const keepings = sql`from keeping where community = ${community}`;
    const keepers = (are: RawBuilder<unknown>) => sql`body->>'by' = any(array(
      select id from member where community = ${community} and id = any(array(select body->>'by' ${keepings})) and ${are}
    ))`;
    const isSeen = sql.ref(eyes);
    return sql`select recognition ${keepings} and ${isRecord(frame) ? keepers(isSeen) : sql`not ${keepers(sql`not ${isSeen}`)}`}`;
  }

  /** Letters of one member, or kept ones, are few; of all it is known how many there are. */
  function totalOf(): RawBuilder<number> {
    if (isOfFew) return sql`(select count(*)::int ${seen})`;
    const are = [
      ...(role === undefined ? [] : [sql`f[1] = ${role}`]),
      ...(reward === undefined ? [] : [sql`${reward} in (f[2], f[3])`]),
      ...(occasion === undefined ? [] : [sql`${occasion} in (f[4], f[5])`]),
    ];
    const open = counted(community, 'letter', are.length ? sql.join(are, sql` and `) : undefined);
    if (viewer === undefined) return open;
    const reported = sql`array(select recognition from report where community = ${community} and by = ${viewer})`;
    return sql`${open} - (
      select count(*)::int from recognition r
      where community = ${community} and id = any(${reported}) and ${isOpen} ${chosen()}
    )`;
  }
}

/** Of letters that are known by their ids: no index of all that are open is of use to find them. */
const isOpen = sql`coalesce(open, false)`;

/** A word that is not in its closed list is found as itself, others as what they are shown as. */
function is(column: 'reward' | 'occasion', word: string, words: readonly string[]) {
  return words.includes(word) ? sql`and ${sql.ref(column)} = ${word}` : sql`and body->>${sql.lit(column)} = ${word}`;
}

/** What comes after a cursor: letters without a time stand after all others, in the order they came. */
function behind(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  const [, hash, number, id] = /^(#?)(-?\d{1,17}) (\S{1,128})$/.exec(cursor) ?? [];
  if (number === undefined || id === undefined || (!hash && Math.abs(Number(number)) > LAST))
    throw new ProviderError('invalid', { message: `"${cursor}" is no cursor of this provider.` });
  if (hash) return sql`and at is null and place > ${Number(number)}`;
  const time = new Date(Number(number));
  return sql`and moment <= ${time} and (at is null or (at, id) < (${time}, ${id}))`;
}
