import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumLaunch } from '../../.ci/browser.mjs';
import type { CommunityDocument } from '@kith/core';
import { village } from '../core/village.js';
import { begin, run, temporaryFolder, type Running } from './kith-server.js';
import { policies } from './policies.js';

const built = resolve('packages/server/dist/main.js');
const SECRET = 'a1B2c3D4e5';

let browser: Browser;
let kith: Running;
/** A site that the community names, and one that it does not. */
let site: Site;
let stranger: Site;
/** Another that it names, on the server's own host: there a browser keeps things for a frame that it refuses elsewhere. */
let neighbor: Site;
const close: (() => unknown)[] = [];

/** A site of plain pages. */
interface Site {
  origin: string;
  pages: Map<string, string>;
}

async function siteAt(host: string): Promise<Site> {
  const pages = new Map<string, string>();
  const server: Server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const isCode = pathname.endsWith('.js');
    const text = isCode ? readFileSync(join('packages/embed/dist', pathname)) : pages.get(pathname);
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': isCode ? 'text/javascript' : 'text/html' });
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return { origin: `http://${host}:${(server.address() as AddressInfo).port}`, pages };
}

/** A village with more letters than a frame is high. */
function lettered(): CommunityDocument {
  const recognitions = Array.from({ length: 12 }, (_, i) => ({
    id: `r${i}`,
    occasion: 'thanks',
    from: 'bo',
    to: ['ada'],
    consents: [{ member: 'ada', as: 'named' }],
    text: `You mended kettle number ${i}, and showed two of us how.`,
    at: new Date(Date.UTC(2026, 2, i + 1)).toISOString(),
    state: 'shown',
  }));
  return village({
    community: { id: 'village', name: 'The village', url: 'https://village.example/' },
    recognitions,
  } as never);
}

beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunch());
  site = await siteAt('localhost');
  stranger = await siteAt('127.0.0.1');
  neighbor = await siteAt('127.0.0.1');
  const folder = temporaryFolder('frames', (remove) => close.push(remove));
  const document = join(folder, 'village.json');
  writeFileSync(document, JSON.stringify(lettered()));
  const env = { KITH_DATA: join(folder, 'data') };
  await run(
    'node',
    [
      built,
      'community',
      'add',
      'village',
      '--document',
      document,
      '--origin',
      site.origin,
      '--origin',
      neighbor.origin,
    ],
    {
      env: { ...process.env, ...env },
    },
  );
  kith = await begin('node', [built], env);
  close.push(() => kith.child.kill('SIGKILL'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  for (const each of close.reverse()) await each();
});

const frameOf = (widget: string, attributes = '', search = '') =>
  `<iframe title="${widget}" width="480" height="220" ${attributes} src="${kith.url}/embed/village/${widget}${search}"></iframe>`;
const fit = (attributes = '') => `<script async src="${kith.url}/fit.js" ${attributes}></script>`;

let n = 0;
/** A page of a site in a browser of its own, and the frames in it. */
async function opened(
  html: string,
  { on = site, head = '', ...options }: BrowserContextOptions & { on?: Site; head?: string } = {},
  begin?: (page: Page) => Promise<unknown>,
) {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await begin?.(page);
  const path = `/page-${++n}.html`;
  on.pages.set(path, `<!doctype html><html lang="en"><title>Host</title>${head}<body>${html}`);
  await page.goto(on.origin + path);
  return page;
}

