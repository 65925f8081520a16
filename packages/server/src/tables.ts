import type { Key, Table } from '@kith/core/rules';

/**
 * The columns that, after the community, make the primary key of each table: the ids of the rules' own keys. The row
 * itself is `body`.
 */
export const keyColumns = {
  community: ['id'],
  purpose: ['id'],
  role: ['id'],
  ladder: ['id'],
  member: ['id'],
  with_us: ['kind', 'who'],
  pledge: ['member'],
  line: ['id'],
  backing: ['kind', 'id', 'by'],
  holding: ['member', 'role'],
  affirmation: ['member', 'role', 'by'],
  recognition: ['id'],
  consent: ['recognition', 'member'],
  cheer: ['recognition', 'by'],
  reply: ['recognition', 'id'],
  answer: ['recognition', 'id'],
  keeping: ['recognition'],
  report: ['recognition', 'by'],
  climb: ['member', 'ladder'],
  reached: ['member', 'ladder', 'rung'],
  record: ['member', 'ladder', 'id'],
  sponsorship: ['member', 'ladder', 'rung', 'by'],
  rung_cheer: ['member', 'ladder', 'rung', 'by'],
  introduction: ['id'],
  asking: ['by', 'with'],
  introduction_answer: ['introduction', 'member'],
  pass: ['member', 'with'],
  meeting: ['introduction', 'member'],
} as const satisfies Record<SqlName<Table>, readonly string[]>;

/** A table of the rules, as it is called in SQL. */
export type SqlName<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${SqlName<B>}` : T;
export type SqlTable = keyof typeof keyColumns;

export const sqlTables = Object.keys(keyColumns) as SqlTable[];

export function sqlName(table: Table): SqlTable {
  return table.replaceAll('-', '_') as SqlTable;
}

/** The key of a row, as the rules say it. */
export function keyIn(table: SqlTable, row: Record<string, unknown>): Key {
  return keyFrom(
    table,
    keyColumns[table].map((column) => String(row[column])),
  );
}

/** The key of a row, from the ids in its columns. */
export function keyFrom(table: SqlTable, ids: readonly string[]): Key {
  return `${table.replaceAll('_', '-') as Table} ${ids.join(' ')}`;
}

/** The row that others stand in, by which of their columns: they go with it. */
export const standing: Partial<Record<SqlTable, { in: SqlTable; by: readonly string[] }>> = {
  holding: { in: 'member', by: ['member'] },
  affirmation: { in: 'member', by: ['member'] },
  asking: { in: 'member', by: ['by'] },
  pass: { in: 'member', by: ['member'] },
  consent: { in: 'recognition', by: ['recognition'] },
  cheer: { in: 'recognition', by: ['recognition'] },
  reply: { in: 'recognition', by: ['recognition'] },
  answer: { in: 'recognition', by: ['recognition'] },
  keeping: { in: 'recognition', by: ['recognition'] },
  report: { in: 'recognition', by: ['recognition'] },
  reached: { in: 'climb', by: ['member', 'ladder'] },
  record: { in: 'climb', by: ['member', 'ladder'] },
  sponsorship: { in: 'climb', by: ['member', 'ladder'] },
  rung_cheer: { in: 'climb', by: ['member', 'ladder'] },
  introduction_answer: { in: 'introduction', by: ['introduction'] },
  meeting: { in: 'introduction', by: ['introduction'] },
};
