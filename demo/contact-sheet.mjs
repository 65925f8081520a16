/**
 * `npm run contact-sheet`: every widget in every host of the demo, light and dark, 1180 and 320 px wide, as one image;
 * and the glyphs at 16 px, beside themselves eight times as large. From the sources: nothing has to be built first.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { chromiumLaunch } from '../.ci/browser.mjs';
import { serve } from '../.ci/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/kith/contact-sheet/', import.meta.url));
const hosts = ['workshop', 'choir', 'docs'].filter((host) => existsSync(join(here, `hosts/${host}.css`)));
const WIDTHS = [1180, 320];
const SCHEMES = ['light', 'dark'];

/** What stands on a host's page, each under the heading a site would give it. */
const widgets = {
  'purpose banner': `<kith-purpose-banner heading-level="1"><h1>Everyone can fix something</h1></kith-purpose-banner>`,
  'role badge': `<h2>What people see in Ada</h2>
    <kith-role-badge member="ada"></kith-role-badge>
    <p></p>
    <kith-role-badge member="ada" name="connector" layout="card"></kith-role-badge>`,
  'recognition wall': `<h2>What we write to each other</h2>
    <kith-recognition-wall layout="grid" pictures="allow"></kith-recognition-wall>`,
  'progression ladder': `<h2>Where you are</h2><kith-progression-ladder></kith-progression-ladder>`,
  'peer intro': `<h2>Somebody to meet</h2><kith-peer-intro></kith-peer-intro>`,
};

/** One letter of each kind, so that a cell holds them all; the newest first, as everywhere. */
const LETTERS = ['yukis-first', 'bench-two', 'river-door-ramp', 'pencil-marks', 'drill-shelf', 'the-last-kettle'];

function documentOfTheSheet() {
  const document = JSON.parse(readFileSync(join(here, 'public/community.json'), 'utf8'));
  return { ...document, recognitions: document.recognitions.filter(({ id }) => LETTERS.includes(id)) };
}

