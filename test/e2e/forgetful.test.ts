import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtDemo, letters } from './support.js';

const demo = builtDemo();
const passing = "This browser won't keep it. It stays until you leave the page.";

/** Ways for a browser to keep nothing, each with how the demo is opened in it, through Yuki's eyes. */
const ways: Record<string, (page: Page) => Promise<Page | Frame>> = {
  'that refuses all storage': async (page) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Access is denied.', 'SecurityError');
      };
      Object.assign(IDBFactory.prototype, { open: refuse, databases: refuse });
      for (const name of ['localStorage', 'sessionStorage', 'caches'])
        Object.defineProperty(globalThis, name, { get: refuse });
    });
    await page.goto(new URL('index.html?eyes=yuki', demo.url).href);
    return page;
  },
  'whose disk is full': async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(demo.url).origin, quotaSize: 1 });
    await page.goto(new URL('index.html?eyes=yuki', demo.url).href);
    return page;
  },
  'in a frame without an origin': async (page) => {
    // Without allow-forms no browser tells a page of a form that is sent.
    const frame = '<iframe sandbox="allow-scripts allow-forms" src="/index.html?eyes=yuki"></iframe>';
    const html = `<!doctype html><title>Frame</title>${frame}`;
    await page.route('**/*', async (route) => {
      if (route.request().url().endsWith('/frame.html')) return route.fulfill({ contentType: 'text/html', body: html });
      // Such a frame is a stranger to its own site.
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    await page.goto(new URL('frame.html', demo.url).href);
    return page.frame({ url: /index\.html/ }) as Frame;
  },
};

describe.each(Object.keys(ways))('a browser %s', (way) => {
  it('carries out a cheer, a pledge and a letter as long as the page lives, and says that they will be lost', async () => {
    const page = await demo.newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(`uncaught: ${String(error)}`));
    const place = (await ways[way]?.(page)) as Page;

    const ask = letters(place).filter({ hasText: 'ECL86' });
    await ask.getByRole('button', { name: 'Cheer' }).click();
    await ask.getByText('Ruth and Yuki cheered.').waitFor();
    await ask.getByText(passing).waitFor();
    await place.getByRole('status').filter({ hasText: passing }).first().waitFor({ state: 'attached' });

    const banner = place.locator('kith-purpose-banner');
    await banner.getByText('Shared by 87 of us.').waitFor();
    await banner.getByRole('button', { name: 'Put my name to it' }).click();
    // She had: it is taken off.
    await banner.getByText('Shared by 86 of us.').waitFor();
    await banner.getByText(passing).waitFor();

    const wall = place.locator('kith-recognition-wall');
    await wall.getByRole('button', { name: 'Write to them' }).click();
    await wall.getByRole('combobox', { name: 'Who?' }).fill('Bo');
    await wall.getByRole('option').first().click();
    await wall.getByLabel('What did they do?').fill('You held the ladder.');
    await wall.getByRole('button', { name: /^Send it to/ }).click();
    await wall.getByText('Waits for a yes from Bo').waitFor();

    const claims = ['Kept on this device.', "It goes by itself once you're online."];
    for (const claim of claims) expect(await place.getByText(claim).count(), claim).toBe(0);
    expect(said).toEqual([]);
  });
});
