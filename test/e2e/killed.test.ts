import type { Recognition, Store } from '@kith/core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createProfile, type Running } from '../long/chromium.js';
import { servedDemo } from './support.js';

const demo = servedDemo();
const wall = 'kith-recognition-wall';

/** A tab in which Yuki looks at the demo. */
interface Tab {
  page: Page;
  /** Resolves as soon as the page knows that a wish is written. */
  written: Promise<void>;
  isWritten: boolean;
  /** Ends the whole browser, as the power going out would. */
  kill(): Promise<void>;
}

/** Opens Yuki's browser, as it was left; `cold`, before anything that loads at idle is here. */
let open: (how?: 'cold') => Promise<Tab>;

beforeEach(() => {
  const profile = createProfile();
  let running: Running | undefined;
  open = async (how) => {
    running = await profile.open();
    const page = await running.newPage();
    let tell = () => {};
    const written = new Promise<void>((resolve) => (tell = resolve));
    const tab: Tab = { page, written, isWritten: false, kill: running.kill };
    await page.exposeFunction('tellWritten', () => {
      tab.isWritten = true;
      tell();
    });
    if (how) await page.evaluateOnNewDocument(neverIdle);
    await page.goto(new URL('index.html?eyes=yuki', demo.url).href);
    await page.waitForFunction(isReadAs, { polling: 20 }, wall, 'yuki');
    await page.$eval(wall, listen, how === 'cold');
    return tab;
  };
  onTestFinished(async () => {
    await running?.kill();
    profile.remove();
  });
});

/** Whether a tag shows what this member is shown; the demo shows what visitors are until it knows who looks. */
function isReadAs(tag: string, viewer: string): boolean {
  const { store, status } = (document.querySelector(tag) ?? {}) as { store?: Store; status?: string };
  return store?.viewer === viewer && status === 'ready';
}

/** A page that always has something else to do. */
function neverIdle(): void {
  globalThis.requestIdleCallback = () => 0;
}

/**
 * Tells of the first wish made here that is written, not of those an earlier page left; resolves once what loads at idle is
 * here, or at once where that never is.
 */
async function listen(element: Element, isCold: boolean): Promise<void> {
  const { store } = element as HTMLElement & { store: Store };
  if (!isCold) await store.prepare();
  const { tellWritten } = globalThis as unknown as { tellWritten(): void };
  const made = new Set<string>();
  store.$wishes.listen((wishes) => {
    for (const { intent, kept } of wishes) if (!kept) made.add(intent.key);
    if (wishes.some(({ intent, kept }) => kept && made.has(intent.key))) tellWritten();
  });
}

/** Waits for something in the wall, whose root Puppeteer's own waiting does not watch. */
async function find(page: Page, selector: string): Promise<ElementHandle<HTMLElement>> {
  const inWall = (tag: string, selector: string) =>
    document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
  const found = await page.waitForFunction(inWall, { polling: 20 }, wall, selector);
  return found as ElementHandle<HTMLElement>;
}

/** By keyboard: what is above it may still come, and a pointer would find another button there. */
async function press(page: Page, selector: string): Promise<void> {
  await (await find(page, selector)).focus();
  await page.keyboard.press('Enter');
}

async function write(page: Page, selector: string, text: string): Promise<void> {
  await (await find(page, selector)).focus();
  await page.keyboard.sendCharacter(text);
}

/** Whether what loads at idle has come to the page. */
function hasPrepared(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.includes('saying'));
}

/** Lets so many frames go by. */
async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

const cheer = (page: Page, id: string) => press(page, `#${id} [part~=cheer]`);

/** All rows of a table of the database whose name begins so; none where there is no such database. */
async function rows<T>(page: Page, database: string, table: string): Promise<T[]> {
  const all = async (database: string, table: string) => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = (await indexedDB.databases()).find((each) => each.name?.startsWith(database))?.name;
    if (!name) return [];
    const opened = await ask(indexedDB.open(name));
    const found = await ask(opened.transaction(table).objectStore(table).getAll());
    opened.close();
    return found as unknown[];
  };
  return (await page.evaluate(all, database, table)) as T[];
}

