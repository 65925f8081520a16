import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommunityDocument } from '@kith/core';
import { snippetFor, type Wanted } from '@kith/embed/snippet';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { policies } from './policies.js';
import { demo, renderedSite } from './rendered-site.js';

const site = renderedSite();

describe('a widget’s page in a frame, on another site', () => {
  /** Sends what is asked for as a static host does: a type, and no other header but what is said. */
  let around: { origin: string; html: string; headers: Record<string, string> };
  beforeAll(async () => {
    around = { origin: '', html: '', headers: {} };
    const host = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...around.headers }).end(around.html),
    );
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    around.origin = `http://localhost:${(host.address() as AddressInfo).port}`;
    await site.render('framed', demo, '--url', `${site.base}/framed/`);
    await site.render('framed-live', demo, '--code', '/kith/');
    await site.render('framed-ar', demo, '--locale', 'ar', '--theme', 'dark');
    return () => new Promise((resolve) => host.close(resolve));
  });

  const wanted = (name: string): Wanted => ({
    widget: 'recognition-wall',
    attributes: {},
    people: { document: JSON.parse(demo) as CommunityDocument },
    part: 'show',
    locale: 'en',
    hosted: `${site.base}/${name}/`,
  });
  const published = () => ({ base: `${site.base}/kith/`, version: '0.1.0', files: {} });

  /** A page that frames a widget of a folder, as the snippet for it says. */
  async function framing(
    name: string,
    change: (snippet: string) => string = (snippet) => snippet,
    options: BrowserContextOptions = {},
    headers: Record<string, string> = {},
  ) {
    const { text } = await snippetFor(wanted(name), 'frame', published());
    const snippet = text.replace(/height="\d+"/, 'height="200"');
    around.html = `<!doctype html><html lang="en"><title>Host</title><body>${change(snippet)}`;
    around.headers = headers;
    const { page, wrong } = await site.newPage(options);
    await page.goto(around.origin);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('There is no frame.');
    await frame.getByText('You drew bench 2 to the centimetre.').filter({ visible: true }).first().waitFor();
    return { page, frame, wrong };
  }
  /** Pixels of a frame’s page that are out of sight. */
  const hiddenIn = (frame: Frame) =>
    frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);

  it('is as high as what it holds, and is a whole page', async () => {
    const { page, frame, wrong } = await framing('framed');
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    expect(await heightOf(page)).toBeGreaterThan(700);
    expect(await frame.evaluate(() => [document.compatMode, document.documentElement.lang, document.title])).toEqual([
      'CSS1Compat',
      'en-GB',
      'Riverside Tool Library',
    ]);
    expect(wrong).toEqual([]);
  });

  it('grows where it is narrow, and shrinks again', async () => {
    const { page, frame } = await framing(
      'framed',
      (snippet) => snippet.replace(/width="\d+"/, 'style="width: 90vw"'),
      {
        viewport: { width: 320, height: 700 },
      },
    );
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    const narrow = await heightOf(page);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 700 });
    await expect.poll(() => heightOf(page)).toBeLessThan(narrow);
    await expect.poll(() => hiddenIn(frame)).toBe(0);
  });

  it('is read where no script runs, and leads on from beneath it', async () => {
    const { page, frame } = await framing('framed', undefined, { javaScriptEnabled: false });
    expect(await frame.getByText('You drew bench 2 to the centimetre.').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: /^Letters/ }).getAttribute('href')).toBe(
      `${site.base}/framed/recognition-wall.html`,
    );
  });

  it('stands on the ground of the page around it, light or dark as its reader has it, unless it was told', async () => {
    const ground = (frame: Frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const ink = (frame: Frame) => frame.evaluate(() => getComputedStyle(document.body).color);
    const light = await framing('framed', undefined, { colorScheme: 'light' });
    expect([await ground(light.frame), await ink(light.frame)]).toEqual(['rgba(0, 0, 0, 0)', 'rgb(27, 27, 27)']);
    const dark = await framing('framed', undefined, { colorScheme: 'dark' });
    expect([await ground(dark.frame), await ink(dark.frame)]).toEqual(['rgba(0, 0, 0, 0)', 'rgb(236, 236, 236)']);
    const told = await framing('framed-ar', undefined, { colorScheme: 'light' });
    expect([await ground(told.frame), await ink(told.frame)]).toEqual(['rgb(22, 24, 29)', 'rgb(236, 236, 236)']);
    expect(await told.frame.evaluate(() => [document.documentElement.lang.slice(0, 2), document.dir])).toEqual([
      'ar',
      'rtl',
    ]);
  });

  it.each([
    ['with its own origin', (snippet: string) => snippet],
    [
      'with none, in a sandbox that runs scripts and no more',
      (snippet: string) => snippet.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"'),
    ],
  ])('is upgraded by the code it names, or stays as it is, %s', async (_, change) => {
    const { frame, page } = await framing('framed-live', change);
    const isNowhere = (await frame.evaluate(() => origin)) === 'null';
    const wall = frame.locator('kith-recognition-wall');
    // Without an origin a module has to be given out to everybody, which this host does not.
    if (!isNowhere)
      await expect.poll(() => wall.evaluate((it) => (it as HTMLElement & { status?: string }).status)).toBe('ready');
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    expect(await frame.getByText('You drew bench 2 to the centimetre.').filter({ visible: true }).count()).toBe(1);
    expect(await heightOf(page)).toBeGreaterThan(700);
  });

  it.each(policies)('stands in a page under a policy of $name', async ({ header, nonce }) => {
    const { frame, page, wrong } = await framing(
      'framed',
      (snippet) => (nonce ? snippet.replace('<script ', `<script nonce="${nonce}" `) : snippet),
      {},
      { 'content-security-policy': `${header(site.base)}; frame-src ${site.base}` },
    );
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    expect(await heightOf(page)).toBeGreaterThan(700);
    expect(wrong).toEqual([]);
  });
});
