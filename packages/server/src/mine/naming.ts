import { sql, type RawBuilder } from 'kysely';
import type { SqlTable } from '../tables.js';

type Condition = (member: string) => RawBuilder<boolean>;

/** Columns that are the member. */
const is =
  (...columns: string[]): Condition =>
  (member) =>
    sql`(${sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${member}`),
      sql` or `,
    )})`;
/** A field of the row that is the member. */
const says =
  (field: string): Condition =>
  (member) =>
    sql`body->>${sql.lit(field)} = ${member}`;

/** Which rows of a table name a member: what goes with them. A table that is not here names none. */
export const naming: Partial<Record<SqlTable, Condition>> = {
  member: is('id'),
  with_us: (member) => sql`kind = 'member' and who = ${member}`,
  pledge: is('member'),
  line: says('member'),
  backing: is('by'),
  holding: is('member'),
  affirmation: is('member', 'by'),
  recognition: (member) =>
    sql`(body->>'from' = ${member} or body->'to' ? ${member} or body->'heardBy'->>'member' = ${member})`,
  consent: is('member'),
  cheer: is('by'),
  reply: says('member'),
  answer: says('member'),
  keeping: says('by'),
  report: is('by'),
  climb: is('member'),
  reached: is('member'),
  record: is('member'),
  sponsorship: is('member', 'by'),
  rung_cheer: is('member', 'by'),
  introduction: (member) => sql`(body->'people' ? ${member} or body->>'by' = ${member})`,
  asking: is('by', 'with'),
  introduction_answer: is('member'),
  pass: is('member', 'with'),
  meeting: is('member'),
};

/** Rows that name a member and are another's alone: who passed somebody, or cheered without showing who they are. */
export const ownOnly: Partial<Record<SqlTable, Condition>> = {
  asking: is('by'),
  pass: is('member'),
  rung_cheer: is('by'),
};