/** The letters as the provider keeps them. */
async function held(page: Page): Promise<Recognition[]> {
  const pieces = await rows<{ name: string; piece: Recognition }>(page, 'kith browser:', 'pieces');
  return pieces.flatMap(({ name, piece }) => (name.startsWith('recognition ') ? piece : []));
}

/** What is read in parts of the wall once all that was written has gone to the provider. */
async function read(page: Page, selector: string): Promise<string> {
  await find(page, selector);
  await expect.poll(() => rows(page, 'kith-outbox', 'waiting')).toEqual([]);
  const inWall = (element: Element, selector: string) =>
    [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((each) => each.textContent).join(' ');
  return (await page.$eval(wall, inWall, selector)).replace(/\s+/g, ' ');
}

describe('a browser that is killed', () => {
  it('has, when it is opened again, a cheer that was written a moment before, once, and counts it once', async () => {
    const tab = await open();
    expect(await read(tab.page, '#a-valve-that-glows .cheers')).toContain('Ruth cheered.');
    await cheer(tab.page, 'a-valve-that-glows');
    await tab.written;
    await tab.kill();
    const { page } = await open();
    expect(await read(page, '#a-valve-that-glows .cheers')).toContain('Ruth and Yuki cheered.');
    const ask = (await held(page)).find(({ id }) => id === 'a-valve-that-glows');
    expect(ask?.cheers).toEqual({ count: 2, mine: false, by: ['ruth', 'yuki'] });
  });

  it('has a letter that was written a moment before, whole, and once', async () => {
    const text = 'You held the ladder until the lamp was up. \nنور: “Ça tient.” 👩‍🔧';
    const tab = await open();
    await press(tab.page, '[part~=write]');
    await write(tab.page, '[role=combobox]', 'Bo');
    await find(tab.page, '[role=option]');
    await tab.page.keyboard.press('Enter');
    await write(tab.page, 'textarea', text);
    await press(tab.page, '[part~=submit]');
    await tab.written;
    await tab.kill();
    const { page } = await open();
    const all = await read(page, '[part~=text]');
    expect(all.split('You held the ladder')).toHaveLength(2);
    const letters = (await held(page)).filter((letter) => letter.from === 'yuki' && letter.to?.includes('bo'));
    expect(letters.map((letter) => letter.text)).toEqual([text]);
  });

  it('has a cheer that was pressed before the code for it was here, once the page knew it to be written', async () => {
    const tab = await open('cold');
    expect(await tab.page.$eval(wall, hasPrepared)).toBe(false);
    await cheer(tab.page, 'a-valve-that-glows');
    await tab.written;
    await tab.kill();
    const { page } = await open();
    expect(await read(page, '#a-valve-that-glows .cheers')).toContain('Ruth and Yuki cheered.');
    const ask = (await held(page)).find(({ id }) => id === 'a-valve-that-glows');
    expect(ask?.cheers?.by).toEqual(['ruth', 'yuki']);
  });

  it('has the whole of a cheer or nothing of it, whenever that was, and all of one it knew to be written', async () => {
    const others = { 'repair-1200': 20, 'the-lights-went': 12, 'loan-10000': 6, 'eleven-kettles': 8, 'the-radio': 13 };
    /** Until when each is let go on: the click itself, so many frames after it, and the word that it is written. */
    const moments = [0, 1, 2, 4, 'written'] as const;
    let tab = await open();
    let kept = 0;
    for (const [i, [id, known]] of Object.entries(others).entries()) {
      const moment = moments[i] ?? 'written';
      await cheer(tab.page, id);
      await (moment === 'written' ? tab.written : tab.page.evaluate(frames, moment));
      const { isWritten } = tab;
      await tab.kill();
      tab = await open();
      const shown = Number((await read(tab.page, `#${id} .cheers`)).match(/and (\d+) more cheered/)?.[1]) - known;
      const by = (await held(tab.page)).find((letter) => letter.id === id)?.cheers?.by ?? [];
      expect([0, 1], id).toContain(shown);
      expect(by.filter((who) => who === 'yuki').length, id).toBe(shown);
      if (isWritten) expect(shown, `killed at ${moment}`).toBe(1);
      kept += Number(isWritten && shown === 1);
    }
    expect(kept).toBeGreaterThan(0);
  });
});
