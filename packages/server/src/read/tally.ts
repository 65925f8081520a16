import { sql, type RawBuilder } from 'kysely';
import type { Within } from '../db/schema.js';
import { isNamed, isWhole } from './numbers.js';

/** What is counted anew when something of it changes; nothing said: everything. */
export interface Counted {
  letters: readonly string[];
  members: readonly string[];
}

/** What is counted: letters everyone sees, by what they are chosen by; members, by who may see them; who holds a role, by who sees it. */
export type Kind = 'letter' | 'member' | 'holder';

/** What each kind is told apart by. */
const facets = {
  letter: sql`array[role, reward, body->>'reward', occasion, body->>'occasion']`,
  member: sql`array[present, known, person]::text[]`,
  holder: sql`array[role, present::text, known::text]`,
} satisfies Record<Kind, RawBuilder<unknown>>;

/** How many there are of each kind, as it is told of rows of these three tables. */
function groupsIn(letters: RawBuilder<unknown>, members: RawBuilder<unknown>, holders: RawBuilder<unknown>) {
  return sql`
    select 'letter' as kind, ${facets.letter} as facets, count(*) from ${letters} letters where open group by 2
    union all select 'member', ${facets.member}, count(*) from ${members} members group by 2
    union all
      select 'holder', ${facets.holder}, count(*) from ${holders} holders where accepted and known group by 2`;
}

/** How many more there are now of what has these facets; fewer where it is negative. */
export interface More {
  kind: Kind;
  facets: (string | null)[];
  count: number;
}

/** The same as `discounted` and `settle` where it is known what changes, as parts of one statement. */
export function counting(community: string, all: readonly More[]): RawBuilder<unknown>[] {
  const sums = new Map<string, More>();
  for (const more of all) {
    const name = JSON.stringify([more.kind, more.facets]);
    sums.set(name, { ...more, count: (sums.get(name)?.count ?? 0) + more.count });
  }
  const [up, down] = [1, -1].map((sign) =>
    [...sums.values()].flatMap(({ count, ...more }) => (count * sign > 0 ? { ...more, count: count * sign } : [])),
  );
  return [
    ...(up?.length ? [raised(community, given(up))] : []),
    ...(down?.length ? lowered(community, given(down)) : []),
  ];
}

function given(all: readonly More[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as was (kind text, facets text[], count bigint)`;
}

function raised(community: string, more: RawBuilder<unknown>) {
  return sql`
    insert into tally (community, kind, facets, count) select ${community}, kind, facets, count from ${more}
    on conflict (community, kind, facets) do update set count = tally.count + excluded.count`;
}

/** A number that comes to nothing goes, and with it the words it was of. */
function lowered(community: string, fewer: RawBuilder<unknown>) {
  const these = sql`t.community = ${community} and t.kind = was.kind and t.facets = was.facets`;
  return [
    sql`delete from tally t using ${fewer} where ${these} and t.count <= was.count`,
    sql`update tally t set count = t.count - was.count from ${fewer} where ${these} and t.count > was.count`,
  ];
}

/** The rows of a table that are counted anew. */
function among(community: string, table: string, column: string, ids: readonly string[] | undefined) {
  const these = ids ? sql`and ${sql.ref(column)} = any(${[...ids]})` : sql``;
  return sql`(select * from ${sql.table(table)} where community = ${community} ${these})`;
}

/**
 * Takes what is about to change out of what is counted, as parts of one statement: before `settle`, in the same
 * transaction.
 */
export function discounted(community: string, { letters, members }: Counted): RawBuilder<unknown>[] {
  if (!letters.length && !members.length) return [];
  const was = groupsIn(
    among(community, 'recognition', 'id', letters),
    among(community, 'member', 'id', members),
    among(community, 'holding', 'member', members),
  );
  return lowered(community, sql`(${was}) was`);
}

/** The same as a statement of its own. */
export async function discount(trx: Within, community: string, counted: Counted): Promise<void> {
  const parts = discounted(community, counted);
  if (!parts.length) return;
  await sql`with ${sql.join(parts.map((part, i) => sql`${sql.raw(`w${i}`)} as (${part})`))} select`.execute(trx);
}

/**
 * Finds out anew who may see that there are these members, and them whole in a role; and adds them and these letters to
 * what is counted, of which they were no part.
 */
export async function settle(trx: Within, community: string, counted?: Counted): Promise<void> {
  if (counted && !counted.letters.length && !counted.members.length) return;
  const isAmong = (column: RawBuilder<unknown>) =>
    counted ? sql`and ${column} = any(${[...counted.members]})` : sql``;
  await sql`
    with members as (
      update member m set
        present = coalesce(${isWhole}, false) or ${isNamed()},
        known = coalesce(${isWhole} or m.visibility = 'members', false) or ${isNamed({ toMembers: true })}
      where community = ${community} ${isAmong(sql`m.id`)}
      returning *
    ), holders as (
      update holding h set seat = m.place,
        present = coalesce(m.visibility = 'everyone', false),
        known = coalesce(m.visibility in ('everyone', 'members'), false)
      from member m
      where h.community = ${community} and m.community = h.community and m.id = h.member ${isAmong(sql`m.id`)}
      returning h.*
    )
    ${raised(
      community,
      sql`(${groupsIn(among(community, 'recognition', 'id', counted?.letters), sql`members`, sql`holders`)}) groups`,
    )}`.execute(trx);
}

/** A number that is kept: of all of a kind whose facets, `f`, are so. */
export function kept(community: string, kind: Kind, are: RawBuilder<unknown> = sql`true`): RawBuilder<number> {
  return sql<number>`(
    select coalesce(sum(count), 0)::int from (
      select facets as f, count from tally where community = ${community} and kind = ${sql.lit(kind)}
    ) t where ${are}
  )`;
}
