import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { builtDemo } from './support.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const demo = builtDemo();
const said: string[] = [];

afterEach(() => {
  expect(said.splice(0)).toEqual([]);
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await demo.newPage(options);
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  return page;
}

async function open(address: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await newPage(options);
  await page.goto(new URL(address, demo.url).href);
  if (options?.javaScriptEnabled !== false) await letters(page).first().waitFor();
  return page;
}

const letters = (page: Page) => page.locator('kith-recognition-wall').getByRole('listitem');

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
  passes: { id: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  const { violations, passes } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
    }),
  );
  expect(passes.map(({ id }) => id)).toContain('target-size');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('the demo', () => {
  it('shows the community of its document, in the page’s own type', async () => {
    const page = await open('index.html');
    const statement = page.getByRole('heading', { level: 1, name: 'Everyone can fix something' });
    expect(await statement.evaluate((it) => getComputedStyle(it).fontFamily)).toContain('Bricolage Grotesque');
    await expect.poll(() => page.getByText('Shared by 87 of us.').isVisible()).toBe(true);
    expect(await letters(page).count()).toBe(20);
    expect(await page.getByText('Ruth and Tomás,').isVisible()).toBe(true);
  });

  it('brings older letters until the first one ever written, each once, and takes the reader along', async () => {
    const page = await open('index.html');
    const older = page.getByRole('button', { name: 'Older letters' });
    await older.click();
    await expect.poll(() => letters(page).count()).toBe(40);
    await expect
      .poll(() =>
        letters(page)
          .nth(20)
          .evaluate((it) => it.matches(':focus')),
      )
      .toBe(true);
    await older.click();
    await expect.poll(() => page.getByText("That's the first one ever written here.").isVisible()).toBe(true);
    const { recognitions } = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as {
      recognitions: object[];
    };
    expect(await letters(page).count()).toBe(recognitions.length);
    const ids = await letters(page).evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is read without JavaScript', async () => {
    const page = await open('index.html', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: 'Everyone can fix something' }).isVisible()).toBe(true);
    expect(await page.getByText('You drew bench 2 to the centimetre.').isVisible()).toBe(true);
  });

  it('speaks Arabic, from right to left', async () => {
    const page = await open('ar.html');
    expect(await page.getByRole('button', { name: 'رسائل أقدم' }).isVisible()).toBe(true);
    const base = page.locator('kith-recognition-wall [part=base]');
    expect(await base.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
  });

  it('asks nobody but its own site, sets no cookie and stores nothing', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(new URL('index.html', demo.url).href, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => !url.startsWith(demo.url) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => url.endsWith('community.json'))).toHaveLength(1);
    expect(await page.context().cookies()).toEqual([]);
    const kept = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()),
      ...(await caches.keys()),
    ]);
    expect(kept).toEqual([]);
  });

  it.each(
    ['index.html', 'ar.html'].flatMap((address) =>
      ([320, 768, 1280] as const).flatMap((width) =>
        (['light', 'dark'] as const).map((scheme) => [address, width, scheme] as const),
      ),
    ),
  )('%s fits %i px, in %s, and axe finds nothing', async (address, width, colorScheme) => {
    const page = await open(address, { viewport: { width, height: 900 }, colorScheme });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('is printed whole, without buttons', async () => {
    const page = await open('index.html', { viewport: { width: 320, height: 900 } });
    const readOn = page.getByRole('button', { name: 'Read on' });
    expect(await readOn.count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await readOn.count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Older letters' }).count()).toBe(0);
    const cut = await letters(page)
      .locator('[part=text]')
      .evaluateAll((all) => all.filter((it) => it.scrollHeight > it.clientHeight + 2).length);
    expect(cut).toBe(0);
  });

  it('is drawn in forced colors', async () => {
    const page = await open('index.html', { forcedColors: 'active' });
    expect(await violations(page)).toEqual([]);
    const stone = page.locator('kith-purpose-banner .pebble').first();
    expect(await stone.evaluate((it) => getComputedStyle(it).borderStyle)).toBe('solid');
  });
});

describe('the README', () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```html\n([^]*?)```/g)].map(([, code = '']) => code);
  const contributors = { contributors: [{ login: 'ada', name: 'Ada Obi', contributions: ['doc'] }] };

  async function openBlock(part: string): Promise<Page> {
    const code = blocks.find((block) => block.includes(part)) ?? '';
    const script = code.includes('/kith.js') ? '' : '<script type="module" src="/kith.js"></script>';
    const page = await newPage();
    const html = `<!doctype html><html lang="en"><title>README</title>${code}${script}`;
    await page.route('**/readme.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/.all-contributorsrc', (route) => route.fulfill({ json: contributors }));
    await page.goto(new URL('readme.html', demo.url).href);
    return page;
  }

  it('has one tag that shows a file’s people', async () => {
    const page = await openBlock('/.all-contributorsrc');
    await letters(page).first().waitFor();
    expect(await letters(page).allInnerTexts()).toEqual([expect.stringContaining('Ada Obi — documentation')]);
  });

  it('has two tags that share one community', async () => {
    const page = await openBlock('/community.json');
    await letters(page).first().waitFor();
    await expect.poll(() => page.getByText('Shared by 87 of us.').isVisible()).toBe(true);
  });

  it('has a document written in place', async () => {
    const page = await openBlock('application/json');
    await expect.poll(() => page.getByRole('heading', { name: 'Everyone can fix something' }).isVisible()).toBe(true);
  });
});
