import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

/** The built demo, served for one test file, and a browser to look at it with. */
export function builtDemo() {
  let browser: Browser;
  let demo: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([
      chromium.launch(chromiumLaunch()),
      serve(fileURLToPath(new URL('../../demo/', import.meta.url))),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  return {
    get url() {
      return demo.url;
    },
    /** A page of a context of its own, closed after the test. */
    async newPage(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      // Sooner than the test's own end, so that a failure names what was waited for.
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
  };
}
