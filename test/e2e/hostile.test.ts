import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shared } from '../shared.js';
import { builtDemo } from './support.js';

const naughty = shared('corpora/strings/blns/blns.json');
/** Written here, in the manner of the lists others keep. */
const own = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '${alert(1)}{{alert(1)}}',
  'W'.repeat(400),
  '\u202eright to left override',
  'Z\u0351\u036b\u0343\u036aalgo'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(60),
  '﷽'.repeat(20),
  'א'.repeat(200),
];

const demo = builtDemo();

/** Every string as a name, a text, a need, a label, a reply, a picture's words and a link. */
function documentOf(strings: readonly string[]) {
  const words = strings.filter((text) => /\S/.test(text));
  return {
    kith: 1,
    purpose: {
      statement: words[0],
      made: { count: 2, unit: words[0], href: 'javascript:alert(1)' },
      invitation: { label: words.at(-1), href: 'data:text/html,<script>alert(1)</script>' },
      by: words.map((_, i) => `m${i}`),
    },
    members: words.map((name, i) => ({ id: `m${i}`, name, picture: { src: name } })),
    recognitions: words.map((text, i) => ({
      id: `r${i}`,
      occasion: ['thanks', 'first', 'shipped', 'ask'][i % 4],
      from: `m${i}`,
      to: [`m${(i + 1) % words.length}`],
      text,
      lang: text,
      role: text,
      labels: [text],
      ...(i % 5 === 0 && { need: text }),
      evidence: [{ kind: 'image', src: text, alt: text }],
      askedAt: '2026-03-01',
      shippedAt: '2026-03-18',
      cheers: { count: 3, by: [`m${i}`] },
      replies: [{ member: `m${i}`, text }],
    })),
  };
}

async function show(strings: readonly string[], width: number) {
  const page = await demo.newPage({ viewport: { width, height: 800 } });
  const wrong: string[] = [];
  page.on('dialog', (dialog) => (wrong.push(`ran a script: ${dialog.message()}`), dialog.dismiss()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.route('**/hostile.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Hostile</title><style>body { margin: 0 }</style>
        <script type="module" src="/kith.js"></script><kith-community src="/hostile.json"></kith-community>
        <kith-purpose-banner></kith-purpose-banner><kith-recognition-wall page-size="1000"></kith-recognition-wall>`,
    }),
  );
  await page.route('**/hostile.json', (route) => route.fulfill({ json: documentOf(strings) }));
  await page.goto(new URL('hostile.html', demo.url).href);
  const letters = page.locator('kith-recognition-wall').getByRole('listitem');
  const count = documentOf(strings).recognitions.length;
  await expect.poll(() => letters.count(), { timeout: 20_000 }).toBe(count);
  await page.evaluate((statements) => {
    for (const statement of statements) {
      const banner = document.createElement('kith-purpose-banner');
      banner.setAttribute('statement', statement);
      document.body.append(banner);
    }
  }, strings);
  const statements = page.locator('kith-purpose-banner').getByRole('heading');
  await expect.poll(() => statements.count()).toBeGreaterThan(strings.filter((text) => text.trim()).length - 1);
  // Letters out of sight are not laid out, and could not be seen to run over.
  await page.evaluate(() => {
    for (const chunk of document
      .querySelectorAll('kith-recognition-wall')[0]
      ?.shadowRoot?.querySelectorAll<HTMLElement>('.chunk') ?? [])
      chunk.style.contentVisibility = 'visible';
  });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const links = await page.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  return { wrong, over, links: [...new Set(links)] };
}

describe('hostile words, in every place of a document', () => {
  it.each([280, 320, 768])('run nothing, lead nowhere and fit %i px', async (width) => {
    const { wrong, over, links } = await show(own, width);
    expect({ wrong, over }).toEqual({ wrong: [], over: 0 });
    for (const protocol of links) expect(['http:', 'https:', 'mailto:']).toContain(protocol);
  });

  it.skipIf(!naughty).each([280, 320, 768])(
    'of the big list of naughty strings (needs corpora/strings/blns in KITH_SHARED) do so at %i px',
    async (width) => {
      const { wrong, over, links } = await show(JSON.parse(readFileSync(naughty ?? '', 'utf8')) as string[], width);
      expect({ wrong, over }).toEqual({ wrong: [], over: 0 });
      for (const protocol of links) expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    },
    90_000,
  );
});
