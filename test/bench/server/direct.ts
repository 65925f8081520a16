import type { CompiledQuery } from 'kysely';

/** Asks a database one statement after another on one connection. */
export type Ask = (sql: string, parameters: unknown[]) => Promise<{ rows: unknown[] }>;

/** A wish as the bench sends it. */
export interface BenchWish {
  by: string;
  key: string;
  name: 'cheer' | 'recognize' | 'claim-role';
  detail: Record<string, unknown>;
}

/**
 * The transaction of a wish, by hand: the community's role, its home held, the key looked up, the two facts a rule looks
 * at, the row, the change and the key. No HTTP, no identity, no rule, nothing looked at of what comes back.
 */
export async function direct(ask: Ask, community: string, { by, key, name, detail }: BenchWish): Promise<void> {
  await ask('begin', []);
  await ask(`set local role kith_app; set local kith.community = '${community}'`, []);
  const { rows } = await ask(`select revision, frame, settings from home where community = $1 for update`, [community]);
  const revision = Number((rows[0] as { revision: number }).revision) + 1;
  const actor = `member ${by}`;
  await ask(`select said, revision from taken where community = $1 and actor = $2 and key = $3`, [
    community,
    actor,
    key,
  ]);
  const [table, id] = facts[name](detail);
  await ask(
    `select body from member where community = $1 and id = $2 union all select body from ${table} where community = $1 and id = $3`,
    [community, by, id],
  );
  await ask(...row(community, { by, key, name, detail }));
  await ask(`insert into change (community, revision, touched) values ($1, $2, $3::jsonb)`, [
    community,
    revision,
    JSON.stringify([{ kind: table, id }]),
  ]);
  await ask(`update home set revision = $2 where community = $1`, [community, revision]);
  await ask(`insert into taken (community, actor, key, said, revision) values ($1, $2, $3, $4, $5)`, [
    community,
    actor,
    key,
    '0'.repeat(64),
    revision,
  ]);
  await ask('commit', []);
}

const facts: Record<BenchWish['name'], (detail: Record<string, unknown>) => [string, unknown]> = {
  cheer: ({ recognition }) => ['recognition', recognition],
  recognize: ({ to }) => ['member', (to as string[])[0]],
  'claim-role': ({ role }) => ['role', role],
};

function row(community: string, { by, key, name, detail }: BenchWish): [string, unknown[]] {
  const at = new Date().toISOString();
  if (name === 'cheer')
    return [
      `insert into cheer (community, recognition, by, body) values ($1, $2, $3, $4::jsonb)
        on conflict (community, recognition, by) do update set body = cheer.body || $4::jsonb`,
      [community, detail['recognition'], by, JSON.stringify({ recognition: detail['recognition'], by, at })],
    ];
  if (name === 'recognize')
    return [
      `insert into recognition (community, id, body, open, at, occasion, reward)
        values ($1, $2, $3::jsonb, false, $4, 'thanks', 'reputational')`,
      [community, key, JSON.stringify({ ...detail, id: key, from: by, at, state: 'asked' }), at],
    ];
  return [
    `insert into holding (community, member, role, body) values ($1, $2, $3, $4::jsonb)
      on conflict (community, member, role) do update set body = holding.body || $4::jsonb`,
    [
      community,
      by,
      detail['role'],
      JSON.stringify({ member: by, role: detail['role'], accepted: true, aspires: '', at }),
    ],
  ];
}

/** The transactions that somebody ran, statement by statement, to be run again on a copy of the community. */
export type Recorded = Pick<CompiledQuery, 'sql' | 'parameters'>[];

export async function replay(ask: Ask, recorded: Recorded, from: string, to: string): Promise<void> {
  for (const { sql, parameters } of recorded)
    await ask(
      sql.replace(`'${from}'`, `'${to}'`),
      parameters.map((each) => (each === from ? to : each)),
    );
}
