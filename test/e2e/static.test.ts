import { readFileSync } from 'node:fs';
import { json } from '@kith/providers/json';
import { staticHtml, staticTag, type Shown } from '@kith/embed/static';
import { describe, expect, it } from 'vitest';
import { builtDemo } from './support.js';

const provider = json({ document: JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as unknown });
const shown: [string, Shown][] = [
  ['the purpose', { widget: 'purpose-banner' }],
  ['roles', { widget: 'role-badge', attributes: { member: 'noor' } }],
  ['a role', { widget: 'role-badge', attributes: { name: 'connector', layout: 'card' } }],
  ['three letters', { widget: 'recognition-wall', attributes: { 'page-size': '3' } }],
  ['a page of letters', { widget: 'recognition-wall' }],
  ['letters side by side', { widget: 'recognition-wall', attributes: { layout: 'grid' } }],
  ['steps', { widget: 'progression-ladder', attributes: { ladder: 'pull-up' } }],
  ['somebody’s steps', { widget: 'progression-ladder', attributes: { ladder: 'pull-up', member: 'yuki' } }],
  ['who could use a hand', { widget: 'peer-intro' }],
];

type Watched = typeof globalThis & { shifts: string[]; begin: () => void };

describe('static HTML in its tag', () => {
  const demo = builtDemo();

  for (const width of [320, 768, 1280])
    it.each(shown)(`gives way to %s without moving the page, ${width} px wide`, async (_, each) => {
      const tag = staticTag(each, await staticHtml(provider, each)).text;
      const page = await demo.newPage({ viewport: { width, height: 900 } });
      await page.route('**/static-page', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><title>Static</title><link rel="stylesheet" href="/kith.css">
            <body style="font: 1rem/1.6 sans-serif"><p>Before</p>${tag}<p id="after">After</p></body>`,
        }),
      );
      await page.goto(new URL('/static-page', demo.url).href);
      const place = () => page.locator('#after').evaluate((after) => after.getBoundingClientRect().top);
      const before = await place();
      await page.evaluate(() => {
        const watched = globalThis as Watched;
        watched.shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) watched.shifts.push(JSON.stringify(shift));
        }).observe({ type: 'layout-shift' });
      });
      await page.addScriptTag({ type: 'module', url: '/kith.js' });
      await page.waitForFunction(() => {
        const tag = document.querySelector('p + *') as HTMLElement & { status?: string };
        return tag.status === 'ready' && !tag.shadowRoot?.querySelector('slot:not([name])');
      });
      // What is drawn in slices is drawn by then, and seen.
      for (let frame = 0; frame < 20; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.evaluate(() => (globalThis as Watched).shifts)).toEqual([]);
      // What begins below the window may move there.
      if (before < 900) expect(await place()).toBeCloseTo(before, 0);
    });
});