async function framed(page: Page, title = 'recognition-wall'): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[title="${title}"]`)).contentFrame();
  if (!frame) throw new Error(`There is no frame ${title}.`);
  return frame;
}

const lettersIn = (frame: Frame) =>
  frame
    .locator('kith-recognition-wall')
    .getByText(/kettle number/)
    .filter({ visible: true });
const heightOf = (page: Page, title = 'recognition-wall') =>
  page.locator(`iframe[title="${title}"]`).evaluate((frame) => frame.getBoundingClientRect().height);
/** Pixels of a frame's page that are out of sight. */
const hiddenIn = (frame: Frame) =>
  frame.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);

describe('a frame in a page with fit.js', () => {
  it('is as high as what it holds, and grows with it', async () => {
    const page = await opened(`${fit()}${frameOf('recognition-wall', '', '?page-size=4')}`);
    const frame = await framed(page);
    await lettersIn(frame).first().waitFor();
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    const before = await heightOf(page);
    expect(before).toBeGreaterThan(220);
    await frame.getByRole('button', { name: 'Older letters' }).click();
    await expect.poll(() => lettersIn(frame).count()).toBe(8);
    await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 100);
    await expect.poll(() => hiddenIn(frame)).toBe(0);
  });

  it('shrinks again where the page is wider', async () => {
    const page = await opened(`${fit()}${frameOf('recognition-wall').replace('width="480"', 'style="width: 90vw"')}`, {
      viewport: { width: 320, height: 700 },
    });
    const frame = await framed(page);
    await lettersIn(frame).first().waitFor();
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    const narrow = await heightOf(page);
    await page.setViewportSize({ width: 1280, height: 700 });
    await expect.poll(() => heightOf(page)).toBeLessThan(narrow);
    await expect.poll(() => hiddenIn(frame)).toBe(0);
  });

  it('is fitted beside others, when it comes late, and when the script does', async () => {
    const page = await opened(`${frameOf('recognition-wall')}${frameOf('purpose-banner')}`);
    await lettersIn(await framed(page))
      .first()
      .waitFor();
    await (await framed(page, 'purpose-banner')).locator('kith-purpose-banner:state(ready)').waitFor();
    expect(await heightOf(page)).toBeLessThan(230);
    await page.evaluate(
      (src) => document.body.append(Object.assign(document.createElement('script'), { src })),
      `${kith.url}/fit.js`,
    );
    await expect.poll(async () => hiddenIn(await framed(page))).toBe(0);
    await expect.poll(async () => hiddenIn(await framed(page, 'purpose-banner'))).toBe(0);
    await page.evaluate((src) => {
      document.querySelector('iframe')?.remove();
      document.body.append(Object.assign(document.createElement('iframe'), { src, title: 'late', height: '100' }));
    }, `${kith.url}/embed/village/recognition-wall`);
    await expect.poll(() => heightOf(page, 'late')).toBeGreaterThan(300);
    await expect.poll(async () => hiddenIn(await framed(page, 'late'))).toBe(0);
  });

  it('is alone in being listened to: no other frame, nor what it turned into, says how high it is', async () => {
    const shouting =
      '<script>parent.postMessage({ kith: "height", height: 4000 }, "*"); document.title = "said"</script>';
    stranger.pages.set('/ad.html', `<!doctype html><title>Ad</title>${shouting}`);
    const page = await opened(
      `${fit()}<iframe title="ad" height="100" src="${stranger.origin}/ad.html"></iframe>${frameOf('recognition-wall')}`,
    );
    await expect.poll(async () => hiddenIn(await framed(page))).toBe(0);
    await expect.poll(async () => (await framed(page, 'ad')).title()).toBe('said');
    const before = await heightOf(page);
    // What stands at the frame's own address leads elsewhere.
    await (await framed(page)).goto(`${stranger.origin}/ad.html`);
    for (const height of [NaN, -1, 1e9, '4000'])
      await (
        await framed(page, 'ad')
      ).evaluate((height) => parent.postMessage({ kith: 'height', height }, '*'), height);
    await page.evaluate(() => postMessage({ kith: 'height', height: 4000 }, '*'));
    // What was said before is heard by now: a message of one's own comes after it.
    await page.evaluate(
      () =>
        new Promise((go) => {
          addEventListener('message', ({ data }) => data === 'last' && go(1));
          postMessage('last', '*');
        }),
    );
    expect(await heightOf(page, 'ad')).toBeLessThan(110);
    expect(await heightOf(page)).toBe(before);
  });

  it('may be a static page, which tells its height where no server is', async () => {
    const text = '<p>Dear Ada, you stayed until the last kettle worked.</p>'.repeat(30);
    site.pages.set(
      '/wall.html',
      `<!doctype html><title>Wall</title>${text}<script type="module" src="/frame.js"></script>`,
    );
    stranger.pages.set('/wall.html', site.pages.get('/wall.html') as string);
    const page = await opened(
      `${fit(`data-origins="${stranger.origin}"`)}<iframe title="own" src="/wall.html"></iframe><iframe title="elsewhere" src="${stranger.origin}/wall.html"></iframe>`,
    );
    for (const title of ['own', 'elsewhere']) {
      await expect.poll(() => heightOf(page, title)).toBeGreaterThan(400);
      await expect.poll(async () => hiddenIn(await framed(page, title))).toBe(0);
    }
  });
});

describe('a frame', () => {
  it('keeps its height and scrolls where nobody listens', async () => {
    const page = await opened(frameOf('recognition-wall'));
    const frame = await framed(page);
    await lettersIn(frame).first().waitFor();
    expect(await hiddenIn(frame)).toBeGreaterThan(100);
    expect(await heightOf(page)).toBeLessThan(230);
  });

  it('is shown in the pages of the community’s sites, and in no other', async () => {
    await lettersIn(await framed(await opened(frameOf('recognition-wall'))))
      .first()
      .waitFor();
    const refused: string[] = [];
    const page = await opened(frameOf('recognition-wall'), { on: stranger }, async (page) =>
      page.on('console', (said) => refused.push(said.text())),
    );
    await expect.poll(() => refused.join()).toContain('frame-ancestors');
    expect((await framed(page)).url()).toMatch(/^chrome-error:/);
  });

  it('shows the page’s own ground, reads in its language’s direction, and is dark where it is told to be', async () => {
    const page = await opened(
      `<style>body { background: rgb(250, 240, 200) }</style>${frameOf('purpose-banner', 'frameborder="0"', '?locale=ar')}`,
      { colorScheme: 'light' },
    );
    const frame = await framed(page, 'purpose-banner');
    await frame.getByText('Everyone can fix something').filter({ visible: true }).first().waitFor();
    expect(
      await frame.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]),
    ).toEqual(['ar', 'rtl']);
    const seen = async (title: string) => {
      const shot = (await page.locator(`iframe[title="${title}"]`).screenshot()).toString('base64');
      return page.evaluate(async (shot) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
        const context = new OffscreenCanvas(picture.width, picture.height).getContext(
          '2d',
        ) as OffscreenCanvasRenderingContext2D;
        context.drawImage(picture, 0, 0);
        return [...context.getImageData(3, 3, 1, 1).data.slice(0, 3)];
      }, shot);
    };
    expect(await seen('purpose-banner')).toEqual([250, 240, 200]);
    const dark = await opened(frameOf('purpose-banner', 'frameborder="0"', '?theme=dark'), { colorScheme: 'light' });
    await (await framed(dark, 'purpose-banner')).locator('kith-purpose-banner:state(ready)').waitFor();
    const ground = await (
      await framed(dark, 'purpose-banner')
    ).evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(18, 18, 18)');
  });

  it('shows its letters where no script runs', async () => {
    const page = await opened(frameOf('recognition-wall'), { javaScriptEnabled: false });
    await page.frameLocator('iframe').getByText('kettle number 11').waitFor();
  });
});

describe('a frame in a page under a policy', () => {
  const widgets = ['purpose-banner', 'role-badge', 'recognition-wall', 'progression-ladder', 'peer-intro'];

  it.each(policies)(
    'of $name: nothing is refused around it nor in it, also in a sandbox',
    async ({ header, nonce }) => {
      const script = nonce ? fit(`nonce="${nonce}"`) : fit();
      const policy = `${header(kith.url)}; frame-src ${kith.url}`;
      for (const sandbox of ['', 'sandbox="allow-scripts"']) {
        const refused: string[] = [];
        const page = await opened(
          `${script}${widgets.map((widget) => frameOf(widget, sandbox)).join('')}`,
          { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">` },
          async (page) => {
            page.on('pageerror', (error) => refused.push(String(error)));
            page.on(
              'console',
              (said) => /Content Security Policy|Trusted/.test(said.text()) && refused.push(said.text()),
            );
          },
        );
        for (const widget of widgets) {
          const frame = await framed(page, widget);
          await frame.locator(`kith-${widget}:state(ready), kith-${widget}:state(empty)`).waitFor();
          // Out of sight a browser lets another site’s frame sleep, and measure nothing.
          await page.locator(`iframe[title="${widget}"]`).scrollIntoViewIfNeeded();
          await expect.poll(() => hiddenIn(frame), { message: widget }).toBe(0);
        }
        await lettersIn(await framed(page))
          .first()
          .waitFor();
        expect(refused).toEqual([]);
      }
    },
  );
});

