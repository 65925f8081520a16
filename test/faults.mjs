/**
 * `npm run faults`: plants each fault that the tests are there to see, runs the few test files that must see it, and puts
 * the source back, whatever happens. Prints which tests failed; ends with 1 where a fault is not seen.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const told = 'node_modules/.cache/kith/faults.json';
mkdirSync('node_modules/.cache/kith', { recursive: true });

/** Each with the source it is in, what stands there and what is put in its place, the tests that must see it, and one that must hold. */
const faults = [
  {
    name: 'delete, then send',
    source: 'packages/core/src/outbox/outbox.ts',
    changes: [['    return send(intent);', '    await keep.remove(intent.key);\n    return send(intent);']],
    seenBy: vitest('test/core/outbox'),
  },
  {
    name: 'no key',
    source: 'packages/core/src/outbox/outbox.ts',
    changes: [['    return send(intent);', '    return send({ ...intent, key: crypto.randomUUID() });']],
    seenBy: vitest('test/core/outbox'),
  },
  {
    name: 'flip instead of set',
    source: 'packages/core/src/rules/place.ts',
    changes: [['  return {\n    ...tally,\n', '  on = !isIn;\n  return {\n    ...tally,\n']],
    seenBy: vitest('test/core/rules/archive', 'test/core/rules/personal'),
  },
  {
    name: 'a counter instead of unique rows',
    source: 'packages/core/src/rules/place.ts',
    changes: [['count + Number(on) - Number(isIn)', 'count + (on ? 1 : -1)']],
    seenBy: vitest('test/core/rules/archive', 'test/core/rules/personal'),
  },
  {
    name: 'a leak on an update after it was taken out',
    source: 'packages/elements/src/atom-controller.ts',
    changes: [
      ['(this.#leave || !this.host.isConnected)', 'this.#leave'],
      [
        'this.host.isConnected ? atom?.listen(() => this.host.requestUpdate()) : undefined',
        'atom?.listen(() => this.host.requestUpdate())',
      ],
    ],
    seenBy: inBrowser('test/elements/purpose-banner.test.ts'),
  },
  {
    name: 'a missing WHERE',
    source: 'packages/server/src/read/wall-page.ts',
    changes: [['where community = ${community} and open', 'where open']],
    seenBy: vitest('test/server/apart'),
    // The database itself gives no row of another community.
    holds: 'a community is told nothing of another, by whatever query',
  },
  {
    name: 'a missing WHERE, and a role that sees every row',
    source: 'packages/server/src/db/database.ts',
    changes: [["set_config('role', ${role}, true), ", '']],
    seenBy: vitest('test/server/rights'),
  },
  {
    name: 'an unanchored origin',
    source: 'packages/server/src/origins.ts',
    changes: [
      [
        "(await originsOf(context.req.param('community') ?? '')).has(origin) ? origin : null",
        "[...(await originsOf(context.req.param('community') ?? ''))].some((each) => origin.startsWith(each)) ? origin : null",
      ],
    ],
    seenBy: vitest('test/server/limits'),
  },
  {
    name: 'a superuser role',
    source: 'packages/server/src/db/database.ts',
    changes: [['    await requirePlainRole(db);\n', '']],
    seenBy: vitest('test/server/apart'),
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
    seenBy: vitest('test/server/rights'),
  },
  {
    name: 'a second process on the folder',
    source: 'packages/server/src/run/folder-lock.ts',
    changes: [["    if (said !== 'taken') continue;\n", '    continue;\n']],
    seenBy: vitest('test/server/folder'),
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
    seenBy: vitest('test/server/folder'),
  },
  {
    name: 'one site’s key for another’s community',
    source: 'packages/server/src/keys.ts',
    changes: [['held.get(`${community} ${kid}`,', 'held.get(kid,']],
    seenBy: vitest('test/server/identity'),
  },
  {
    name: 'a column that names a member, and is not reached',
    source: 'packages/server/src/db/migrations.ts',
    changes: [['          touched jsonb not null,', '          touched jsonb not null,\n          told_by text,']],
    seenBy: vitest('test/server/mine'),
  },
  {
    name: 'an answer held for everyone for too long',
    source: 'packages/server/src/read/open-answers.ts',
    changes: [['const HOLDS = 2000;', 'const HOLDS = 60_000;']],
    seenBy: vitest('test/server/gossip'),
  },
  {
    name: 'what members show each other, shown to a device',
    source: 'packages/server/src/read/read.ts',
    changes: [['viewer: home.isMember ? query.viewer : undefined', 'viewer: query.viewer']],
    seenBy: vitest('test/server/identity', 'test/server/gossip'),
  },
  {
    name: 'a yes to being named that a later no does not take back',
    source: 'packages/core/src/public.ts',
    changes: [['said.set(member, Math.min(said.get(member) ?? 2, answers.indexOf(as)));', 'said.set(member, 2);']],
    seenBy: vitest('test/server/gossip'),
  },
  {
    name: 'contact before both said yes',
    source: 'packages/core/src/rules/personal.ts',
    changes: [["state === 'met' ? people : []", 'state ? people : []']],
    seenBy: vitest('test/server/gossip'),
  },
  {
    name: 'a wish carried out that nobody could tell was carried out before',
    source: 'packages/server/src/take/wish.ts',
    changes: [["  if (isForgotten(key, now)) throw refusalError({ reason: 'gone' });\n", '']],
    seenBy: vitest('test/server/prune'),
  },
  {
    name: 'a slow line that is never cut',
    source: 'packages/server/src/routes/changes.ts',
    changes: [['setTimeout(() => resolve(false), PATIENCE)', 'setTimeout(() => undefined, PATIENCE)']],
    seenBy: vitest('test/server/slow'),
  },
];

