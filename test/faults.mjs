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

/** Each with the source it is in, what stands there and what is put in its place, and the tests that must see it. */
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

async function plant({ name, source, changes, seenBy }) {
  const sound = readFileSync(source, 'utf8');
  let faulty = sound;
  for (const [there, instead] of changes) {
    if (faulty.split(there).length !== 2)
      throw new Error(`"${name}" cannot be planted: ${source} has not once "${there}"`);
    faulty = faulty.replace(there, () => instead);
  }
  try {
    writeFileSync(source, faulty);
    return await seenBy();
  } finally {
    writeFileSync(source, sound);
  }
}

let unseen = 0;
for (const fault of faults) {
  const failed = await plant(fault).catch((error) => {
    console.error(error.message);
    return [];
  });
  if (stopped) process.exit(1);
  if (!failed.length) unseen++;
  console.log(`\n${fault.name}: ${failed.length ? `seen by ${failed.length}` : 'NOT SEEN'}`);
  for (const name of [...new Set(failed)]) console.log(`  ${name}`);
}
console.log(`\n${faults.length - unseen} of ${faults.length} faults seen`);
process.exitCode = unseen ? 1 : 0;
