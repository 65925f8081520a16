/** What a server must never do. See `../faults.mjs`. */
export const ofServers = [
  {
    name: 'a missing WHERE',
    source: 'packages/server/src/read/wall-page.ts',
    changes: [['where community = ${community} and ${ids ||', 'where ${ids ||']],
    seenBy: ['test/server/apart'],
    // The database itself gives no row of another community.
    holds: 'a community is told nothing of another, by whatever query',
  },
  {
    name: 'a missing WHERE, and a role that sees every row',
    source: 'packages/server/src/db/database.ts',
    changes: [['set local role ${sql.raw(role)}; ', '']],
    seenBy: ['test/server/communities'],
  },
  {
    name: 'an unanchored origin',
    source: 'packages/server/src/origins.ts',
    changes: [
      [
        "(await originsOf(context.req.param('community') ?? '')).has(origin)",
        "[...(await originsOf(context.req.param('community') ?? ''))].some((each) => origin.startsWith(each))",
      ],
    ],
    seenBy: ['test/server/origins'],
  },
  {
    name: 'a superuser role',
    source: 'packages/server/src/db/database.ts',
    changes: [['    await requirePlainRole(db);\n', '']],
    seenBy: ['test/server/apart'],
  },
  {
    name: 'a key checked outside the transaction',
    source: 'packages/server/src/routes/wishes.ts',
    changes: [
      ['{ now, limits, write }: Serving', '{ db, now, limits, write }: Serving'],
      [
        '    const receipt = await take(wish)',
        `    const before = await looking(db, intent.community, (trx) =>
      trx
        .selectFrom('taken')
        .select('revision')
        .where('community', '=', intent.community)
        .where('key', '=', intent.key)
        .executeTakeFirst(),
    );
    if (before) return context.json(before);
    const receipt = await take(wish)`,
      ],
      [
        "import { bodyIn } from '../body.js';",
        "import { bodyIn } from '../body.js';\nimport { looking } from '../db/database.js';",
      ],
    ],
    also: {
      source: 'packages/server/src/take/wish.ts',
      changes: [['  if (receipt) return { receipt };\n', '']],
    },
    seenBy: ['test/server/wish', 'test/server/once'],
    postgres: true,
    first:
      "a wish to 2 real processes on 'PostgreSQL' is carried out once, however often it is sent together, and no other under its key",
  },
  {
    name: 'a second process on the folder',
    source: 'packages/server/src/run/folder-lock.ts',
    changes: [["    if (said !== 'taken') continue;\n", '    continue;\n']],
    seenBy: ['test/server/folder'],
  },
  {
    name: 'looking for others before one listens',
    source: 'packages/server/src/run/folder-lock.ts',
    changes: [
      [
        '  // Nobody finds it before',
        '  const others = [...othersBeside(path, own), path];\n  // Nobody finds it before',
      ],
      ['of [...othersBeside(path, own), path]) {', 'of others) {'],
    ],
    seenBy: ['test/server/folder'],
  },
  {
    name: 'one site’s key for another’s community',
    source: 'packages/server/src/keys.ts',
    changes: [['held.get(`${community} ${kid}`,', 'held.get(kid,']],
    seenBy: ['test/server/identity'],
  },
  {
    name: 'a column that names a member, and is not reached',
    source: 'packages/server/src/db/migrations.ts',
    changes: [['          touched jsonb not null,', '          touched jsonb not null,\n          told_by text,']],
    seenBy: ['test/server/mine'],
  },
  {
    name: 'an answer held for everyone for too long',
    source: 'packages/server/src/again.ts',
    changes: [['const HOLDS = 2000;', 'const HOLDS = 60_000;']],
    seenBy: ['test/server/gossip'],
  },
  {
    name: 'what members show each other, shown to a device',
    source: 'packages/server/src/read/read.ts',
    changes: [
      ['viewer: home.isMember ? viewer : undefined', 'viewer'],
      ["eyes: home.isMember ? 'known' : 'present'", "eyes: 'known'"],
    ],
    seenBy: ['test/server/guests', 'test/server/gossip'],
  },
  {
    name: 'a yes to being named that a later no does not take back',
    source: 'packages/core/src/public.ts',
    changes: [['said.set(member, Math.min(said.get(member) ?? 2, answers.indexOf(as)));', 'said.set(member, 2);']],
    seenBy: ['test/server/gossip'],
  },
  {
    name: 'contact before both said yes',
    source: 'packages/core/src/rules/personal.ts',
    changes: [["state === 'met' ? people : []", 'state ? people : []']],
    seenBy: ['test/server/gossip'],
  },
  {
    name: 'a wish carried out that nobody could tell was carried out before',
    source: 'packages/server/src/take/wish.ts',
    changes: [["  if (isForgotten(key, now)) throw refusalError({ reason: 'gone', params: { days: DAYS } });\n", '']],
    seenBy: ['test/server/prune'],
  },
  {
    name: 'a slow line that is never cut',
    source: 'packages/server/src/live/line.ts',
    changes: [['after(patience, () => {', 'after(1e9, () => {']],
    seenBy: ['test/server/slow'],
  },
  {
    name: 'a request that may come for ever',
    source: 'packages/server/src/run/serve.ts',
    changes: [['headersTimeout: head, requestTimeout: request,', 'headersTimeout: 0, requestTimeout: 0,']],
    seenBy: ['test/server/let-go'],
  },
  {
    name: 'an answer that may be left untaken for ever',
    source: 'packages/server/src/run/serve.ts',
    changes: [['    server.timeout = answer;\n', '    void answer;\n']],
    seenBy: ['test/server/let-go'],
  },
  {
    name: 'requests under way that are cut off at the end',
    source: 'packages/server/src/run/serve.ts',
    changes: [['server.closeAllConnections(), GRACE)', 'server.closeAllConnections(), 0)']],
    seenBy: ['test/server/logging'],
  },
  {
    name: 'a request to somebody elsewhere',
    source: 'packages/server/src/run/serve.ts',
    changes: [
      [
        "  log.info({ address }, 'Kith serves.');",
        "  void fetch('http://updates.example/').catch(() => undefined);\n  log.info({ address }, 'Kith serves.');",
      ],
    ],
    seenBy: ['test/server/quiet'],
  },
  {
    name: 'usual limits that hold for nobody',
    source: 'packages/server/src/app.ts',
    changes: [
      ['limits: { ...usual, ...limits }', 'limits: { ...usual, member: { burst: 1e9, perMinute: 1e9 }, ...limits }'],
    ],
    seenBy: ['test/server/limits'],
  },
  {
    name: 'a key that counts once for everyone',
    source: 'packages/server/src/db/migrations.ts',
    changes: [['primary key (community, actor, key)', 'primary key (community, key)']],
    seenBy: ['test/server/wish'],
  },
  {
    name: 'a token that names no key',
    source: 'packages/server/src/identity.ts',
    changes: [
      ['const { kid } = decodeProtectedHeader(token);', "const { kid = 'k1' } = decodeProtectedHeader(token);"],
    ],
    seenBy: ['test/server/identity'],
  },
  {
    name: 'who affirmed somebody, and shows themselves to nobody',
    source: 'packages/server/src/read/affirmers.ts',
    changes: [['[id, seen]));', '[id, seen || true]));']],
    seenBy: ['test/server/beside'],
  },
];
