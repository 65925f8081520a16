import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { build, loadConfigFromFile, type Plugin } from 'vite';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { widgets } from './support.js';

const dist = 'packages/embed/dist';
const source = readFileSync('demo/public/community.json', 'utf8');

/** What a stranger's site answers with, by path; the source and the published files lie at its top. */
type Files = Record<string, string>;

interface Visit {
  /** What stands in the page's body. */
  html: string;
  files?: Files;
  /** The page's own headers. */
  headers?: Record<string, string>;
  origin?: string;
  /** Where the page lies. */
  path?: string;
  /** Paths at which nobody answers. */
  away?: readonly string[];
  /** Paths at which nobody ever says anything. */
  silent?: readonly string[];
  /** The moment it is there. Default: now. */
  at?: string;
}

/** A page of a stranger's, and what was heard while it was there. */
export interface Visited {
  page: Page;
  /** What nobody caught. */
  uncaught: string[];
  /** What Kith said to the page's author. */
  said: string[];
  /** What the page's policy refused. */
  refused: string[];
  /** The paths that were asked for. */
  asked: string[];
}

/** A browser that visits strangers' pages. */
export function stranger() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunch());
  });
  afterAll(() => browser.close());

  return async (given: Visit): Promise<Visited> => {
    const {
      html,
      files = {},
      headers = {},
      origin = 'https://site.example',
      path = '/',
      away = [],
      silent = [],
      at,
    } = given;
    const context = await browser.newContext({ viewport: { width: 900, height: 800 }, reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    if (at) await page.clock.setFixedTime(at);
    const visited: Visited = { page, uncaught: [], said: [], refused: [], asked: [] };
    page.on('pageerror', (error) => visited.uncaught.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (/kith/i.test(text)) visited.said.push(text);
    });
    await page.exposeFunction('refusedHere', (text: string) => visited.refused.push(text));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        (globalThis as never as { refusedHere(text: string): void }).refusedHere(
          `${violatedDirective}: ${blockedURI} ${sample}`,
        ),
      );
    });
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      visited.asked.push(pathname);
      if (away.includes(pathname)) return route.abort();
      if (silent.includes(pathname)) return;
      if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers });
      const body = files[pathname] ?? fileAt(pathname);
      if (body === undefined) return route.fulfill({ status: 404, body: 'Nothing here.' });
      const ending = pathname.split('.').at(-1) ?? '';
      const contentType = { js: 'text/javascript', css: 'text/css', json: 'application/json' }[ending] ?? 'text/html';
      return route.fulfill({ contentType, body, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(new URL(path, origin).href);
    return visited;
  };
}

function fileAt(path: string): string | undefined {
  if (path === '/community.json') return source;
  const file = join(dist, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A page with all five widgets, for a member whose wishes are kept on the device. */
export const fivePage = (head: string, more = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>A stranger’s page</title>${head}</head><body>
<kith-community src="/community.json" provider="browser" viewer="yuki"></kith-community>
${widgets
  .split(', ')
  .map((tag) => `<${tag} page-size="3"><p>Read before</p></${tag}>`)
  .join('\n')}${more}</body></html>`;

/** All five widgets show what they have, and take what is pressed. */
export async function isAlive({ page }: Visited, said = 'Kept on this device.'): Promise<void> {
  const statuses = () =>
    page.locator(widgets).evaluateAll((all) => all.map((each) => (each as HTMLElement & { status?: string }).status));
  await expect.poll(statuses).toEqual(Array(5).fill('ready'));
  const cheer = page.locator('kith-recognition-wall').getByRole('button', { name: 'Cheer' }).first();
  const before = await cheer.getAttribute('aria-pressed');
  await cheer.click();
  await expect.poll(() => cheer.getAttribute('aria-pressed')).toBe(before === 'true' ? 'false' : 'true');
  await page.getByRole('status').filter({ hasText: said }).first().waitFor({ state: 'attached' });
}

/** The published files, in a folder of their own and as another version of them would be. */
export function otherVersion(version: string, folder: string, change = (code: string) => code): Files {
  const [build = ''] = readFileSync(`${dist}/kith.js`, 'utf8').match(/(?<=k\.)_[\w$]{8}/) ?? [];
  const another = (code: string) =>
    change(code)
      .replaceAll('0.1.0', version)
      .replaceAll(build, `_${version.replaceAll('.', '_')}`);
  return Object.fromEntries(
    readdirSync(dist)
      .filter((name) => /\.js$/.test(name))
      .map((name) => [`${folder}/${name}`, another(readFileSync(`${dist}/${name}`, 'utf8'))]),
  );
}

/** The bundle as it would be without what makes one file of it: an ES module that exports, as copies of old are. */
export async function plainBundle(version: string, folder: string): Promise<Files> {
  const outDir = mkdtempSync(join(tmpdir(), 'kith-plain-'));
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'embed' }, 'vite.config.ts');
  const { config = {} } = loaded ?? {};
  const plugins = (config.plugins as Plugin[]).filter(({ name }) => !['one-file', 'shared-policy'].includes(name));
  await build({
    ...config,
    configFile: false,
    mode: 'embed',
    logLevel: 'error',
    plugins,
    build: { ...config.build, outDir },
  });
  const files = readdirSync(outDir).filter((name) => name.endsWith('.js'));
  const all = files.map((name) => [
    `${folder}/${name}`,
    readFileSync(join(outDir, name), 'utf8').replaceAll('0.1.0', version),
  ]);
  rmSync(outDir, { recursive: true });
  return Object.fromEntries(all) as Files;
}

/** A host's own Lit, with an element of its own; `development` is Lit as a host has it while it is being made. */
export async function ownLit(condition: 'development' | 'production'): Promise<string> {
  // Where Lit is found from.
  mkdirSync('node_modules/.cache', { recursive: true });
  const outDir = mkdtempSync('node_modules/.cache/kith-lit-');
  const entry = join(outDir, 'entry.js');
  writeFileSync(
    entry,
    `import { LitElement, html } from 'lit';
customElements.define('own-tag', class extends LitElement { render() { return html\`<b>The host’s own</b>\`; } });`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: [condition, 'browser', 'module', 'import', 'default'] },
    build: {
      outDir,
      emptyOutDir: false,
      minify: condition === 'production',
      lib: { entry, formats: ['es'], fileName: () => 'own.js' },
    },
  });
  const code = readFileSync(join(outDir, 'own.js'), 'utf8');
  rmSync(outDir, { recursive: true });
  return code;
}
