import { readdirSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtDemo, hosts, isThere, widgets } from './support.js';

const demo = builtDemo();

/** The addresses a page asks for, from its first on. */
function requests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

/** All a page can leave behind in a browser, by name. */
async function left(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ]);
  return [...cookies, ...stored];
}

/** What loads at idle for those who act is here, too. */
const isPrepared = (page: Page) =>
  page.locator(widgets).evaluateAll(async (all) => {
    const stores = all.map((each) => (each as HTMLElement & { store: { prepare(): Promise<void> } }).store);
    await Promise.all(stores.map((store) => store.prepare()));
  });

const kit = readdirSync('packages/embed/dist').map((file) => `/${file}`);

describe('before anybody acts', () => {
  it.each([...hosts, 'ar.html', 'index.html?eyes=yuki', 'choir.html?eyes=ada'])(
    'a page asks for its own files, the kit’s and its source, and nothing is left in the browser: %s',
    async (address) => {
      const page = await demo.newPage();
      const asked = requests(page);
      await page.goto(new URL(address, demo.url).href);
      await isThere(page);
      await isPrepared(page);
      await page.mouse.wheel(0, 3000);
      await page.waitForLoadState('networkidle');
      const paths = asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url));
      expect(paths.filter(({ origin }) => origin !== new URL(demo.url).origin).map(String)).toEqual([]);
      const known = [new URL(address, demo.url).pathname, ...kit];
      // The demo's walls allow the pictures of its letters.
      const isOwn = ({ pathname }: URL) => known.includes(pathname) || /^\/(assets|pictures)\//.test(pathname);
      const others = paths.filter((path) => !isOwn(path)).map(({ pathname }) => pathname);
      const isVisitors = !address.includes('eyes');
      // For a member the demo reads it once more, with introductions that no visitor fetches.
      expect(others).toEqual(Array(isVisitors ? 1 : 2).fill('/community.json'));
      expect(asked.some((url) => /eyes|introductions/.test(url))).toBe(!isVisitors);
      expect(asked.some((url) => /kith-saying/.test(url))).toBe(true);
      expect(await left(page)).toEqual([]);
    },
  );

  it('what is begun and left is not kept: a letter, a line, a search for somebody', async () => {
    const page = await demo.newPage();
    await page.goto(new URL('index.html?eyes=yuki', demo.url).href);
    await isThere(page);
    const wall = page.locator('kith-recognition-wall');
    await wall.getByRole('button', { name: 'Write to them' }).click();
    await wall.getByRole('combobox', { name: 'Who?' }).fill('Ada');
    await wall.getByRole('option').first().click();
    await wall.getByLabel('What did they do?').fill('You held the torch.');
    await page.keyboard.press('Escape');
    await wall.getByRole('button', { name: 'Write to them' }).waitFor();
    expect(await left(page)).toEqual([]);
  });
});

describe('what is for a page’s author alone', () => {
  it('is asked for on their own machine, and by no visitor', async () => {
    const isAdvice = (url: string) => /author-hints/.test(url);
    for (const site of [demo.url, 'https://tools.example/']) {
      const page = await demo.newPage();
      await page.route('https://tools.example/**', async (route: Route) => {
        const { pathname } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: new URL(pathname, demo.url).href }) });
      });
      const asked = requests(page);
      await page.goto(new URL('index.html', site).href);
      await isThere(page);
      await isPrepared(page);
      await page.waitForLoadState('networkidle');
      expect(asked.some((url) => url.startsWith(site))).toBe(true);
      expect(asked.some(isAdvice)).toBe(site === demo.url);
    }
  });
});

describe('a page on hold', () => {
  const html = (hold: string) => `<!doctype html><html lang="en"><title>Hold</title><link rel="icon" href="data:," />
    <kith-community ${hold} src="/community.json" provider="browser"></kith-community>
    ${widgets
      .split(', ')
      .map((tag) => `<${tag} hold src="/community.json" provider="browser"></${tag}><${tag}></${tag}>`)
      .join('')}
    <script type="module" src="/kith.js"></script>`;

  it('is asked for nothing by its tags and leaves nothing, until it is released; then for its source', async () => {
    const page = await demo.newPage();
    await page.route('**/hold.html', (route: Route) => route.fulfill({ contentType: 'text/html', body: html('hold') }));
    const asked = requests(page);
    await page.goto(new URL('hold.html#letter-r1', demo.url).href, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => customElements.get('kith-recognition-wall'));
    // Nor by an address that leads to a letter. Later than what loads at idle.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
    await page.waitForLoadState('networkidle');
    const paths = () => asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).pathname);
    expect(paths()).toEqual(['/hold.html', '/kith.js']);
    expect(await left(page)).toEqual([]);
    await page.locator('kith-community').evaluate((tag) => (tag as HTMLElement & { release(): void }).release());
    await page.locator('kith-recognition-wall:not([hold])').getByRole('listitem').first().waitFor();
    expect(paths().filter((path) => path === '/community.json')).toHaveLength(1);
    expect(await left(page)).toEqual([]);
  });
});
