/**
 * `npm run bench:start`, after `npm run build`: how long the server takes from nothing to its first ready answer, and
 * how much memory it then has; in a folder nobody used, and again in the same one; with DATABASE_URL also there.
 *   --rounds 5   how often each
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const PROGRAM = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url));
const { DATABASE_URL, ...own } = process.env;

/** Starts it, asks it `reads` times whether it is ready, and stops it. Milliseconds, and megabytes. */
async function once(env, reads = 1000) {
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...own, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      const [, found] = said.match(/"address":"([^"]+)"/) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
  await (await fetch(`http://${address}/ready`)).text();
  const ready = performance.now() - begun;
  const memory = memoryOf(child.pid);
  for (let i = 0; i < reads; i++) await (await fetch(`http://${address}/ready`)).text();
  const later = memoryOf(child.pid);
  const stopping = performance.now();
  child.kill('SIGTERM');
  if ((await ended) !== 0) throw new Error('It did not end well.');
  return { ready, memory, later, stop: performance.now() - stopping };
}

/** What Linux holds in memory of a process, and the most it ever did. */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

const ways = { 'a new folder': [], 'the same folder again': [], ...(DATABASE_URL && { PostgreSQL: [] }) };
for (let round = 0; round < Number(values.rounds); round++) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-start-'));
  try {
    ways['a new folder'].push(await once({ KITH_DATA: folder }));
    ways['the same folder again'].push(await once({ KITH_DATA: folder }));
    if (DATABASE_URL) ways.PostgreSQL.push(await once({ DATABASE_URL }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
console.log(`Node ${process.version}, ${values.rounds} rounds in turn; medians\n`);
console.log('                         ready ms  stop ms  MB at ready  MB after 1,000  most MB');
for (const [name, runs] of Object.entries(ways)) {
  const of = (pick) => String(Math.round(median(runs.map(pick))));
  const cells = [
    of((run) => run.ready).padStart(8),
    of((run) => run.stop).padStart(7),
    of((run) => run.memory.now).padStart(11),
    of((run) => run.later.now).padStart(14),
    of((run) => run.later.most).padStart(7),
  ];
  console.log(`${name.padEnd(25)}${cells.join('  ')}`);
}
