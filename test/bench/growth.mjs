/**
 * `npm run bench:growth`: how much longer a page takes in a community of ten times the members and letters (P8), in turn
 * in one database; nothing is remembered, as after a write. Ends with 1 where a bar is missed.
 *   --members 1000   of the smaller one; five letters each
 *   --rounds 21      how often each page
 *   --only wall      pages whose name has this in it
 *   --slow 1         plants a fault: pages of the larger one take so many times longer
 *   KITH_POSTGRES=1  also on a PostgreSQL of its own
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, defaultServerConditions } from 'vite';
import { startPostgres } from './server/postgres.mjs';
import { median } from './server/report.mjs';

const { values: options } = parseArgs({
  options: {
    members: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '21' },
    only: { type: 'string', multiple: true },
    slow: { type: 'string', default: '1' },
  },
});
const SIZES = [Number(options.members), Number(options.members) * 10];
const BAR = 1.3;
/** Milliseconds for a page. */
const MOST = 2000;
const eyes = [undefined, 'm15'];
const missed = [];

const { grown, pages, timeOf } = await built();
await bench('the embedded database', { folder: undefined });
if (process.env.KITH_POSTGRES) {
  const postgres = await startPostgres();
  try {
    await bench('PostgreSQL', { url: postgres.fresh() });
  } finally {
    await postgres.close();
  }
}
process.exitCode = missed.length ? 1 : 0;

async function bench(name, storage) {
  const begun = performance.now();
  const db = await grown(storage, SIZES);
  const founded = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`\n${name}: ${SIZES.join(' and ')} members, founded in ${founded} s; medians of ${options.rounds}\n`);
  report(['', 'whose', 'ms', 'ten times as large', 'ratio', '']);
  for (const page of pages.filter(isAsked)) for (const viewer of eyes) report(await compared(name, db, page, viewer));
  await db.destroy();
}

function isAsked({ name }) {
  return !options.only || options.only.some((part) => name.includes(part));
}

async function compared(where, db, page, viewer) {
  const times = SIZES.map(() => []);
  const begun = performance.now();
  // The first two are for the code to become warm; what takes long is asked less often.
  for (let round = -2; round < Number(options.rounds) && (round < 3 || performance.now() - begun < MOST); round++)
    for (const [i, size] of SIZES.entries()) {
      const time = (await timeOf(db, size, page, viewer)) * (i ? Number(options.slow) : 1);
      if (round >= 0) times[i].push(time);
    }
  const [small, large] = times.map(median);
  const ratio = large / small;
  const said = page.isWhole ? 'shown' : ratio <= BAR ? 'met' : 'MISSED';
  if (said === 'MISSED') missed.push(`${where} ${page.name}`);
  const whose = viewer === undefined ? 'everyone' : 'a member';
  return [page.name, whose, ...[small, large, ratio].map((each) => each.toFixed(2)), said];
}

function report([page, whose, ...figures]) {
  console.log(page.padEnd(32), whose.padEnd(9), ...figures.map((each) => each.padStart(19)));
}

/** From the sources, as they would be published. */
async function built() {
  const top = fileURLToPath(new URL('../../', import.meta.url));
  const outDir = `${top}node_modules/.cache/kith/bench-growth`;
  const conditions = ['kith-source', ...defaultServerConditions];
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    resolve: { conditions },
    ssr: { noExternal: [/^@kith\//], resolve: { conditions } },
    build: { ssr: true, outDir, emptyOutDir: true, rolldownOptions: { input: [`${top}test/bench/growth/reads.ts`] } },
  });
  return import(`${outDir}/reads.js`);
}
