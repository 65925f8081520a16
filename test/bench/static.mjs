/**
 * `npm run bench`: bar P9, a wall of 1,000 letters as static HTML beside the same HTML put together by hand, in one run and
 * in turn. Ends with 1 where it is missed, or where the two are not the same to the last sign.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const ROUNDS = 101;
const WARMING = 20;
const COUNT = 1_000;
const BAR = 3;

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
try {
  const outDir = join(folder, 'dist');
  const conditions = ['kith-source', ...defaultServerConditions];
  await build({
    configFile: false,
    logLevel: 'error',
    // Bundled, so that what is measured has nothing of what loads it.
    ssr: { noExternal: true, resolve: { conditions } },
    build: { ssr: fileURLToPath(new URL('static/walls.ts', import.meta.url)), outDir, minify: true },
  });
  const { kithWall, handWall } = await import(pathToFileURL(join(outDir, 'walls.js')).href);
  const ways = { kith: kithWall(COUNT), hand: handWall(COUNT) };
  const text = await ways.kith();
  if (text !== (await ways.hand())) throw new Error('By hand the HTML is another.');
  const rounds = [];
  for (let round = -WARMING; round < ROUNDS; round++) {
    const took = {};
    const names = Object.keys(ways);
    for (const name of round % 2 ? names : names.toReversed()) took[name] = await time(ways[name]);
    if (round >= 0) rounds.push(took);
  }
  const [kith, hand] = ['kith', 'hand'].map((name) => median(rounds.map((took) => took[name])));
  // Within a round the machine is as busy for the one as for the other.
  const ratio = median(rounds.map((took) => took.kith / took.hand));
  const isMet = ratio <= BAR;
  console.log(`\nP9: ${COUNT} letters as static HTML, ${text.length} characters, medians of ${ROUNDS} rounds in turn`);
  console.log(`  Kith ${kith.toFixed(1)} ms, by hand ${hand.toFixed(1)} ms`);
  console.log(`  ${isMet ? 'met' : 'MISSED'}: ${ratio.toFixed(2)} times as long, at most ${BAR}`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

/** In milliseconds, until the text is one: pieces that are added up are put together when they are first read. */
async function time(draw) {
  const begun = performance.now();
  const text = await draw();
  text.charCodeAt(text.length - 1);
  return performance.now() - begun;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
