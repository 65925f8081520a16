import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { builtDemo, hosts, isThere, letters, widgets } from './support.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const demo = builtDemo();
const said: string[] = [];

afterEach(() => {
  expect(said.splice(0)).toEqual([]);
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await demo.newPage(options);
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  return page;
}

async function open(address: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await newPage(options);
  await page.goto(new URL(address, demo.url).href);
  if (options?.javaScriptEnabled !== false) await isThere(page);
  return page;
}

const link = (page: Page, name: string) => page.getByRole('complementary').getByRole('link', { name });
const chosen = (page: Page) => page.locator('.around [aria-current]').allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
  passes: { id: string }[];
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  // A page hears of another light, and wears it, in the frame after.
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
  const { violations, passes } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
    }),
  );
  expect(passes.map(({ id }) => id)).toContain('target-size');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('the demo', () => {
  it('shows the community of its document, in the page’s own type', async () => {
    const page = await open('index.html');
    const statement = page.getByRole('heading', { level: 1, name: 'Everyone can fix something' });
    expect(await statement.evaluate((it) => getComputedStyle(it).fontFamily)).toContain('Bricolage Grotesque');
    expect(await page.getByText('Shared by 87 of us.').isVisible()).toBe(true);
    expect(await letters(page).count()).toBe(12);
    expect(await page.getByText('Ruth and Tomás,').isVisible()).toBe(true);
  });

  it('brings older letters until the first one ever written, each once, and takes the reader along', async () => {
    const page = await open('index.html');
    const older = page.getByRole('button', { name: 'Older letters' });
    await older.click();
    await expect.poll(() => letters(page).count()).toBe(24);
    await expect
      .poll(() =>
        letters(page)
          .nth(12)
          .evaluate((it) => it.matches(':focus')),
      )
      .toBe(true);
    const { recognitions } = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as {
      recognitions: object[];
    };
    for (let shown = 24; shown < recognitions.length;) {
      await older.click();
      shown = Math.min(shown + 12, recognitions.length);
      await expect.poll(() => letters(page).count()).toBe(shown);
    }
    await expect.poll(() => page.getByText("That's the first one ever written here.").isVisible()).toBe(true);
    const ids = await letters(page).evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(recognitions.length);
  });

  it('speaks Arabic, from right to left', async () => {
    const page = await open('ar.html');
    expect(await page.getByRole('button', { name: 'رسائل أقدم' }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('كلّنا نستطيع');
    for (const base of await page.locator(widgets).locator('[part=base]').all()) {
      expect(await base.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
    }
  });

  it.each(hosts)('is read without JavaScript, and goes from host to host by links: %s', async (address) => {
    const page = await open(address, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: 'Everyone can fix something' }).isVisible()).toBe(true);
    expect(await page.getByText('You stayed until the last kettle worked.').isVisible()).toBe(true);
    const steps = page.locator('kith-progression-ladder').getByRole('listitem');
    expect(await steps.filter({ visible: true }).count()).toBeGreaterThan(5);
    for (const tag of ['kith-peer-intro', 'kith-role-badge.lead']) {
      expect(await page.locator(tag).innerText(), tag).toMatch(/\w+ \w+ \w+\.$/);
    }
    expect(await page.getByText('Whose eyes?').isVisible()).toBe(false);
    await link(page, address === 'choir.html' ? 'an open source project' : 'a choir').click();
    await page.waitForURL(address === 'choir.html' ? '**/project.html' : '**/choir.html');
  });

  it.each([...hosts, 'ar.html'])(
    '%s fits 320, 768 and 1280 px, light and dark, and axe finds nothing',
    async (address) => {
      const page = await open(address, { reducedMotion: 'reduce' });
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect([width, colorScheme, await overflow(page)]).toEqual([width, colorScheme, 0]);
          expect([width, colorScheme, await violations(page)]).toEqual([width, colorScheme, []]);
        }
      }
    },
  );

  it.each([...hosts, 'ar.html'])(
    '%s is drawn in forced colors, and printed whole, without buttons',
    async (address) => {
      const page = await open(`${address}?eyes=ada`, { viewport: { width: 320, height: 900 }, forcedColors: 'active' });
      await page.getByText(/Each answers on their own|لكلٍّ منكما جوابه/).waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
      const stone = page.locator('kith-purpose-banner .pebble').first();
      expect(await stone.evaluate((it) => getComputedStyle(it).borderStyle)).toBe('solid');
      const buttons = page.locator('.page').getByRole('button');
      expect(await buttons.count()).toBeGreaterThan(1);
      await page.emulateMedia({ media: 'print', forcedColors: 'none' });
      expect(await buttons.count()).toBe(0);
      expect(await page.getByRole('complementary').count()).toBe(0);
      const cut = await letters(page)
        .locator('[part=text]')
        .evaluateAll((all) => all.filter((it) => it.scrollHeight > it.clientHeight + 2).length);
      expect(cut).toBe(0);
    },
  );
});

