import { sql, type RawBuilder } from 'kysely';
import type { Table } from '@kith/core/rules';
import { isAmong } from '../db/among.js';
import type { Within } from '../db/schema.js';
import { isNamed, isTrusted } from '../read/numbers.js';
import { keyColumns, sqlName } from '../tables.js';
import type { Asked } from './known.js';

/** One row that answers a question. */
export interface Answered {
  asked: Asked;
  body: object;
  /** Of a letter: whether everyone sees it. */
  open: boolean | null;
}

interface Row {
  part: number;
  ids: string[];
  place: number;
  body: object;
  open: boolean | null;
}

/** Questions of one shape: asked of one table, by as many ids. */
interface Shape {
  table: string;
  isSeveral: boolean;
  /** The ids of each question. */
  all: string[][];
}

/** The rows that answer these questions, each table's in the order they came: one question of the database. */
export async function questionsOf(trx: Within, community: string, asked: readonly Asked[]): Promise<Answered[]> {
  const shapes = [...shapesOf(asked).values()];
  const parts = shapes.map((shape, part) => sql`select ${sql.lit(part)} as part, ${partOf(community, shape)}`);
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(trx);
  rows.sort((a, b) => a.place - b.place);
  return rows.map(({ part, ids, body, open }) => {
    const { table = '', isSeveral = false, all: [first = []] = [] } = shapes[part] ?? {};
    const name = isSeveral ? [...ids.slice(0, first.length), '*'] : ids;
    return { asked: `${table} ${name.join(' ')}` as Asked, body, open };
  });
}

function shapesOf(asked: readonly Asked[]): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const each of asked) {
    const [table = '', ...said] = each.split(' ');
    const isSeveral = said.at(-1) === '*';
    const ids = isSeveral ? said.slice(0, -1) : said;
    // What does not count is told of each name for itself.
    const shape = table === 'named' ? each : `${table} ${isSeveral} ${ids.length}`;
    const known = shapes.get(shape) ?? { table, isSeveral, all: [] };
    known.all.push(ids);
    shapes.set(shape, known);
  }
  return shapes;
}

function partOf(community: string, { table, all }: Shape): RawBuilder<unknown> {
  if (table === 'named') {
    const [[member = '', ...but] = []] = all;
    return sql`
      array[${sql.join([member, ...but])}]::text[] as ids, 'true'::jsonb as body, 0 as place, null::boolean as open
      from member m where community = ${community} and id = ${member} and ${isNamed({ but })}`;
  }
  if (table === 'trusted')
    return sql`
      array[id] as ids, 'true'::jsonb as body, place, null::boolean as open
      from member m where community = ${community} and ${isAmong(['id'], all)} and ${isTrusted}`;
  if (table === 'taken')
    return sql`
      array[split_part(actor, ' ', 1), split_part(actor, ' ', 2), key] as ids,
      jsonb_build_object('said', said, 'revision', revision) as body, 0 as place, null::boolean as open
      from taken where community = ${community}
        and ${isAmong(
          ['actor', 'key'],
          all.map(([kind, id, key = '']) => [`${kind} ${id}`, key]),
        )}`;
  const name = sqlName(table as Table);
  const columns = keyColumns[name];
  return sql`
    array[${sql.join(columns.map((each) => sql.ref(each)))}] as ids, body, place,
    ${name === 'recognition' ? sql`open` : sql`null::boolean as open`}
    from ${sql.table(name)} where community = ${community} and ${isAmong(columns.slice(0, all[0]?.length), all)}`;
}
