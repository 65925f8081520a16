import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { command } from '@kith/embed/render';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const built = 'packages/embed/dist';

/** The demo's community, as text. */
export const demo = readFileSync('demo/public/community.json', 'utf8');

/**
 * What the command renders, served for one test file as a static host does, with a type and no other header; the built
 * `kith.js` is at `/kith/`. And a browser to look at it with.
 */
export function renderedSite() {
  let browser: Browser;
  let site: Server;
  const here = { base: '', folder: '', render, newPage };
  beforeAll(async () => {
    here.folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
    browser = await chromium.launch(chromiumLaunch());
    site = createServer(({ url = '' }, response) => {
      const [path = ''] = url.split('?');
      const file = path.startsWith('/kith/') ? join(built, path.slice('/kith/'.length)) : join(here.folder, path);
      if (path === '/favicon.ico') return response.writeHead(204).end();
      if (!existsSync(file)) return response.writeHead(404).end();
      return response.writeHead(200, { 'content-type': types[extname(file)] ?? '' }).end(readFileSync(file));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    here.base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => site.close(resolve));
    rmSync(here.folder, { recursive: true, force: true });
  });
  return here;

  async function render(name: string, document: string, ...more: string[]): Promise<void> {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const args = ['render', '-', '--widget', 'all', '--member', 'yuki', '--out', join(here.folder, name), ...more];
    const clock = () => new Date('2026-11-22T12:00:00Z');
    const code = await command({ args, print: say, complain: say, stdin: () => Promise.resolve(document), clock });
    expect(code, said.join('\n')).toBe(0);
  }

  /** A page of a context of its own, and all that it complains of. */
  async function newPage(options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('console', (line) => ['error', 'warning'].includes(line.type()) && wrong.push(line.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    return { page, wrong };
  }
}
