import type { Store } from '@kith/core';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createProfile } from '../long/chromium.js';
import { servedDemo } from './support.js';

const demo = servedDemo();

/** Opens a tab. Puppeteer's tabs know whether they are seen, and rest when they are left; Playwright's do neither. */
let newPage: () => Promise<Page>;
beforeEach(async () => {
  const profile = createProfile();
  const running = await profile.open();
  ({ newPage } = running);
  onTestFinished(async () => {
    await running.kill();
    profile.remove();
  });
});

const address = (path: string) => new URL(path, demo.url).href;

/** Opens the demo with these eyes, and waits until it is seen with them. */
async function open(page: Page, path: string, eyes: string): Promise<void> {
  await page.goto(address(`${path}?eyes=${eyes}`));
  const isSeen = (eyes: string) => {
    const wall = document.querySelector('kith-recognition-wall') as (HTMLElement & { store?: Store }) | null;
    return wall?.store?.viewer === eyes;
  };
  await page.waitForFunction(isSeen, { polling: 20 }, eyes);
}

/** Waits until the letter about the valve reads so. */
async function reads(page: Page, cheered: RegExp): Promise<void> {
  const isRead = (cheered: string) =>
    new RegExp(cheered).test(
      document
        .querySelector('kith-recognition-wall')
        ?.shadowRoot?.querySelector('#a-valve-that-glows .cheers')
        ?.textContent.replace(/\s+/g, ' ') ?? '',
    );
  await page.waitForFunction(isRead, { polling: 20 }, cheered.source);
}

/** Presses Cheer in that letter as soon as that can be done, and waits until the page says that it is kept. */
async function cheer(page: Page): Promise<void> {
  const press = () => {
    const button = document
      .querySelector('kith-recognition-wall:state(ready)')
      ?.shadowRoot?.querySelector<HTMLElement>('#a-valve-that-glows [part~=cheer]');
    button?.click();
    return Boolean(button);
  };
  await page.waitForFunction(press, { polling: 20 });
  const isKept = () => document.querySelector('.kith-said')?.textContent === 'Kept on this device.';
  await page.waitForFunction(isKept, { polling: 20 });
}

describe('a page in which somebody acted', () => {
  it('rests in the back-forward cache, is there at once, has what happened meanwhile, and can be acted in', async () => {
    const page = await newPage();
    await open(page, 'index.html', 'yuki');
    await reads(page, /Ruth cheered\./);
    await cheer(page);
    await reads(page, /Ruth and Yuki cheered\./);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.goto(address('yours.html'));
    const other = await newPage();
    await open(other, 'index.html', 'ada');
    await reads(other, /Yuki cheered\./);
    await cheer(other);
    await reads(other, /Ruth, (Yuki and Ada|Ada and Yuki) cheered\./);
    await page.bringToFront();
    await page.goBack();
    await page.waitForFunction(() => 'persisted' in globalThis, { polling: 20 });
    expect(await page.evaluate(() => (globalThis as { persisted?: boolean }).persisted)).toBe(true);
    await reads(page, /Ruth, (Yuki and Ada|Ada and Yuki) cheered\./);
    await cheer(page);
    await reads(page, /Ruth and Ada cheered\./);
    await other.bringToFront();
    await reads(other, /Ruth and Ada cheered\./);
  });
});

describe('a page that nobody sees', () => {
  it('asks for nothing, whatever happens in other tabs, and has it all when it is seen again', async () => {
    const page = await newPage();
    await open(page, 'index.html', 'yuki');
    await reads(page, /Ruth cheered\./);
    await page.waitForNetworkIdle();
    const other = await newPage();
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(other, 'choir.html', 'ada');
    await cheer(other);
    await reads(other, /Ruth and Ada cheered\./);
    await reads(page, /Ruth and Ada cheered\./);
    expect(asked).toEqual([]);
    await page.bringToFront();
    await reads(page, /Ruth and Ada cheered\./);
    expect(asked).toEqual([]);
  });

  it('loads nothing of what wishes need before it is seen', async () => {
    const page = await newPage();
    await newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address('index.html'));
    await reads(page, /Ruth cheered\./);
    const isAsked = () => asked.some((url) => /kith-saying/.test(url));
    expect(await page.evaluate(() => document.hidden)).toBe(true);
    await page.waitForNetworkIdle();
    expect(isAsked()).toBe(false);
    await page.bringToFront();
    await expect.poll(isAsked).toBe(true);
  });
});
