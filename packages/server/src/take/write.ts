import { nameOnly, searchText, type Change, type Member } from '@kith/core';
import type { Key, Table } from '@kith/core/rules';
import { sql, type RawBuilder } from 'kysely';
import type { Within } from '../db/schema.js';
import { keyColumns, sqlName, type SqlTable } from '../tables.js';
import { mark } from '../read/marks.js';
import { discounted, type Counted } from '../read/tally.js';
import type { Face } from './letter.js';

/** What is kept from now on. */
export interface Writing {
  /** Rows as they shall be; `null` for those that shall not be there. */
  rows: ReadonlyMap<Key, object | null>;
  faces: ReadonlyMap<string, Face>;
  /** What is taken out of what is counted, until it is settled. */
  counted?: Counted;
  /** Of wishes, so that each counts once. */
  receipts?: readonly { actor: string; key: string; said: string; revision: number }[];
  /** The revision that this makes, and what everyone sees differently. */
  next?: Pick<Change, 'revision' | 'touched'>;
}

/** Writes all of it in one statement, and one for what members are found by. What stands in a row that goes, goes with it. */
export async function write(trx: Within, community: string, writing: Writing): Promise<void> {
  const away = writing.counted ? discounted(community, writing.counted) : [];
  const parts = [...rowParts(community, writing), ...noteParts(community, writing), ...away];
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

function rowParts(community: string, { rows, faces }: Writing): RawBuilder<unknown>[] {
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
    ...partyParts(community, (puts.get('recognition') ?? []) as ({ id: string } & Face)[]),
  ];
}

/** What a member is found by: by everything who sees all of them, else by how they are called. */
function foundBy(member: Member) {
  return { search: searchText(member), called: searchText(nameOnly(member)) };
}

/** Whom letters are from and to, and whether everyone sees that. */
function partyParts(community: string, letters: readonly ({ id: string } & Face)[]): RawBuilder<unknown>[] {
  if (!letters.length) return [];
  const given = letters.flatMap(({ id, people, faces }) =>
    people.map((member) => ({ member, recognition: id, open: faces.includes(member) })),
  );
  const all = sql`jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (member text, recognition text, open boolean)`;
  return [
    sql`
      delete from party where community = ${community} and recognition = any(${letters.map(({ id }) => id)})
        and (member, recognition) not in (select member, recognition from ${all})`,
    sql`
      insert into party (community, member, recognition, open) select ${community}, member, recognition, open from ${all}
      on conflict (community, member, recognition) do update set open = excluded.open`,
  ];
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function put(community: string, table: SqlTable, given: readonly object[]): RawBuilder<unknown> {
  const more = facets[table] ?? [];
  const own = keyColumns[table].map((name) => [name, 'text'] as const);
  const shape = [...own, ['body', 'jsonb'] as const, ...more].map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
  );
  const columns = sql.join(
    [...own.map(([name]) => name), 'body', ...more.map(([name]) => name)].map((name) => sql.ref(name)),
  );
  const values = sql.join([
    ...own.map(([name]) => sql.ref(name)),
    sql`jsonb_strip_nulls(body)`,
    ...more.map(([name]) => sql.ref(name)),
  ]);
  const key = sql.join(['community', ...keyColumns[table]].map((name) => sql.ref(name)));
  const anew = sql.join(
    ['body', ...more.map(([name]) => name)].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  return sql`
    insert into ${sql.table(table)} (community, ${columns})
    select ${community}, ${values} from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (${sql.join(shape)})
    on conflict (${key}) do update set ${anew}`;
}

function removed(community: string, table: SqlTable, all: readonly string[][]): RawBuilder<unknown> {
  const columns = keyColumns[table];
  const ids = columns.map((_, i) => sql`${all.map((each) => each[i] ?? '')}::text[]`);
  return sql`
    delete from ${sql.table(table)} where community = ${community}
      and (${sql.join(columns.map((each) => sql.ref(each)))}) in (select * from unnest(${sql.join(ids)}))`;
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
      select ${community}, actor, key, said, revision
      from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
        as given (actor text, key text, said text, revision bigint)`);
  return parts;
}
