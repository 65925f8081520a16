import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { command } from '@kith/embed/render';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { hostileCommunity } from '../embed/hostile.js';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const demo = readFileSync('demo/public/community.json', 'utf8');
const built = 'packages/embed/dist';

let folder: string;
let browser: Browser;
let site: Server;
let base: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  browser = await chromium.launch(chromiumLaunch());
  site = createServer(({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    const file = path.startsWith('/kith/') ? join(built, path.slice('/kith/'.length)) : join(folder, path);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': types[extname(file)] ?? '' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => site.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function render(name: string, document: string, ...more: string[]): Promise<void> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const args = ['render', '-', '--widget', 'all', '--member', 'yuki', '--out', join(folder, name), ...more];
  const clock = () => new Date('2026-11-22T12:00:00Z');
  const code = await command({ args, print: say, complain: say, stdin: () => Promise.resolve(document), clock });
  expect(code, said.join('\n')).toBe(0);
}

/** A page, and all that it complains of or asks of others. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && wrong.push(line.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => !request.url().startsWith(base) && wrong.push(request.url()));
  await page.goto(`${base}/${path}`, { waitUntil: 'networkidle' });
  return { page, wrong };
}

describe('a rendered page', () => {
  it('is read without scripts, in a narrow window, and asks nobody', async () => {
    await render('still', demo);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, wrong } = await open('still/index.html', {
        javaScriptEnabled: false,
        viewport: { width: 320, height: 600 },
        colorScheme,
      });
      await expect.poll(() => page.getByRole('heading', { name: 'Everyone can fix something' }).count()).toBe(1);
      await expect.poll(() => page.getByText('You drew bench 2 to the centimetre.').isVisible()).toBe(true);
      expect(wrong).toEqual([]);
    }
    const { page } = await open('still/index.html', { viewport: { width: 320, height: 600 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is upgraded under its own policy by the code it names', async () => {
    expect(existsSync(`${built}/kith.js`), 'npm run build makes it').toBe(true);
    await render('live', demo, '--code', '/kith/');
    const { page, wrong } = await open('live/index.html');
    await page.getByRole('listitem').filter({ hasText: 'You drew bench 2' }).waitFor();
    const ready = () =>
      page.locator('kith-recognition-wall').evaluate((wall) => (wall as HTMLElement & { status: string }).status);
    await expect.poll(ready).toBe('ready');
    expect(wrong).toEqual([]);
  });

  it('runs nothing that hostile words say', async () => {
    await render(
      'hostile',
      JSON.stringify(hostileCommunity('"><img src=x onerror=alert(1)></script><script>alert(1)</script>')),
    );
    const { page, wrong } = await open('hostile/index.html', { viewport: { width: 320, height: 600 } });
    expect(wrong).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('a picture, with the type of this machine', () => {
  const sources: [name: string, document: string, more: string[]][] = [
    ['English', demo, []],
    ['Arabic', demo, ['--locale', 'ar']],
    [
      'wide letters',
      JSON.stringify(hostileCommunity('WMWMWMW@@@ MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM')),
      ['--member', 'ada'],
    ],
    [
      'Japanese',
      JSON.stringify(hostileCommunity('日本語のとても長い文を、ここに書いておきます。'.repeat(6))),
      ['--member', 'ada'],
    ],
    ['emoji', JSON.stringify(hostileCommunity('👩‍👩‍👧‍👦🧵'.repeat(40))), ['--member', 'ada']],
  ];

  it.each(sources)('keeps every line within itself: %s', async (name, source, more) => {
    const out = name.replace(' ', '-');
    await render(out, source, ...more);
    for (const widget of ['recognition-wall', 'purpose-banner', 'progression-ladder']) {
      const { page, wrong } = await open(`${out}/${widget}.svg`);
      const outside = await page.evaluate(() => {
        const whole = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text')]
          .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
          .filter(
            ({ box }) =>
              box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom,
          )
          .map(({ said, box }) => `${said} ${box.left} to ${box.right} of ${whole.right}`);
      });
      expect(outside, widget).toEqual([]);
      expect(wrong).toEqual([]);
    }
  });

  it('says its name and its words to who does not see it', async () => {
    await render('heard', demo);
    const { page } = await open('heard/index.html');
    await page.setContent(readFileSync(join(folder, 'heard/purpose-banner.svg'), 'utf8'));
    const picture = page.getByRole('img', { name: /^What Riverside Tool Library stands for/ });
    expect(await picture.count()).toBe(1);
  });
});