/** Each runs tests and gives the names of those that failed; nothing where they did not run. */
function vitest(...files) {
  return async () => {
    rmSync(told, { force: true });
    await run('vitest', ['run', '--project=unit', '--reporter=json', `--outputFile=${told}`, ...files]);
    const { testResults } = JSON.parse(readFileSync(told, 'utf8'));
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .flatMap(({ status, fullName }) => (status === 'failed' ? fullName : []));
  };
}

function inBrowser(file) {
  return async () =>
    [...(await run('web-test-runner', ['--files', file])).matchAll(/❌ (.+)/g)].map(([, name]) => name);
}

let stopped = false;
let running;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    running?.kill();
  });
}

/** Gives what it printed. What stops this stops it. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = (running = spawn('npx', [command, ...args], { shell: process.platform === 'win32' }));
    let printed = '';
    child.stdout.on('data', (text) => (printed += text));
    child.stderr.on('data', (text) => (printed += text));
    child.on('close', () => (stopped ? reject(new Error('Stopped.')) : resolve(printed)));
  });
}

async function plant({ name, source, changes, also, seenBy }) {
  const planted = [{ source, changes }, ...(also ? [also] : [])].map(({ source, changes }) => {
    const sound = readFileSync(source, 'utf8');
    let faulty = sound;
    for (const [there, instead] of changes) {
      if (faulty.split(there).length !== 2)
        throw new Error(`"${name}" cannot be planted: ${source} has not once "${there}"`);
      faulty = faulty.replace(there, () => instead);
    }
    return { source, sound, faulty };
  });
  try {
    for (const { source, faulty } of planted) writeFileSync(source, faulty);
    return await seenBy();
  } finally {
    for (const { source, sound } of planted) writeFileSync(source, sound);
  }
}

/** Only those whose name has this in it, where it is said: `npm run faults -- origin`. */
const [, , some = ''] = process.argv;
const tried = faults.filter(({ name }) => name.includes(some));
let unseen = 0;
for (const fault of tried) {
  const failed = await plant(fault).catch((error) => {
    console.error(error.message);
    return [];
  });
  if (stopped) process.exit(1);
  const isBroken = failed.includes(fault.holds);
  if (!failed.length || isBroken) unseen++;
  console.log(`\n${fault.name}: ${failed.length ? `seen by ${failed.length}` : 'NOT SEEN'}`);
  if (isBroken) console.log(`  SHOULD HOLD: ${fault.holds}`);
  for (const name of [...new Set(failed)]) console.log(`  ${name}`);
}
console.log(`\n${tried.length - unseen} of ${tried.length} faults seen`);
process.exitCode = unseen ? 1 : 0;
