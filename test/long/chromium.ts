import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../../.ci/browser.mjs';

export interface Running {
  newPage(): Promise<Page>;
  /** Ends it as the power going out would, with all its processes. */
  kill(): Promise<void>;
}

/**
 * A folder a browser lives in, across its deaths. Driven by Puppeteer: Playwright makes every tab believe that it is
 * looked at, and none that is looked at can be frozen; nor does it tell the process.
 */
export function createProfile(): { readonly folder: string; open(): Promise<Running>; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kith-'));
  const mark = join(folder, 'made-for-this-run');
  writeFileSync(mark, '');
  return {
    folder,
    async open() {
      if (!existsSync(mark)) throw new Error(`${folder} was taken away during the run, which says nothing then.`);
      const executablePath = chromiumPath();
      if (!executablePath) throw new Error('There is no Chromium.');
      // What it would tidy up itself goes with the folder, too.
      const env = { ...process.env, TMPDIR: folder };
      const browser = await puppeteer.launch({ executablePath, args: chromiumFlags, userDataDir: folder, env });
      const child = browser.process();
      return {
        newPage: () => browser.newPage(),
        async kill() {
          if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'exit');
          process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
          await ended;
          await browser.disconnect();
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

/** Opens the test's page in a tab; resolves once it can be wished in. */
export async function load(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'soak' in globalThis, { polling: 20 });
}

export async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
  await session.detach();
}