describe('a page that took no care', () => {
  it.each(['grid', 'flex', 'inline-block'])('is no wider for holding all five in its %s', async (display) => {
    const page = await newPage({ viewport: { width: 320, height: 900 } });
    const html = `<!doctype html><html lang="en"><title>Grid</title><meta name="viewport" content="width=device-width" />
      <style>main { margin: 0 20px } div { display: ${display} }</style><script type="module" src="/kith.js"></script>
      <kith-community src="/community.json"></kith-community><main>${widgets
        .split(', ')
        .map((tag) => `<div><section><${tag}></${tag}></section></div>`)
        .join('')}</main>`;
    await page.route('**/plain.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(new URL('plain.html', demo.url).href);
    await isThere(page);
    expect(await overflow(page)).toBe(0);
  });
});

describe('who made the page', () => {
  it('is chosen by keyboard; the tags, what they show and the place on the page stay', async () => {
    const page = await open('index.html', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('button', { name: 'Older letters' }).click();
    await expect.poll(() => letters(page).count()).toBe(24);
    const wall = page.locator('kith-recognition-wall');
    const before = await wall.elementHandle();
    const read = letters(page).nth(15);
    const top = () => read.evaluate((it) => Math.round(it.getBoundingClientRect().top));
    await read.evaluate((it) => it.scrollIntoView());
    const was = await top();
    await link(page, 'a workshop').focus();
    for (const [name, title, address, type] of [
      ['a choir', 'The Tool Library Choir', 'choir.html', 'Newsreader'],
      ['an open source project', 'Pegboard', 'project.html', 'mono'],
    ] as const) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.title()).toBe(title);
      await page.waitForLoadState('networkidle');
      expect(new URL(page.url()).pathname).toBe(`/${address}`);
      expect(await focused(page)).toBe(name);
      expect(await chosen(page)).toEqual([name, 'a visitor’s']);
      expect(await page.getByRole('status').filter({ hasText: title }).count()).toBe(1);
      expect(await wall.evaluate((it, before) => it === before, before)).toBe(true);
      expect(await letters(page).count()).toBe(24);
      await expect.poll(async () => Math.abs((await top()) - was)).toBeLessThan(40);
      const large = letters(page).locator('.large').first();
      await expect.poll(() => large.evaluate((it) => getComputedStyle(it).fontFamily)).toContain(type);
    }
    await page.goBack();
    await expect.poll(() => page.title()).toBe('The Tool Library Choir');
    await page.goBack();
    await expect.poll(() => page.title()).toBe('Riverside Tool Library');
    expect(await chosen(page)).toEqual(['a workshop', 'a visitor’s']);
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(2);
  });

  it('takes the last choice when two are made at once, and each page is the same as when it is opened', async () => {
    const page = await open('project.html', { reducedMotion: 'reduce' });
    await link(page, 'a choir').click();
    await link(page, 'a workshop').click();
    await expect.poll(() => page.title()).toBe('Riverside Tool Library');
    await page.waitForLoadState('networkidle');
    expect(await page.title()).toBe('Riverside Tool Library');
    await isThere(page);
    const shown = async (of: Page) => [await of.locator('.page').innerText(), await of.locator('.page *').count()];
    const opened = await open('index.html');
    // What loads at idle may be in one of them sooner.
    await vi.waitFor(async () => expect(await shown(page)).toEqual(await shown(opened)), { timeout: 15_000 });
  });
});

describe('whose eyes', () => {
  const intro = (page: Page) => page.locator('kith-peer-intro [part=base]');
  const ladder = (page: Page) => page.locator('kith-progression-ladder [part=base]');
  const note = /Ada wants to write to a foundation/;

  it('are a visitor’s, until somebody’s are chosen, by keyboard; who has mail finds it, and nobody else does', async () => {
    const page = await open('index.html');
    expect(await ladder(page).innerText()).toContain('Where would you start?');
    expect(await intro(page).innerText()).not.toMatch(note);
    await link(page, 'a visitor’s').focus();
    for (const [name, id, says] of [
      ['Yuki’s', 'yuki', 'Yuki, meet Bashir.'],
      ['Ada’s, who has mail', 'ada', 'Ada, meet Bo.'],
      ['a host’s', 'sita', 'Sita, meet Malakai.'],
    ] as const) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => intro(page).innerText()).toContain(says);
      expect(await focused(page)).toBe(name);
      expect(await chosen(page)).toEqual(['a workshop', name]);
      expect(new URL(page.url()).search).toBe(`?eyes=${id}`);
      expect(await page.locator('kith-community').getAttribute('viewer')).toBe(id);
      expect(await page.getByRole('status').filter({ hasText: 'signing in decides this' }).innerText()).toContain(
        id === 'sita' ? 'Sita is a host' : id === 'ada' ? 'to Ada' : 'Yuki came in September',
      );
      expect(note.test(await intro(page).innerText())).toBe(id === 'ada');
    }
    await page.goBack();
    await expect.poll(() => intro(page).innerText()).toMatch(note);
    await link(page, 'a visitor’s').click();
    await expect.poll(() => ladder(page).innerText()).toContain('Where would you start?');
    await expect.poll(() => intro(page).innerText()).not.toMatch(note);
    expect(await page.getByText('signing in decides this').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
  });

  it('go along from host to host, each with a path of its own, and are in the address', async () => {
    const page = await open('index.html?eyes=yuki');
    for (const [name, act] of [
      ['a workshop', '1 more repair'],
      ['a choir', 'Come on 2 more Wednesdays'],
      ['an open source project', 'Read 2 more pages'],
    ] as const) {
      if (name !== 'a workshop') await link(page, name).click();
      await expect.poll(() => ladder(page).locator('[part~=next]').first().innerText()).toContain(act);
      expect(await chosen(page)).toEqual([name, 'Yuki’s']);
      expect(await intro(page).innerText()).toContain('Yuki, meet Bashir.');
    }
    expect(page.url()).toMatch(/project\.html\?eyes=yuki$/);
    await page.reload();
    await isThere(page);
    await expect.poll(() => ladder(page).locator('[part~=next]').first().innerText()).toContain('Read 2 more pages');
  });

  it('are nobody’s who is not offered', async () => {
    const page = await open('index.html?eyes=bo');
    expect(await chosen(page)).toEqual(['a workshop', 'a visitor’s']);
    expect(await page.locator('kith-community').getAttribute('viewer')).toBe(null);
  });
});

