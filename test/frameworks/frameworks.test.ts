import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { tmpdir } from 'node:os';
import type { CommunityDocument } from '@kith/core';
import { snippetFor, type Wanted } from '@kith/embed/snippet';
import { widgets, type Widget } from '@kith/embed/static';
import { commandIn, openPlace, serve as serveCommunities } from '@kith/server';
import { pino } from 'pino';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { buildSite, frameworks, typeErrors } from './build.js';

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
    const { page, wrong } = await open(await served(await buildSite(framework, { snippet: text })));
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
      const { page, wrong } = await open(
        await served(await buildSite(framework, { snippet: text }), { '/fuse.json': document }),
      );
      await page.locator('section').getByRole('listitem').filter({ hasText: letter }).waitFor();
      expect(wrong).toEqual([]);
    }
  });
});

it('Astro’s page can be read without scripts', async () => {
  const { text } = await snippetFor(wanted, 'astro', published);
  const { page } = await open(await served(await buildSite('astro', { snippet: text })), { javaScriptEnabled: false });
  expect(await page.locator('section').textContent()).toContain(letter);
});

/** A community with something for each of the five to show. */
const community: CommunityDocument = {
  kith: 1,
  community: { id: 'fuse', name: 'The fuse box' },
  purpose: { version: 1, statement: 'Everyone can fix something', counts: { withUs: 4 } },
  members: [
    { id: 'ada', name: 'Ada Obi', asks: ['grant writing'], roles: [{ role: 'connector', accepted: true }] },
    { id: 'bo', name: 'Bo Nilsson', offers: ['soldering'] },
  ],
  recognitions: [{ id: 'r1', occasion: 'thanks', from: 'bo', to: ['ada'], text: 'You held the torch.' }],
  ladders: [{ id: 'bench', name: 'The bench', rungs: [{ id: 'hold', name: 'Hold', can: 'hold the lamp' }] }],
};
const shown: Readonly<Record<Widget, [attributes: Record<string, string>, said: string]>> = {
  'purpose-banner': [{}, 'Everyone can fix something'],
  'role-badge': [{ member: 'ada' }, 'Connector'],
  'recognition-wall': [{}, 'You held the torch.'],
  'progression-ladder': [{ ladder: 'bench' }, 'hold the lamp'],
  'peer-intro': [{}, 'grant writing'],
};
const snippetsOf = async (framework: (typeof frameworks)[number], more: Partial<Wanted>) =>
  Object.fromEntries(
    await Promise.all(
      widgets.map(async (widget) => {
        const [attributes] = shown[widget];
        const { accent: _, ...plain } = wanted;
        const all = { ...plain, widget, attributes, people: { document: community }, ...more };
        return [widget, (await snippetFor(all, framework, published)).text] as const;
      }),
    ),
  );

describe.each([
  ['react', 'en'],
  ['vue', 'ar'],
  ['svelte', 'en'],
  ['solid', 'ar'],
] as const)('all five widgets in %s, %s', (framework, locale) => {
  it('stand beside each other, each with what it shows', async () => {
    const site = await buildSite(framework, await snippetsOf(framework, { locale }), 'five');
    const { page, wrong } = await open(await served(site));
    for (const widget of widgets) {
      const [, english] = shown[widget];
      const tag = page.locator(`kith-${widget}`);
      const said = locale === 'ar' && widget === 'role-badge' ? /\p{Script=Arabic}/u : english;
      await tag.getByText(said).filter({ visible: true }).first().waitFor();
      const base = tag.locator('[part~=base]');
      expect(await base.evaluate((it) => getComputedStyle(it).direction), widget).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    }
    expect(wrong).toEqual([]);
  });
});

/** A Kith server with the community, which this site may ask. */
async function kithServer(origin: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-frameworks-'));
  const place = { folder: join(folder, 'data') };
  await writeFile(join(folder, 'fuse.json'), JSON.stringify(community));
  const { db, close } = await openPlace(place);
  await commandIn(['add', 'fuse', '--document', join(folder, 'fuse.json'), '--origin', origin])(db);
  await close();
  const log = pino({ level: 'silent' });
  const running = await serveCommunities({ place, port: 0, hostname: '127.0.0.1', log, development: () => {} });
  onTestFinished(async () => {
    await running.close();
    await rm(folder, { recursive: true });
  });
  return `http://${running.address}/v1/fuse`;
}

it('what a visitor says in an app comes to the server, and to whoever reads there', async () => {
  // Its site is known to the server before it is built, as anybody's is.
  const folder = join(import.meta.dirname, 'dist/react/dist');
  const url = await served(folder);
  const server = await kithServer(new URL(url).origin);
  await buildSite('react', await snippetsOf('react', { part: { server } }), 'five');
  const { page, wrong } = await open(url);
  const banner = page.locator('kith-purpose-banner');
  await banner.getByText('4 counted in').waitFor();
  await banner.getByRole('button', { name: 'Count me in' }).click();
  const countedIn = async () =>
    ((await (await fetch(server)).json()) as CommunityDocument).purpose?.counts?.withUs ?? 0;
  await expect.poll(countedIn, { timeout: 15_000 }).toBe(5);
  const { page: other } = await open(url);
  await other.locator('kith-purpose-banner').getByText('5 counted in').waitFor();
  expect(wrong).toEqual([]);
});

it.each(['react', 'solid', 'vue'] as const)(
  'TypeScript knows the tags in %s, and what they do not take',
  (framework) => {
    // What has to be refused is marked there; one that is not refused is an error, too.
    expect(typeErrors(framework)).toBe('');
  },
);
