// The bars P2, P3 and P4 of a wall: `node test/bench/run.mjs`, or `npm run bench`. Times are noise; ratios in one run count.
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit, getuid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const { values: options } = parseArgs({
  args: argv.slice(2),
  options: {
    rounds: { type: 'string', default: '9' },
    many: { type: 'boolean' },
    cpu: { type: 'string', default: '1' },
  },
});
const ROUNDS = Number(options.rounds);
const SOME = 1_000;
const MANY = 10_000;

/** One way to put a wall on a page: the page, and what is asked of it. */
const ways = {
  kith: `kith.html?count=${SOME}`,
  hand: `hand.html?count=${SOME}`,
  contained: `hand.html?count=${SOME}&contain=1`,
  checked: `kith.html?count=${SOME}&from=json`,
  kithMany: `kith.html?count=${MANY}`,
  ...(options.many && { handMany: `hand.html?count=${MANY}` }),
};

const names = {
  kith: `Kith, ${SOME}`,
  hand: `by hand, ${SOME}`,
  contained: `by hand, content-visibility, ${SOME}`,
  checked: `Kith, ${SOME}, document unchecked`,
  kithMany: `Kith, ${MANY}`,
  handMany: `by hand, ${MANY}`,
};

const { base, close } = await serve();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let missed = 1;
try {
  await compare();
  const times = await measure();
  missed = report(times);
} finally {
  await browser.close();
  await close();
}
exit(missed ? 1 : 0);

/** Builds the pages as a site would, and serves them. */
async function serve() {
  const root = fileURLToPath(new URL('wall/', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'kith-bench-'));
  await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    resolve: { conditions: ['kith-source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      minify: true,
      rolldownOptions: { input: ['kith.html', 'hand.html'].map((name) => join(root, name)) },
    },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'silent',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  return {
    base: `http://127.0.0.1:${server.httpServer.address().port}/`,
    async close() {
      server.httpServer.closeAllConnections();
      await new Promise((resolve) => server.httpServer.close(resolve));
      await rm(outDir, { recursive: true });
    },
  };
}

function findChromium() {
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = env.CHROME_PATH ?? usual.find(existsSync);
  if (!found) throw new Error('No Chromium found: set CHROME_PATH.');
  return found;
}

/** A fresh page, its code run and its data in memory, and nothing of the wall in it yet. */
async function open(way) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const session = await context.newCDPSession(page);
  await page.goto(base + ways[way]);
  await page.waitForFunction(() => 'bench' in globalThis);
  await session.send('HeapProfiler.collectGarbage');
  if (options.cpu !== '1') await session.send('Emulation.setCPUThrottlingRate', { rate: Number(options.cpu) });
  await page.waitForTimeout(50);
  return { page, close: () => context.close() };
}

/** A comparison of walls that say different things would be none. */
async function compare() {
  const walls = [];
  for (const way of ['kith', 'hand']) {
    const { page, close } = await open(way);
    await page.evaluate(() => globalThis.bench.mount());
    const { said, size } = await page.evaluate(() => ({
      said: globalThis.bench.said(),
      size: globalThis.bench.size(),
    }));
    walls.push({ said: said.map((text) => text.replace(/\s+/g, '')), size });
    await close();
  }
  const [kith, hand] = walls;
  const other = kith.said.findIndex((text, i) => text !== hand.said[i]);
  if (other >= 0 || kith.size !== hand.size) {
    throw new Error(
      `The two walls differ (${kith.size} and ${hand.size} elements); in letter ${other + 1}:\n${kith.said[other]}\n${hand.said[other]}`,
    );
  }
}

/** Every way once a round, in turn, so that what slows the machine slows all of them. */
async function measure() {
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, { first: [], all: [], cheer: [] }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of Object.keys(ways)) {
      const { page, close } = await open(way);
      const { first, all } = await page.evaluate(() => globalThis.bench.mount());
      times[way].first.push(first);
      times[way].all.push(all);
      if (way !== 'checked') {
        await page.waitForTimeout(200);
        // The first one warms up what only a change runs.
        await page.evaluate(() => globalThis.bench.cheer());
        times[way].cheer.push(await page.evaluate(() => globalThis.bench.cheer()));
      }
      await close();
    }
  }
  return times;
}

function report(times) {
  const at = (way, what) => median(times[way]?.[what] ?? []);
  console.log(
    `Chromium ${browser.version()}, ${ROUNDS} rounds in turn, 1280 × 800${options.cpu === '1' ? '' : `, CPU slowed ${options.cpu} times`}; ms: median (least to most)\n`,
  );
  table(
    ['', 'first frame', 'all letters', 'a cheer, to paint'],
    Object.keys(ways).map((way) => [names[way], ...['first', 'all', 'cheer'].map((what) => spread(times[way][what]))]),
  );
  const bars = [
    ['P2 first frame, to that by hand', at('kith', 'first') / at('hand', 'first'), 0.15],
    ['P2 first frame, to that by hand with content-visibility', at('kith', 'first') / at('contained', 'first'), 0.6],
    ['P2 all letters, to those by hand', at('kith', 'all') / at('hand', 'all'), 1.3],
    [`P3 first frame of ${MANY}, to that of ${SOME}`, at('kithMany', 'first') / at('kith', 'first'), 1.5],
    [
      `P4 a cheer among ${SOME}, to that by hand (its one letter made anew)`,
      at('kith', 'cheer') / at('hand', 'cheer'),
      0.5,
    ],
    ...(options.many
      ? [[`P4 a cheer among ${MANY}, to that by hand`, at('kithMany', 'cheer') / at('handMany', 'cheer'), 0.15]]
      : []),
  ];
  console.log();
  table(
    ['', 'ratio', 'bar', ''],
    bars.map(([what, ratio, bar]) => [what, ratio.toFixed(2), String(bar), ratio <= bar ? 'met' : 'MISSED']),
  );
  return bars.filter(([, ratio, bar]) => !(ratio <= bar)).length;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function spread(list) {
  return list.length
    ? `${median(list).toFixed(1)} (${Math.min(...list).toFixed(1)} to ${Math.max(...list).toFixed(1)})`
    : '';
}

function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
}