describe('who starts over', () => {
  const over = (page: Page) => page.getByRole('complementary').getByRole('button');
  const said = (page: Page) => page.locator('.seen [data-over=began]');
  const letter = (page: Page) => letters(page).first().textContent();
  const cheer = (page: Page) => letters(page).first().locator('[part=cheer]');

  it.each([
    ['index.html?eyes=yuki', 'Start over', 'All is as it began.'],
    ['ar.html?eyes=yuki', 'من البداية', 'عاد كلّ شيء كما بدأ.'],
  ])('finds all as it began, by keyboard, and is told so: %s', async (address, name, says) => {
    const page = await open(address);
    const before = await letter(page);
    await cheer(page).click();
    await expect.poll(() => cheer(page).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => letter(page)).not.toBe(before);
    await page.reload();
    await isThere(page);
    await expect.poll(() => cheer(page).getAttribute('aria-pressed')).toBe('true');
    await link(page, address.startsWith('ar') ? 'مضيفة' : 'a host’s').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).innerText()).toContain(says);
    expect(await page.getByRole('status').filter({ hasText: says }).count()).toBe(1);
    expect(await focused(page)).toBe(name);
    await expect.poll(() => letter(page)).toBe(before);
    await page.reload();
    await isThere(page);
    expect(await letter(page)).toBe(before);
    expect(await said(page).isVisible()).toBe(false);
  });

  it('takes back what a visitor did, and what they could not send', async () => {
    const page = await open('index.html');
    const banner = page.locator('kith-purpose-banner [part=base]');
    await banner.getByRole('button', { name: 'Count me in' }).click();
    await expect.poll(() => banner.innerText()).toContain('413 counted in');
    await cheer(page).click();
    await expect.poll(() => letter(page)).toContain('Not sent.');
    await over(page).click();
    await expect.poll(() => banner.innerText()).toContain('412 counted in');
    await expect.poll(() => letter(page)).not.toContain('Not sent.');
    expect(await banner.innerText()).not.toContain("You're counted.");
  });
});

describe('the README', () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```html\n([^]*?)```/g)].map(([, code = '']) => code);
  const contributors = { contributors: [{ login: 'ada', name: 'Ada Obi', contributions: ['doc'] }] };

  async function openBlock(part: string): Promise<Page> {
    const code = blocks.find((block) => block.includes(part)) ?? '';
    const script = code.includes('/kith.js') ? '' : '<script type="module" src="/kith.js"></script>';
    const page = await newPage();
    const html = `<!doctype html><html lang="en"><title>README</title>${code}${script}`;
    await page.route('**/readme.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/.all-contributorsrc', (route) => route.fulfill({ json: contributors }));
    await page.goto(new URL('readme.html', demo.url).href);
    return page;
  }

  it('has one tag that shows a file’s people', async () => {
    const page = await openBlock('/.all-contributorsrc');
    await letters(page).first().waitFor();
    expect(await letters(page).allInnerTexts()).toEqual([expect.stringContaining('Ada Obi — documentation')]);
  });

  it('has two tags that share one community', async () => {
    const page = await openBlock('/community.json');
    await letters(page).first().waitFor();
    await expect.poll(() => page.getByText('Shared by 87 of us.').isVisible()).toBe(true);
  });

  it('has a document written in place', async () => {
    const page = await openBlock('application/json');
    await expect.poll(() => page.getByRole('heading', { name: 'Everyone can fix something' }).isVisible()).toBe(true);
  });
});
