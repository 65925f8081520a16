import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

/** The built demo, served for one test file. */
export function servedDemo() {
  let demo: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    demo = await serve(fileURLToPath(new URL('../../demo/', import.meta.url)));
  });
  afterAll(() => demo.stop());
  return {
    get url() {
      return demo.url;
    },
  };
}

/** The built demo, and a browser to look at it with. */
export function builtDemo() {
  const demo = servedDemo();
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunch());
  });
  afterAll(() => browser.close());
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    // Sooner than the test's own end, so that a failure names what was waited for.
    context.setDefaultTimeout(15_000);
    return context;
  };
  return {
    get url() {
      return demo.url;
    },
    /** What tabs share, closed after the test. */
    newContext,
    /** A page of a context of its own. */
    newPage: async (options?: BrowserContextOptions): Promise<Page> => (await newContext(options)).newPage(),
  };
}

export const widgets =
  'kith-purpose-banner, kith-role-badge, kith-recognition-wall, kith-progression-ladder, kith-peer-intro';
export const hosts = ['index.html', 'choir.html', 'project.html'];
export const letters = (page: Page) => page.locator('kith-recognition-wall').getByRole('listitem');

/** All five widgets have what they show. */
export async function isThere(page: Page): Promise<void> {
  await letters(page).first().waitFor();
  const waiting = () =>
    page
      .locator(widgets)
      .evaluateAll((all) => all.filter((it) => (it as HTMLElement & { status: string }).status !== 'ready').length);
  await expect.poll(waiting).toBe(0);
}
