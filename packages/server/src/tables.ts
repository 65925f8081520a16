import type { Table } from '@kith/core/rules';

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

export function ruleName(table: SqlTable): Table {
  return table.replaceAll('_', '-') as Table;
}
