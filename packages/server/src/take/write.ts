import { nameOnly, searchText, type Change, type Member } from '@kith/core';
import type { Key, Table } from '@kith/core/rules';
import { sql, type RawBuilder } from 'kysely';
import { isAmong } from '../db/among.js';
import type { Within } from '../db/schema.js';
import { keyColumns, sqlName, type SqlTable } from '../tables.js';
import { mark } from '../read/marks.js';
import { counting, discount, discounted, type Counted, type More } from '../read/tally.js';
import type { Face } from './letter.js';

/** What is kept from now on. */
export interface Writing {
  /** Rows as they shall be; `null` for those that shall not be there. */
  rows: ReadonlyMap<Key, object | null>;
  faces: ReadonlyMap<string, Face>;
  /** Letters that nobody is known to be in yet. Default none. */
  begun?: ReadonlySet<string>;
  /** What is taken out of what is counted, until it is settled. */
  counted?: Counted;
  /** What is counted otherwise from now on. */
  more?: readonly More[];
  /** Of wishes, so that each counts once. */
  receipts?: readonly { actor: string; key: string; said: string; revision: number }[];
  /** The revision that this makes, and what everyone sees differently. */
  next?: Pick<Change, 'revision' | 'touched'>;
}

const ofParty = [
  ['member', 'text'],
  ['recognition', 'text'],
  ['open', 'boolean'],
] as const;
const ofReceipt = [
  ['actor', 'text'],
  ['key', 'text'],
  ['said', 'text'],
  ['revision', 'bigint'],
] as const;

/**
 * Writes all of it in one statement, and one for what members are found by. What stands in a row that goes, goes with it.
 * A statement changes a number once, so who is counted anew is taken out before it where other numbers change beside them.
 */
export async function write(trx: Within, community: string, writing: Writing): Promise<void> {
  const { counted, more = [] } = writing;
  if (counted && more.length) await discount(trx, community, counted);
  const numbers = more.length ? counting(community, more) : counted ? discounted(community, counted) : [];
  const parts = [...rowParts(community, writing), ...noteParts(community, writing), ...numbers];
  if (!parts.length) return;
  const named = parts.map((part, i) => sql`${sql.raw(`w${i}`)} as (${part})`);
  await sql`with ${sql.join(named)} select`.execute(trx);
  const members = [...writing.rows].flatMap(([key, body]) => {
    const [table, id = ''] = key.split(' ');
    return table === 'member' ? [[id, body as Member | null] as const] : [];
  });
  if (members.length) await mark(trx, community, new Map(members));
}

/** Columns beside the key and the body: what pages are found by. */
const facets: Partial<Record<SqlTable, readonly (readonly [name: string, type: string])[]>> = {
  recognition: [
    ['open', 'boolean'],
    ['at', 'timestamptz'],
    ['occasion', 'text'],
    ['reward', 'text'],
  ],
  member: [
    ['search', 'text'],
    ['called', 'text'],
  ],
};

function rowParts(community: string, { rows, faces, begun }: Writing): RawBuilder<unknown>[] {
  const puts = new Map<SqlTable, object[]>();
  const goes = new Map<SqlTable, string[][]>();
  for (const [key, body] of rows) {
    const [table, ...ids] = key.split(' ') as [Table, ...string[]];
    const name = sqlName(table);
    if (!body) {
      listIn(goes, name).push(ids);
      continue;
    }
    const named = Object.fromEntries(keyColumns[name].map((column, i) => [column, ids[i]]));
    const found = table === 'member' ? foundBy(body as Member) : faces.get(ids[0] ?? '');
    listIn(puts, name).push({ ...(facets[name] && found), ...named, body });
  }
  // Who backed it goes with it, those of this moment too, which a statement does not see of itself.
  const backed = [...(goes.get('line') ?? []), ...(goes.get('recognition') ?? [])].flat();
  const backings = (puts.get('backing') ?? []) as { id: string }[];
  if (backed.length)
    puts.set(
      'backing',
      backings.filter(({ id }) => !backed.includes(id)),
    );
  return [
    ...[...goes].map(([table, ids]) => removed(community, table, ids)),
    ...(backed.length ? [sql`delete from backing where community = ${community} and id = any(${backed})`] : []),
    ...[...puts].flatMap(([table, given]) => (given.length ? [put(community, table, given)] : [])),
    ...partyParts(community, (puts.get('recognition') ?? []) as ({ id: string } & Face)[], begun),
  ];
}

