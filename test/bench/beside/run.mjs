/**
 * `npm run beside`: each widget beside the same words composed from Shoelace and from Material Web, on one page, in
 * light and in dark, to be judged by eye. Installs the two on the first run, into this folder. Ends with 1 where the
 * three do not say the same.
 *   --serve   serves the page, on PORT or 4173 or the next free port, until it is stopped
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { chromiumLaunch } from '../../../.ci/browser.mjs';
import { serve } from '../../../.ci/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const top = fileURLToPath(new URL('../../../', import.meta.url));
const WIDTH = 1680;
const cache = join(top, 'node_modules/.cache/kith');
const folder = join(cache, 'beside');

if (!existsSync(join(here, 'node_modules/@material/web'))) {
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({
  configFile: false,
  root: here,
  mode: 'production',
  logLevel: 'error',
  publicDir: join(top, 'demo/public'),
  resolve: { conditions: ['kith-source', ...defaultClientConditions] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { outDir: join(folder, 'dist'), target: 'es2022', chunkSizeWarningLimit: 5000 },
});

const serving = process.argv.includes('--serve');
const site = await serve(folder, serving ? Number(process.env.PORT || 4173) : 0);
const browser = await chromium.launch(chromiumLaunch());
try {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme, viewport: { width: WIDTH, height: 1000 } });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(site.url);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => globalThis.document.fonts.ready);
    // What paints itself only near the viewport is near it now.
    const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);
    await page.setViewportSize({ width: WIDTH, height });
    await page.waitForLoadState('networkidle');
    const path = join(cache, `beside-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
    if (colorScheme === 'light') report(await page.evaluate(wordsOfCells));
    await page.close();
  }
} finally {
  await browser.close();
  if (serving) console.log(`The page is at ${site.url}`);
  else await site.stop();
}

/** In the page: what each cell says, and what of it somebody sees who looks. Drawings that stand for a name say nothing. */
function wordsOfCells() {
  const { document, Node } = globalThis;
  const drawings = 'md-icon, sl-avatar, style, .kit, [aria-hidden=true], [hidden]';
  const said = (node, unseen) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(`${drawings}${unseen}`)) return '';
    const slotted = node.assignedNodes?.() ?? [];
    const children = slotted.length ? slotted : (node.shadowRoot ?? node).childNodes;
    return [...children].map((child) => said(child, unseen)).join(' ');
  };
  return [...document.querySelectorAll('.cell')].map((cell) => ({
    ...cell.dataset,
    said: said(cell, ''),
    seen: said(cell, ', .unseen, details:not([open]) > :not(summary)'),
  }));
}

/** A comparison of kits that say different things would be none. What Kith draws and only says to a screen reader, the others may write. */
function report(cells) {
  const wordsOf = (text) =>
    new Set(
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}\p{N}']{3,}/gu),
    );
  for (const { widget, said, seen } of cells.filter(({ kit }) => kit === 'Kith')) {
    const wanted = wordsOf(seen);
    const allowed = wordsOf(said);
    for (const other of cells.filter((cell) => cell.widget === widget && cell.kit !== 'Kith')) {
      const theirs = wordsOf(other.seen);
      const differing = [...wanted].filter((word) => !theirs.has(word));
      differing.push(...[...theirs].filter((word) => !allowed.has(word)));
      if (differing.length) {
        process.exitCode = 1;
        console.error(`${widget}, ${other.kit}: the words differ in ${differing.join(', ')}`);
      }
    }
  }
}
