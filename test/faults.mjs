/**
 * `npm run faults`: plants each fault that the tests are there to see, runs the few test files that must see it, and puts
 * the source back, whatever happens. Prints which tests failed; ends with 1 where a fault is not seen.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ofPages } from './faults/pages.mjs';
import { ofServers } from './faults/server.mjs';
import { ofWishes } from './faults/wishes.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const told = 'node_modules/.cache/kith/faults.json';
mkdirSync('node_modules/.cache/kith', { recursive: true });

/**
 * Each with the source it is in, what stands there and what is put in its place, the tests that must see it (on
 * PostgreSQL too, with `postgres`), one among them that must, and one that must hold.
 */
const faults = [...ofPages, ...ofServers, ...ofWishes];

/** Runs tests and gives the names of those that failed; nothing where they did not run. */
async function failedIn(files, isOnPostgres) {
  if (files.every((file) => file.startsWith('test/elements/')))
    return [...(await run('web-test-runner', ['--files', ...files])).matchAll(/❌ (.+)/g)].map(([, name]) => name);
  rmSync(told, { force: true });
  const env = isOnPostgres ? { KITH_POSTGRES: '1' } : {};
  await run('vitest', ['run', '--project=unit', '--reporter=json', `--outputFile=${told}`, ...files], env);
  const { testResults } = JSON.parse(readFileSync(told, 'utf8'));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ status, fullName }) => (status === 'failed' ? fullName : []));
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
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = (running = spawn('npx', [command, ...args], {
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    }));
    let printed = '';
    child.stdout.on('data', (text) => (printed += text));
    child.stderr.on('data', (text) => (printed += text));
    child.on('close', () => (stopped ? reject(new Error('Stopped.')) : resolve(printed)));
  });
}

async function plant({ name, source, changes, also, seenBy, postgres }) {
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
    return await failedIn(seenBy, postgres);
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
  const isMissed = fault.first !== undefined && !failed.includes(fault.first);
  if (!failed.length || isBroken || isMissed) unseen++;
  console.log(`\n${fault.name}: ${failed.length ? `seen by ${failed.length}` : 'NOT SEEN'}`);
  if (isBroken) console.log(`  SHOULD HOLD: ${fault.holds}`);
  if (isMissed) console.log(`  SHOULD SEE IT: ${fault.first}`);
  for (const name of [...new Set(failed)]) console.log(`  ${name}`);
}
console.log(`\n${tried.length - unseen} of ${tried.length} faults seen`);
process.exitCode = unseen ? 1 : 0;
