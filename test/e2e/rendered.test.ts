import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostileCommunity } from '../embed/hostile.js';
import { demo, renderedSite } from './rendered-site.js';

const site = renderedSite();

/** A page, and all that it complains of or asks of others. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const { page, wrong } = await site.newPage(options);
  page.on('request', (request) => !request.url().startsWith(site.base) && wrong.push(request.url()));
  await page.goto(`${site.base}/${path}`, { waitUntil: 'networkidle' });
  return { page, wrong };
}

describe('a rendered page', () => {
  it('is read without scripts, in a narrow window, and asks nobody', async () => {
    await site.render('still', demo);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, wrong } = await open('still/index.html', {
        javaScriptEnabled: false,
        viewport: { width: 320, height: 600 },
        colorScheme,
      });
      await expect.poll(() => page.getByRole('heading', { name: 'Everyone can fix something' }).count()).toBe(1);
      await expect.poll(() => page.getByText('You drew bench 2 to the centimetre.').isVisible()).toBe(true);
      expect(wrong).toEqual([]);
    }
    const { page } = await open('still/index.html', { viewport: { width: 320, height: 600 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is upgraded under its own policy by the code it names', async () => {
    expect(existsSync('packages/embed/dist/kith.js'), 'npm run build makes it').toBe(true);
    await site.render('live', demo, '--code', '/kith/');
    const { page, wrong } = await open('live/index.html');
    await page.getByRole('listitem').filter({ hasText: 'You drew bench 2' }).waitFor();
    const ready = () =>
      page.locator('kith-recognition-wall').evaluate((wall) => (wall as HTMLElement & { status: string }).status);
    await expect.poll(ready).toBe('ready');
    expect(wrong).toEqual([]);
  });

  it('runs nothing that hostile words say', async () => {
    await site.render(
      'hostile',
      JSON.stringify(hostileCommunity('"><img src=x onerror=alert(1)></script><script>alert(1)</script>')),
    );
    const { page, wrong } = await open('hostile/index.html', { viewport: { width: 320, height: 600 } });
    expect(wrong).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('a picture, with the type of this machine', () => {
  const sources: [name: string, document: string, more: string[]][] = [
    ['English', demo, []],
    ['Arabic', demo, ['--locale', 'ar']],
    [
      'wide letters',
      JSON.stringify(hostileCommunity('WMWMWMW@@@ MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM')),
      ['--member', 'ada'],
    ],
    [
      'Japanese',
      JSON.stringify(hostileCommunity('日本語のとても長い文を、ここに書いておきます。'.repeat(6))),
      ['--member', 'ada'],
    ],
    ['emoji', JSON.stringify(hostileCommunity('👩‍👩‍👧‍👦🧵'.repeat(40))), ['--member', 'ada']],
  ];

  it.each(sources)('keeps every line within itself: %s', async (name, source, more) => {
    const out = name.replace(' ', '-');
    await site.render(out, source, ...more);
    for (const widget of ['recognition-wall', 'purpose-banner', 'progression-ladder', 'peer-intro']) {
      const { page, wrong } = await open(`${out}/${widget}.svg`);
      const outside = await page.evaluate(() => {
        const whole = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text')]
          .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
          .filter(
            ({ box }) =>
              box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom,
          )
          .map(({ said, box }) => `${said} ${box.left} to ${box.right} of ${whole.right}`);
      });
      expect(outside, widget).toEqual([]);
      expect(wrong).toEqual([]);
    }
  });

  it('says its name and its words to who does not see it', async () => {
    await site.render('heard', demo);
    const { page } = await open('heard/index.html');
    await page.setContent(readFileSync(join(site.folder, 'heard/purpose-banner.svg'), 'utf8'));
    const picture = page.getByRole('img', { name: /^What Riverside Tool Library stands for/ });
    expect(await picture.count()).toBe(1);
  });
});
