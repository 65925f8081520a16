import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, defaultClientConditions } from 'vite';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kith-connects-'));
const community = readFileSync('demo/public/community.json');
let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['kith-source', ...defaultClientConditions] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'dist'),
      lib: { entry: 'packages/embed/src/kith.ts', formats: ['es'], fileName: 'kith' },
    },
  });
  [site, browser] = await Promise.all([serve(folder), chromium.launch(chromiumLaunch())]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true });
});

/** Each widget, as one who is signed in sees it, and what they press in it. */
const widgets: Record<string, string> = {
  'kith-purpose-banner': 'with-us',
  'kith-role-badge member="thandiwe" name="connector" layout="card"': 'affirm',
  'kith-recognition-wall page-size="4"': 'cheer',
  'kith-progression-ladder ladder="workbench"': 'record',
  'kith-peer-intro': 'ask',
};

/** Counts what is still waited for in a page: timers, idle moments, frames. */
function countWaits(): void {
  const waits = new Set<string>();
  Object.assign(globalThis, { waits });
  const wrap = (begin: string, end: string, isOnce: boolean) => {
    const page = globalThis as unknown as Record<string, (...given: unknown[]) => unknown>;
    const [start, stop] = [page[begin], page[end]];
    page[begin] = (act: unknown, ...more) => {
      const name = () => `${begin} ${String(id)}`;
      const done = (...given: unknown[]) => {
        if (isOnce) waits.delete(name());
        (act as (...given: unknown[]) => void)(...given);
      };
      const id = start?.call(globalThis, done, ...more);
      waits.add(name());
      return id;
    };
    page[end] = (id) => {
      waits.delete(`${begin} ${String(id)}`);
      stop?.call(globalThis, id);
    };
  };
  wrap('setTimeout', 'clearTimeout', true);
  wrap('setInterval', 'clearInterval', false);
  wrap('requestIdleCallback', 'cancelIdleCallback', true);
  wrap('requestAnimationFrame', 'cancelAnimationFrame', true);
}

/** Puts so many into the page, one after another, and takes each out again. Gives in how many something could be done. */
async function connect([markup, part, times]: [string, string, number]): Promise<number> {
  let drawn = 0;
  const community = document.querySelector('kith-community') as HTMLElement;
  for (let i = 0; i < times; i++) {
    community.insertAdjacentHTML('beforeend', markup);
    const widget = community.lastElementChild as HTMLElement & { updateComplete: Promise<unknown> };
    await widget.updateComplete;
    await widget.updateComplete;
    if (widget.shadowRoot?.querySelector(`[part~=${part}]`)) drawn++;
    widget.remove();
    // An element can update once more after that.
    (widget as unknown as { requestUpdate(): void }).requestUpdate();
    await widget.updateComplete;
  }
  return drawn;
}

/** What there is in the page, when nothing is waited for any more and nobody holds what is gone. */
async function measured(page: Page, session: CDPSession, tag: string) {
  await page.waitForFunction(() => !(globalThis as unknown as { waits: Set<string> }).waits.size);
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const { result } = await session.send('Runtime.evaluate', { expression: `customElements.get('${tag}').prototype` });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const { result: all } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: '' });
  return {
    instances: all.value as number,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heap: metric('JSHeapUsedSize'),
  };
}

describe('a page in which somebody acts', () => {
  it.each(Object.entries(widgets))('is as it was after <%s> came and went a thousand times', async (name, part) => {
    const [tag = ''] = name.split(' ');
    const page = await browser.newPage();
    await page.addInitScript(countWaits);
    const html = `<!doctype html><html lang="en"><title>Connects</title><link rel="icon" href="data:," />
      <kith-community src="/community.json" provider="browser" viewer="yuki"><${name}></${tag}></kith-community>
      <script type="module" src="/kith.js"></script>`;
    await page.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/community.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: community }),
    );
    await page.goto(new URL('page.html', site.url).href);
    await page.locator(`${tag} [part~=${part}]`).first().click();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const markup = `<${name}></${tag}>`;
    // What is compiled and remembered once is no leak.
    await page.evaluate(connect, [markup, part, 300] as [string, string, number]);
    const before = await measured(page, session, tag);
    expect(await page.evaluate(connect, [markup, part, 1000] as [string, string, number])).toBe(1000);
    const after = await measured(page, session, tag);
    const grown = Math.round((after.heap - before.heap) / 1024);
    console.log(`${tag}: ${grown} kB more`);
    expect(after.instances).toBe(before.instances);
    expect(after.listeners).toBe(before.listeners);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(grown).toBeLessThanOrEqual(256);
    await page.close();
  });
});
