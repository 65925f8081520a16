/**
 * `npm test`: every check and every test, one step after another, and at the end one line with the sum.
 *   --all            also the element tests in Firefox and WebKitGTK, the server on PostgreSQL, and each framework's
 *                    snippet, built and run
 *   --only-further   those alone
 * A check (types, lint, build…) counts as one test. A step that fails ends nothing, except what
 * needs what it builds; a test file in which nothing ran is a failure. What is said at the end also
 * goes to the file KITH_CLOSING names.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
process.chdir(top);
const counts = resolve('node_modules/.cache/kith/counts.json');
mkdirSync(resolve(counts, '..'), { recursive: true });

const sum = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
/** Runs that took a second browser. */
const lost = [];
const table = [];

/** Runs an npm script; gives whether it ended well, and what it printed if that was kept. */
function script(name, args = [], { env = {}, keep = false } = {}) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', name, ...(args.length ? ['--', ...args] : [])], {
      env: { ...process.env, KITH_COUNTS: counts, ...env },
      stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    let printed = '';
    child.stdout?.on('data', (text) => (printed += text));
    child.stderr?.on('data', (text) => (printed += text));
    child.on('close', (code) => done({ well: code === 0, printed }));
  });
}

function add(name, passed, failed, start) {
  sum.passed += passed;
  sum.failed += failed.length;
  failures.push(...failed.map((what) => `${name}: ${what}`));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  table.push(`${seconds.padStart(7)} s  ${name}: ${passed} passed, ${failed.length} failed`);
}

/** The test and what went wrong, without the stack. */
const firstLines = (failure) => failure.split('\n').slice(0, 3).join('\n    ');

/** Checks that end well or not; side by side, what each printed after its end. Gives whether all ended well. */
async function check(...names) {
  const ends = await Promise.all(
    names.map(async (name) => {
      const start = performance.now();
      const { well, printed } = await script(name, [], { keep: true });
      console.log(`\n--- ${name} ${well ? 'passed' : 'FAILED'}\n${printed.trim()}`);
      add(name, Number(well), well ? [] : ['see above'], start);
      return well;
    }),
  );
  return ends.every(Boolean);
}

/** What a run told of itself: vitest's JSON, or what web-test-runner.config.mjs counts. */
function readCounts() {
  try {
    const told = JSON.parse(readFileSync(counts, 'utf8'));
    if ('files' in told) return told;
    const ran = ({ status }) => status === 'passed' || status === 'failed';
    const failed = (file) => file.assertionResults.filter(({ status }) => status === 'failed');
    return {
      passed: told.numPassedTests,
      skipped: told.numPendingTests,
      failures: told.testResults.flatMap((file) =>
        failed(file).map((test) => `${relative(top, file.name)}: ${test.fullName}\n${test.failureMessages[0]}`),
      ),
      files: told.testResults.filter((file) => file.assertionResults.some(ran)).map((file) => file.name),
    };
  } catch {
    return { passed: 0, failures: [], skipped: 0, files: [] };
  }
}

/** The test files a step is there for. */
const filesIn = (folder, wanted = () => true) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => relative(top, resolve(folder, file)))
    .filter((file) => file.endsWith('.test.ts') && wanted(file));

/** Runs a step that counts itself; gives what it told, how it ended, and the files in which nothing ran. */
async function told(files, step, args, env) {
  rmSync(counts, { force: true });
  const { well } = await script(step, args, { env });
  const { files: those, ...rest } = readCounts();
  const ran = those.map((file) => relative(top, resolve(file)));
  return { ...rest, well, idle: files.filter((file) => !ran.includes(file)) };
}

/**
 * Tests that count themselves. What ends badly without a failed test, and each file in which nothing ran, is a failure.
 * A browser that is gone says nothing of the files it had still to run: they get another, once, and it is said.
 */
async function count(name, files, step, args = [], env) {
  if (!files.length) return;
  console.log(`\n--- ${name}`);
  const start = performance.now();
  const runs = [await told(files, step, args, env)];
  const { idle } = runs[0];
  if (step === 'test:elements' && idle.length) {
    console.log(`\nThe browser ran nothing in ${idle.length} of ${files.length} files. They get another.`);
    lost.push(`${name}: a browser was gone before ${idle.length} of ${files.length} files, which ran in another`);
    runs.push(await told(idle, step, [...args, '--files', ...idle], env));
  }
  const last = runs.at(-1);
  const failed = [
    ...runs.flatMap(({ failures }) => failures.map(firstLines)),
    ...last.idle.map((file) => `No test ran in ${file}`),
  ];
  if (!failed.length && !last.well) failed.push('It ended badly, without a failed test.');
  for (const { skipped } of runs) sum.skipped += skipped;
  add(
    name,
    runs.reduce((passed, run) => passed + run.passed, 0),
    failed,
    start,
  );
}

const inBrowser = filesIn('test/elements', (file) => !file.endsWith('.node.test.ts'));
const elsewhere = /^test.(e2e|stories|long|bench|frameworks)\b/;
const unit = filesIn('test', (file) => !elsewhere.test(file) && !inBrowser.includes(file));
const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`, '--allowOnly=false'];
const stories = [filesIn('test/stories'), 'vitest', ['--project=stories', ...vitest]];

if (!process.argv.includes('--only-further')) {
  await check('types', 'lint:code', 'lint:format', 'lint:templates');
  const built = await check('build');
  // A real database beside the embedded one takes more than the everyday run has.
  const env = process.argv.includes('--all') ? { KITH_POSTGRES: '1' } : {};
  await count('unit tests', unit, 'vitest', ['--project=unit', ...vitest], env);
  await count('element tests in Chromium', inBrowser, 'test:elements');
  if (await check('build:storybook')) await count('stories in Chromium', ...stories);
  if (built) await count('end to end', filesIn('test/e2e'), 'vitest', ['--project=e2e', ...vitest]);
}
if (process.argv.some((flag) => flag === '--all' || flag === '--only-further')) {
  await count('framework snippets', ['test/frameworks/frameworks.test.ts'], 'test:frameworks', vitest);
  const onPostgres = unit.filter((file) => /KITH_POSTGRES|\/(storages|places)\.js'/.test(readFileSync(file, 'utf8')));
  await count('server on PostgreSQL', onPostgres, 'vitest', ['--project=unit', ...vitest, ...onPostgres], {
    KITH_POSTGRES: '1',
  });
  const isBuilt = !process.argv.includes('--only-further') || (await check('build:storybook'));
  for (const [engine, name] of Object.entries({ firefox: 'Firefox', webkit: 'WebKitGTK' })) {
    await count(`element tests in ${name}`, inBrowser, 'test:elements', [], { KITH_ENGINE: engine });
    if (isBuilt) await count(`stories in ${name}`, ...stories, { KITH_ENGINE: engine });
  }
}

const closing = [table.join('\n')];
if (failures.length) closing.push(`Failed:\n  ${failures.join('\n  ')}`);
if (lost.length) closing.push(lost.join('\n'));
if (sum.skipped)
  closing.push(`Skipped: ${sum.skipped} tests of material (KITH_SHARED) or of languages that are not here`);
closing.push(`${sum.passed} passed, ${sum.failed} failed`);
console.log(`\n${closing.join('\n\n')}`);
if (process.env.KITH_CLOSING) writeFileSync(process.env.KITH_CLOSING, `${closing.join('\n\n')}\n`);
process.exitCode = sum.failed || !sum.passed ? 1 : 0;
