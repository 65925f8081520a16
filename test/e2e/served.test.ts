import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import { isThere, letters } from './support.js';

const script = fileURLToPath(new URL('../../demo/serve.mjs', import.meta.url));

let data: string;
let port = '0';
let running: { url: string; said: string; child: ChildProcess };
const browsers: Browser[] = [];

/** What `npm start` does after the build; at the same address each time. */
async function start(): Promise<void> {
  const child = spawn(process.execPath, [script], { env: { ...process.env, KITH_DATA: data, PORT: port } });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const [address] = said.match(/http:\/\/\S+(?=\s)/) ?? [];
      if (address) resolve(address);
    });
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('exit', () => reject(new Error(`It ended: ${said}`)));
  });
  ({ port } = new URL(url));
  running = { url, said, child };
}

async function stop(): Promise<number | null> {
  const { child } = running;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return child.exitCode;
}

/** The demo in a browser of its own. */
async function inBrowser(n: number, address = ''): Promise<Page> {
  const browser = (browsers[n] ??= await chromium.launch(chromiumLaunch()));
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(new URL(address, running.url).href);
  await isThere(page);
  return page;
}

const ask = (page: Page) => letters(page).filter({ hasText: 'ECL86' });
const cheer = (page: Page) => ask(page).getByRole('button', { name: 'Cheer' });
const banner = (page: Page) => page.locator('kith-purpose-banner');

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kith-served-'));
  await start();
}, 60_000);
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await stop();
  await rm(data, { recursive: true });
});

describe('the demo with its server', () => {
  it('says that anyone can be anyone here, and begins as a member', async () => {
    expect(running.said).toContain('DEVELOPMENT IDENTITY IS ON');
    const page = await inBrowser(0);
    await page
      .getByRole('link', { name: 'Ada’s, who has mail', exact: true })
      .and(page.locator('[aria-current]'))
      .waitFor();
    await page.locator('kith-peer-intro').getByRole('button', { name: 'Yes, introduce us' }).waitFor();
  });

  it('shows in one browser at once what is done in another, as a member and as a visitor', async () => {
    const adas = await inBrowser(0);
    const yukis = await inBrowser(1, '?eyes=yuki');
    const visitors = await inBrowser(1, 'choir.html?eyes=');
    for (const page of [adas, yukis, visitors]) await ask(page).getByText('Ruth cheered.', { exact: true }).waitFor();
    await cheer(yukis).click();
    for (const page of [adas, yukis, visitors]) await ask(page).getByText('Ruth and Yuki cheered.').waitFor();
    await banner(visitors).getByRole('button', { name: 'Count me in' }).click();
    for (const page of [adas, yukis, visitors]) await banner(page).getByText('413 counted in').waitFor();
  });

  it('keeps what was done across a restart, and pages that stayed open find it again', async () => {
    const adas = await inBrowser(0);
    await ask(adas).getByText('Ruth and Yuki cheered.').waitFor();
    expect(await stop()).toBe(0);
    await cheer(adas).click();
    await start();
    const yukis = await inBrowser(1, '?eyes=yuki');
    for (const page of [adas, yukis])
      await ask(page)
        .getByText(/^Ruth, (Yuki and Ada|Ada and Yuki) cheered\.$/)
        .waitFor();
  });

  it('counts a device and its member once, as soon as they sign in there', async () => {
    const page = await inBrowser(1, 'choir.html?eyes=');
    const turnTo = async (eyes: string) => {
      await page.goto(new URL(`choir.html?eyes=${eyes}`, running.url).href);
      await isThere(page);
    };
    const countIn = banner(page).getByRole('button', { name: 'Count me in', pressed: false });
    const others = await inBrowser(0);
    await countIn.click();
    await banner(others).getByText('414 counted in').waitFor();
    // Yuki’s name was there before.
    await turnTo('yuki');
    await banner(page).getByText('413 counted in').waitFor();
    await turnTo('');
    await countIn.waitFor();
  });

  it('is put back to how it began for everyone', async () => {
    const adas = await inBrowser(0);
    const visitors = await inBrowser(1, 'choir.html?eyes=');
    await banner(visitors).getByText('413 counted in').waitFor();
    await adas.getByRole('button', { name: 'Start over' }).click();
    await adas.getByText('All is as it began. What anybody did here is gone.').waitFor();
    for (const page of [adas, visitors]) {
      await ask(page).getByText('Ruth cheered.', { exact: true }).waitFor();
      await banner(page).getByText('412 counted in').waitFor();
    }
  });
});
