import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { snippetFor, type Wanted } from '@kith/embed/snippet';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { buildSite, frameworks } from './build.js';

const letter = `You read {it} aloud: "</script><!-- \${twice} {{and}} \`again\` 'once' @if & <b>".`;
const wanted: Wanted = {
  widget: 'recognition-wall',
  attributes: { layout: 'grid', 'page-size': '10' },
  people: {
    document: {
      kith: 1,
      community: { id: 'fuse', name: 'The fuse box' },
      members: [
        { id: 'ada', kind: 'person', name: 'Ada {Obi}' },
        { id: 'bo', kind: 'person', name: 'Bo Nilsson' },
      ],
      recognitions: [{ id: 'r1', occasion: 'thanks', from: 'bo', to: ['ada'], text: letter }],
    },
  },
  accent: '#b4005a',
  part: 'show',
  locale: 'en',
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunch());
});
afterAll(() => browser.close());

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** A built folder at an address of its own. */
async function served(folder: string, documents: Record<string, unknown> = {}): Promise<string> {
  const server: Server = createServer(({ url = '' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    const body = path in documents ? JSON.stringify(documents[path]) : readFile(join(folder, path));
    Promise.resolve(body).then(
      (found) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(found),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address?.port}/`;
}

async function open(url: string, options = {}) {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(url);
  return { page, wrong };
}

const published = { base: 'https://kith.example/0.1.0/', version: '0.1.0', files: {} };

describe.each(frameworks)('a snippet in %s', (framework) => {
  it('is built as it is and shows its letters; events are heard, and objects arrive as properties', async () => {
    const { text } = await snippetFor(wanted, framework, published);
    const { page, wrong } = await open(await served(await buildSite(framework, text)));
    const snippet = page.locator('section kith-recognition-wall');
    await snippet.getByRole('listitem').filter({ hasText: letter }).waitFor();
    await snippet.getByText('Bo Nilsson').filter({ visible: true }).first().waitFor();
    expect(await snippet.getByText('Ada {Obi}').count()).toBeGreaterThan(0);
    const look = await snippet.evaluate((wall) => [
      wall.getAttribute('lang'),
      getComputedStyle(wall).getPropertyValue('--kith-accent'),
      'layout' in wall && wall.layout,
    ]);
    expect(look).toEqual(['en', '#b4005a', 'grid']);
    const own = page.locator('#own kith-recognition-wall');
    await own.getByRole('listitem').filter({ hasText: 'last kettle' }).getByRole('button', { name: 'Cheer' }).click();
    await expect.poll(() => page.locator('output').textContent()).toBe('kettle');
    expect(wrong).toEqual([]);
  });

  it('of people at an address, or who write by mail, is built and shows its letters, too', async () => {
    const document = 'document' in wanted.people && wanted.people.document;
    for (const part of ['show', { mail: 'host@fuse.example' }] as const) {
      const { text } = await snippetFor(
        { ...wanted, people: { src: '/fuse.json', seen: document || undefined }, part } as Wanted,
        framework,
        published,
      );
      const { page, wrong } = await open(await served(await buildSite(framework, text), { '/fuse.json': document }));
      await page.locator('section').getByRole('listitem').filter({ hasText: letter }).waitFor();
      expect(wrong).toEqual([]);
    }
  });
});

it('Astro’s page can be read without scripts', async () => {
  const { text } = await snippetFor(wanted, 'astro', published);
  const { page } = await open(await served(await buildSite('astro', text)), { javaScriptEnabled: false });
  expect(await page.locator('section').textContent()).toContain(letter);
});
