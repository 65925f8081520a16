/**
 * `npm run bench`: the wall's bars P2 and P4, side by side with the same wall by hand, in one run and in turn. Times are
 * noise, their ratios are not; ends with 1 where a bar is missed.
 *   --rounds 9   how often each
 *   --many       also 10,000 letters: P3, and P4 there
 *   --cpu 4      with the CPU slowed so many times
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    many: { type: 'boolean' },
    cpu: { type: 'string', default: '1' },
  },
});
const ROUNDS = Number(options.rounds);
const SOME = 1_000;
const MANY = 10_000;

/** Each way to put a wall on a page: its name, and its page. */
const ways = {
  kith: [`Kith, ${SOME}`, `kith.html?count=${SOME}`],
  hand: [`by hand, ${SOME}`, `hand.html?count=${SOME}`],
  contained: [`by hand with content-visibility, ${SOME}`, `hand.html?count=${SOME}&contain=1`],
  checked: [`Kith, ${SOME}, from a document to be checked`, `kith.html?count=${SOME}&from=json`],
  ...(options.many && {
    kithMany: [`Kith, ${MANY}`, `kith.html?count=${MANY}`],
    handMany: [`by hand, ${MANY}`, `hand.html?count=${MANY}`],
  }),
};

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
try {
  await buildPages();
  const site = await serve(folder);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const open = (way) => openPage(browser, new URL(ways[way][1], site.url).href);
    await compare(open);
    const missed = report(await measure(open), browser.version());
    process.exitCode = missed + reportTabs(await measureTabs(browser, site.url)) ? 1 : 0;
  } finally {
    await browser.close();
    await site.stop();
  }
} finally {
  await rm(folder, { recursive: true });
}

/** As a site would: from the sources, for production, minified. */
async function buildPages() {
  const root = fileURLToPath(new URL('wall/', import.meta.url));
  await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    resolve: { conditions: ['kith-source', ...defaultClientConditions] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'dist'),
      rolldownOptions: { input: ['kith.html', 'hand.html', 'tab.html'].map((name) => join(root, name)) },
    },
  });
}

/** A fresh page, its code run and its letters in memory, and nothing of the wall in it yet. */
async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const session = await context.newCDPSession(page);
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  await session.send('HeapProfiler.collectGarbage');
  if (options.cpu !== '1') await session.send('Emulation.setCPUThrottlingRate', { rate: Number(options.cpu) });
  await page.waitForTimeout(50);
  return { page, close: () => context.close() };
}

/** A comparison of walls that say different things would be none. */
async function compare(open) {
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
async function measure(open) {
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

function report(times, version) {
  const at = (way, what) => median(times[way]?.[what] ?? []);
  console.log(
    `Chromium ${version}, ${ROUNDS} rounds in turn, 1280 × 800${options.cpu === '1' ? '' : `, CPU slowed ${options.cpu} times`}; ms: median (least to most)\n`,
  );
  table(
    ['', 'first frame', 'all letters', 'a cheer, to paint'],
    Object.keys(ways).map((way) => [
      ways[way][0],
      ...['first', 'all', 'cheer'].map((what) => spread(times[way][what])),
    ]),
  );
  const bars = [
    ['P2 first frame, to that by hand', at('kith', 'first') / at('hand', 'first'), 0.15],
    ['P2 first frame, to that by hand with content-visibility', at('kith', 'first') / at('contained', 'first'), 0.6],
    ['P2 all letters, to those by hand', at('kith', 'all') / at('hand', 'all'), 1.3],
    [
      `P4 a cheer among ${SOME}, to that by hand (its one letter made anew)`,
      at('kith', 'cheer') / at('hand', 'cheer'),
      0.5,
    ],
    ...(options.many
      ? [
          [`P3 first frame of ${MANY}, to that of ${SOME}`, at('kithMany', 'first') / at('kith', 'first'), 1.5],
          [`P4 a cheer among ${MANY}, to that by hand`, at('kithMany', 'cheer') / at('handMany', 'cheer'), 0.15],
        ]
      : []),
  ];
  console.log();
  table(
    ['', 'ratio', 'bar', ''],
    bars.map(([what, ratio, bar]) => [what, ratio.toFixed(2), String(bar), ratio <= bar ? 'met' : 'MISSED']),
  );
  return bars.filter(([, ratio, bar]) => !(ratio <= bar)).length;
}

/** From a press in one tab until the other, of somebody else, reads so: on the disk between them. */
async function measureTabs(browser, url) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const [one, other] = await Promise.all(
      ['m50', 'm51'].map(async (viewer) => {
        const page = await context.newPage();
        await page.goto(new URL(`tab.html?viewer=${viewer}`, url).href);
        await page.waitForFunction(() => 'bench' in globalThis);
        await page.evaluate(() => globalThis.bench.isReady());
        return page;
      }),
    );
    const changed = other.evaluate(() => globalThis.bench.change());
    const pressed = await one.evaluate(() => globalThis.bench.cheer());
    times.push((await changed) - pressed);
    await context.close();
  }
  return times;
}

function reportTabs(times) {
  const isMet = Math.max(...times) <= 1000;
  console.log();
  table(
    ['', 'ms', 'bar', ''],
    [['a cheer in one tab, to the other', spread(times), 'within 1,000', isMet ? 'met' : 'MISSED']],
  );
  return isMet ? 0 : 1;
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
