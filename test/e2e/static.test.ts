import { readFileSync } from 'node:fs';
import { json } from '@kith/providers/json';
import { staticHtml, staticTag, type Shown } from '@kith/embed/static';
import { describe, expect, it } from 'vitest';
import { builtDemo } from './support.js';

const provider = json({ document: JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as unknown });
const shown: Record<string, Shown> = {
  'the purpose': { widget: 'purpose-banner' },
  'the purpose on a line': { widget: 'purpose-banner', attributes: { layout: 'line' } },
  roles: { widget: 'role-badge', attributes: { member: 'noor' } },
  'a role': { widget: 'role-badge', attributes: { name: 'connector', layout: 'card' } },
  'a sign': { widget: 'role-badge', attributes: { name: 'connector', layout: 'glyph' } },
  'signs side by side': { widget: 'role-badge', attributes: { member: 'noor', layout: 'glyph' } },
  'three letters': { widget: 'recognition-wall', attributes: { 'page-size': '3' } },
  'a page of letters': { widget: 'recognition-wall' },
  'letters side by side': { widget: 'recognition-wall', attributes: { layout: 'grid' } },
  steps: { widget: 'progression-ladder', attributes: { ladder: 'pull-up' } },
  'somebody’s steps': { widget: 'progression-ladder', attributes: { ladder: 'pull-up', member: 'yuki' } },
  'who could use a hand': { widget: 'peer-intro' },
};
const plain = 'body { font: 1rem/1.6 sans-serif }';
const hosts = {
  'a plain page': plain,
  ...Object.fromEntries(
    ['choir', 'docs', 'workshop'].map((name) => [
      `the page of a ${name}`,
      // Its fonts are bundled with the demo, not here: a page has to hold still in any.
      readFileSync(`demo/hosts/${name}.css`, 'utf8').replace(/@import[^;]+;/g, ''),
    ]),
  ),
};
const looks = [
  { width: 320, colorScheme: 'light', locale: 'en' },
  { width: 320, colorScheme: 'dark', locale: 'en' },
  { width: 768, colorScheme: 'light', locale: 'en' },
  { width: 768, colorScheme: 'light', locale: 'ar' },
  { width: 1280, colorScheme: 'light', locale: 'en' },
] as const;
const HEIGHT = 900;

type Watched = typeof globalThis & { shifts: string[] };

describe.each(Object.entries(hosts))('static HTML in its tag, in %s,', (_, css) => {
  const demo = builtDemo();

  it.each(looks)(
    'gives way without moving the page: $width px, $colorScheme, $locale',
    async (look) => {
      const { width, colorScheme, locale } = look;
      const page = await demo.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
      let tag = '';
      await page.route('**/static-page', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><title>Static</title>
          <link rel="stylesheet" href="/kith.css"><style>${css}</style>
          <body><main><p>Before</p>${tag}<p id="after">After</p></main></body>`,
        }),
      );
      const place = () => page.locator('#after').evaluate((after) => after.getBoundingClientRect().top);
      const moved: Record<string, unknown> = {};
      for (const [name, each] of Object.entries(shown)) {
        tag = staticTag({ ...each, locale }, await staticHtml(provider, { ...each, locale })).text;
        await page.goto(new URL('/static-page', demo.url).href);
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
        await page.evaluate(async () => {
          for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
        });
        const shifts = await page.evaluate(() => (globalThis as Watched).shifts);
        const by = (await place()) - before;
        // What begins below the window may move there.
        if (shifts.length || (before < HEIGHT && Math.abs(by) >= 0.5)) moved[name] = { by, shifts };
      }
      expect(moved).toEqual({});
    },
    180_000,
  );
});