describe('a frame in WordPress', () => {
  /** What WordPress makes of a frame, and what it hears from it. */
  const inWordPress = (widget: string) =>
    opened(`<script>
      const heard = [];
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe[data-secret="${SECRET}"]');
        if (source === frame.contentWindow && data.secret === '${SECRET}') heard.push({ ...data, focused: document.activeElement === frame });
      });
    </script>${frameOf(widget, `class="wp-embedded-content" sandbox="allow-scripts" security="restricted" data-secret="${SECRET}"`, `#?secret=${SECRET}`)}`);
  const heardIn = (page: Page) =>
    page.evaluate('heard') as Promise<{ message: string; value: unknown; secret: string; focused: boolean }[]>;

  it('tells its height with the secret it was given, and again to who was not ready', async () => {
    const page = await inWordPress('recognition-wall');
    const frame = await framed(page);
    await lettersIn(frame).first().waitFor();
    const real = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    await expect
      .poll(async () => (await heardIn(page)).at(-1))
      .toMatchObject({ message: 'height', value: real, secret: SECRET });
    await page.evaluate(
      `heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'another' }, '*')`,
    );
    await page.evaluate(
      `document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: '${SECRET}' }, '*')`,
    );
    await expect
      .poll(() => heardIn(page))
      .toEqual([{ message: 'height', value: real, secret: SECRET, focused: false }]);
  });

  it('asks to be followed where a link leads to its own site, and only there', async () => {
    const page = await inWordPress('purpose-banner');
    const frame = await framed(page, 'purpose-banner');
    await frame.getByRole('link', { name: 'Open it by itself' }).click();
    const links = async () => (await heardIn(page)).filter(({ message }) => message === 'link');
    await expect
      .poll(links)
      .toEqual([{ message: 'link', value: `${kith.url}/embed/village/purpose-banner`, secret: SECRET, focused: true }]);
    await frame.evaluate(() => {
      const elsewhere = Object.assign(document.createElement('a'), {
        href: 'https://elsewhere.example/',
        textContent: 'Elsewhere',
      });
      document.body.append(elsewhere);
    });
    await frame.getByRole('link', { name: 'Elsewhere' }).click();
    expect(await links()).toHaveLength(1);
  });
});

describe('a frame without an origin', () => {
  it('shows the letters it came with, asks nobody for more, and grows', async () => {
    const asked: string[] = [];
    const uncaught: string[] = [];
    const page = await opened(`${fit()}${frameOf('recognition-wall', 'sandbox="allow-scripts"')}`, {}, async (page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      page.on('pageerror', (error) => uncaught.push(String(error)));
    });
    const frame = await framed(page);
    await lettersIn(frame).first().waitFor();
    await frame.waitForFunction(() => customElements.get('kith-recognition-wall'));
    await expect.poll(() => hiddenIn(frame)).toBe(0);
    expect(await lettersIn(frame).count()).toBe(12);
    expect(await heightOf(page)).toBeGreaterThan(400);
    expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);
    expect(uncaught).toEqual([]);
  });

  it('offers nothing that could not be kept, and says so', async () => {
    const page = await opened(frameOf('purpose-banner', 'sandbox="allow-scripts"'));
    const frame = await framed(page, 'purpose-banner');
    await frame.getByText('so nobody can be counted in').waitFor();
    await frame.getByText('Everyone can fix something').filter({ visible: true }).first().waitFor();
    expect(await frame.getByRole('button', { name: 'Count me in' }).count()).toBe(0);
  });
});