/** What a member is found by: by everything who sees all of them, else by how they are called. */
function foundBy(member: Member) {
  return { search: searchText(member), called: searchText(nameOnly(member)) };
}

/** Whom letters are from and to, and whether everyone sees that. */
function partyParts(
  community: string,
  letters: readonly ({ id: string } & Face)[],
  begun: ReadonlySet<string> = new Set(),
): RawBuilder<unknown>[] {
  const given = letters.flatMap(({ id, people, faces }) =>
    people.map((member) => ({ member, recognition: id, open: faces.includes(member) })),
  );
  const old = letters.flatMap(({ id }) => (begun.has(id) ? [] : [id]));
  const all = rowsOf(ofParty, given);
  const gone = sql`
    delete from party where community = ${community} and recognition = any(${old})
      and (member, recognition) not in (select member, recognition from ${all})`;
  const come = sql`
    insert into party (community, member, recognition, open) select ${community}, member, recognition, open from ${all}
    on conflict (community, member, recognition) do update set open = excluded.open`;
  return [...(old.length ? [gone] : []), ...(given.length ? [come] : [])];
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Columns that say of a row what its member says: where they stand, and who sees them whole. */
const ofTheirs: Partial<Record<SqlTable, readonly (readonly [name: string, value: RawBuilder<unknown>])[]>> = {
  holding: [
    ['seat', sql`m.place`],
    ['present', sql`coalesce(m.visibility = 'everyone', false)`],
    ['known', sql`coalesce(m.visibility in ('everyone', 'members'), false)`],
  ],
};

function put(community: string, table: SqlTable, given: readonly object[]): RawBuilder<unknown> {
  const more = facets[table] ?? [];
  const theirs = ofTheirs[table] ?? [];
  const all = [...keyColumns[table].map((name) => [name, 'text'] as const), ['body', 'jsonb'] as const, ...more];
  const names = [...all, ...theirs].map(([name]) => sql.ref(name));
  const own = all.map(([name, type]) => {
    const column = sql.ref(`given.${name}`);
    return type === 'jsonb' ? sql`jsonb_strip_nulls(${column})` : column;
  });
  const key = ['community', ...keyColumns[table]].map((name) => sql.ref(name));
  const anew = ['body', ...[...more, ...theirs].map(([name]) => name)].map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`,
  );
  return sql`
    insert into ${sql.table(table)} (community, ${sql.join(names)})
    select ${community}, ${sql.join([...own, ...theirs.map(([, value]) => value)])} from ${rowsOf(all, given)}
    ${theirs.length ? sql`left join member m on m.community = ${community} and m.id = given.member` : sql``}
    on conflict (${sql.join(key)}) do update set ${sql.join(anew)}`;
}

type Column = readonly [name: string, type: string];

/** Rows that are given, `given`. One alone is said the way that is understood the quickest. */
function rowsOf(columns: readonly Column[], given: readonly object[]): RawBuilder<unknown> {
  const [only] = given as Record<string, unknown>[];
  if (given.length !== 1 || !only) {
    const shape = columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
    return sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (${sql.join(shape)})`;
  }
  const values = columns.map(([name, type]) => {
    const value = only[name] ?? null;
    return sql`${type === 'jsonb' ? JSON.stringify(value) : value}::${sql.raw(type)}`;
  });
  return sql`(values (${sql.join(values)})) as given (${sql.join(columns.map(([name]) => sql.ref(name)))})`;
}

function removed(community: string, table: SqlTable, all: readonly string[][]): RawBuilder<unknown> {
  return sql`delete from ${sql.table(table)} where community = ${community} and ${isAmong(keyColumns[table], all)}`;
}

function noteParts(community: string, { receipts = [], next }: Writing): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (next) {
    const { revision, touched } = next;
    const said = JSON.stringify(touched);
    parts.push(
      sql`insert into change (community, revision, touched) values (${community}, ${revision}, ${said}::jsonb)`,
      sql`update home set revision = ${revision} where community = ${community}`,
    );
  }
  if (receipts.length)
    parts.push(sql`
      insert into taken (community, actor, key, said, revision)
      select ${community}, actor, key, said, revision from ${rowsOf(ofReceipt, receipts)}`);
  return parts;
}