const page = (head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Contact sheet</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>${body}</body>
</html>`;

const inHost = (host) =>
  page(
    `<link rel="stylesheet" href="${packages}embed/src/kith.css" />
    <link rel="stylesheet" href="./hosts/${host}.css" />
    <style>main > section { margin: 0; padding-block: 40px; } section > h2 { margin-block-end: 24px; }</style>
    <script type="module">import '${packages}embed/src/kith.ts';</script>`,
    `<kith-community src="/sheet.json" viewer="yuki"></kith-community>
    <div class="page">
      <nav class="contents"><a class="name" href="#">${host}</a></nav>
      <main>
        ${Object.values(widgets)
          .map((widget) => `<section>${widget}</section>`)
          .join('\n')}
      </main>
    </div>`,
  );

const glyphs = page(
  `<style>
    body { background: light-dark(#fff, #141414); color: light-dark(#141414, #f1efec); color-scheme: light dark; }
    body { display: inline-flex; gap: 8px; margin: 0; padding: 8px; }
    body .glyph { block-size: 16px; inline-size: 16px; }
  </style>
  <script type="module">
    import { render } from 'lit';
    import { glyph } from '${packages}elements/src/glyphs.ts';
    import { glyphStyles } from '${packages}elements/src/styles/glyphs.styles.ts';
    document.adoptedStyleSheets = [glyphStyles.styleSheet];
    const roles = ['sharer', 'connector', 'curator', 'innovator', 'builder', 'storyteller', 'Keyholder'];
    render(roles.map((role) => glyph(role, role)), document.body);
  </script>`,
  '',
);

/** The pages are in no file: what is built is what this script says. */
const pages = { ...Object.fromEntries(hosts.map((host) => [`${host}.html`, inHost(host)])), 'glyphs.html': glyphs };
const pagesOfTheSheet = {
  name: 'pages-of-the-sheet',
  resolveId: (id) => (id.startsWith('sheet:') ? join(here, id.slice('sheet:'.length)) : null),
  load: (id) => (id.startsWith(here) ? pages[id.slice(here.length)] : null),
};

rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
await build({
  configFile: false,
  root: here,
  mode: 'production',
  logLevel: 'error',
  plugins: [pagesOfTheSheet],
  resolve: { conditions: ['kith-source', ...defaultClientConditions] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(cache, 'dist'),
    target: 'es2022',
    rolldownOptions: { input: Object.keys(pages).map((name) => `sheet:${name}`) },
  },
});
writeFileSync(join(cache, 'dist/sheet.json'), JSON.stringify(documentOfTheSheet()));

const site = await serve(cache);
const browser = await chromium.launch(chromiumLaunch());
try {
  console.log(await compose('contact-sheet.png', await contactSheet()));
  console.log(await compose('glyphs.png', await glyphSheet()));
} finally {
  await browser.close();
  await site.stop();
}

async function open(name, options) {
  const page = await browser.newPage(options);
  await page.clock.setFixedTime('2026-11-21T12:00:00Z');
  await page.goto(site.url + name);
  await page.evaluate(() => globalThis.document.fonts.ready);
  return page;
}

/** A picture of each widget: shots[`${host} ${scheme} ${width}`][n]. */
async function photograph() {
  const shots = {};
  for (const host of hosts)
    for (const scheme of SCHEMES) {
      const page = await open(`${host}.html`, { colorScheme: scheme, viewport: { width: WIDTHS[0], height: 900 } });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForFunction(() =>
          [...globalThis.document.querySelectorAll('main > section > *')].every(({ status }) => status !== 'loading'),
        );
        // Pictures load when they come near; so everything is near.
        const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height });
        await page.waitForLoadState('networkidle');
        const places = await page
          .locator('main > section')
          .evaluateAll((all) => all.map((section) => section.getBoundingClientRect().toJSON()));
        shots[`${host} ${scheme} ${width}`] = [];
        for (const { top, height } of places) {
          const clip = { x: 0, y: Math.round(top), width, height: Math.round(height) };
          shots[`${host} ${scheme} ${width}`].push(await picture(page, { clip, fullPage: true }));
        }
      }
      await page.close();
    }
  return shots;
}

async function picture(page, options) {
  return `data:image/png;base64,${(await page.screenshot(options)).toString('base64')}`;
}

/** A row for each widget and scheme, a column for each host and width: the same thing always stands in one line. */
async function contactSheet() {
  const shots = await photograph();
  const columns = hosts.flatMap((host) => WIDTHS.map((width) => [host, width]));
  const rows = Object.keys(widgets).flatMap((widget, n) => SCHEMES.map((scheme) => [widget, scheme, n]));
  return `<style>
      body { background: #c9c9c9; display: inline-grid; font: 13px/1 sans-serif; gap: 8px 24px; margin: 0; padding: 24px;
        grid-template-columns: repeat(${hosts.length}, ${WIDTHS.map((width) => `${width}px`).join(' ')}); }
      figure { margin: 0 0 16px; }
      figcaption { padding-block-end: 6px; }
      img { display: block; }
    </style>
    ${rows
      .flatMap(([widget, scheme, n]) =>
        columns.map(
          ([host, width]) =>
            `<figure><figcaption>${widget}, ${host}, ${scheme}, ${width}</figcaption><img src="${shots[`${host} ${scheme} ${width}`][n]}" /></figure>`,
        ),
      )
      .join('\n')}`;
}

async function glyphSheet() {
  const rows = [];
  for (const scheme of SCHEMES) {
    const page = await open('glyphs.html', { colorScheme: scheme, viewport: { width: 400, height: 100 } });
    await page.locator('.glyph').last().waitFor();
    rows.push(await picture(page, { clip: await page.locator('body').boundingBox() }));
    await page.close();
  }
  return `<style>
      body { background: #c9c9c9; display: inline-grid; font: 13px/1 sans-serif; gap: 16px 24px; margin: 0; padding: 24px; }
      body { align-items: center; grid-template-columns: auto auto; }
      img { display: block; }
      .near { image-rendering: pixelated; zoom: 8; }
    </style>
    <span>16 px</span><span>the same, eight times</span>
    ${rows.map((row) => `<img src="${row}" /><img class="near" src="${row}" />`).join('\n')}`;
}

/** The one image, of a page that holds them all. Gives its path. */
async function compose(name, html) {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.waitForFunction(() => [...globalThis.document.images].every((image) => image.complete));
  const { width, height } = await page.locator('body').boundingBox();
  await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  const path = join(cache, '..', name);
  await page.screenshot({ path });
  await page.close();
  return path;
}