describe('a frame', () => {
  it('whose browser keeps nothing reads what there is, offers nothing that could not be kept, and says so', async () => {
    const uncaught: string[] = [];
    const page = await opened(frameOf('purpose-banner'), {}, async (page) =>
      page.on('pageerror', (error) => uncaught.push(String(error))),
    );
    const frame = await framed(page, 'purpose-banner');
    await frame.locator('kith-purpose-banner:state(ready)').waitFor();
    await frame.getByText('so nobody can be counted in').waitFor();
    expect(await frame.getByRole('button', { name: 'Count me in' }).count()).toBe(0);
    // A private window refuses what is framed by another site.
    const stored = frame.evaluate(() => localStorage.length);
    await expect(stored).rejects.toThrow('SecurityError');
    expect(uncaught).toEqual([]);
  });

  it('counts whoever is in for once, also when they come again, and says nothing of keeping', async () => {
    const page = await opened(frameOf('purpose-banner'), { on: neighbor });
    const frame = await framed(page, 'purpose-banner');
    await frame.getByRole('button', { name: 'Count me in' }).click();
    await frame.getByText('1 counted in').filter({ visible: true }).first().waitFor();
    expect(await frame.getByText('so nobody can be counted in').isVisible()).toBe(false);
    await page.reload();
    const again = await framed(page, 'purpose-banner');
    await again.getByRole('button', { name: 'Count me in', pressed: true }).waitFor();
    await again.getByText('1 counted in').filter({ visible: true }).first().waitFor();
  });
});
