import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { shared } from '../shared.js';
import { fragment, here, hostile, page, shapeOf, shownIn } from './shown.js';
import { createWorld } from './support.js';

const world = createWorld();
const shown = (path: string) => shownIn(world, path);
const widgets = ['purpose-banner', 'role-badge', 'recognition-wall', 'progression-ladder', 'peer-intro'];

/** Written here, in the manner of the lists others keep. */
const own = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title></desc></text></style><script>alert(1)</script>',
  '</iframe><svg onload=alert(1)>',
  ']]>--><!--<!DOCTYPE x [<!ENTITY a "b">]>&a;&#x3c;script&#62;',
  'javascript:alert(1)',
  '{"@context":"https://schema.org"}</script>',
  'a\u0001b\u001f\ufffec\u000b',
  '\u202eright to left override',
  'Z\u0351\u036b\u0343\u036aalgo'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(60),
];

/** What everybody reads of a community, of the plain one and of one in which everything is said so. */
async function outputsOf(said: string | undefined) {
  const id = await world.found(hostile(said ?? 'plain'));
  const frames = await Promise.all(widgets.map((widget) => shown(`/embed/${id}/${widget}`)));
  const oembed = await shown(`/oembed?url=${here}/embed/${id}/role-badge`);
  return { id, frames, oembed, feed: await shown(`/feed/${id}.json`), badge: await shown(`/badge/${id}/ada.svg`) };
}

describe('words of members', () => {
  const naughty = shared('corpora/strings/blns/blns.json');
  const scripts = shared('corpora/xss/OWASP/xss-filter-evasion.json');
  const listsOf = (place: string | undefined) => (place ? stringsIn(JSON.parse(readFileSync(place, 'utf8'))) : []);
  const isKept = (text: string) => /\S/.test(text) && !text.includes('\0') && !/\p{Cs}/u.test(text);
  // One after the other, and of the long lists several at once, apart by what ends whatever was begun.
  const others = [...listsOf(naughty), ...listsOf(scripts)].filter(isKept);
  const said = [...own, ...chunked(others, 25).map((some) => some.join(' '))];

  it(
    'are words in every page, picture and feed (with corpora/strings and corpora/xss in KITH_SHARED)',
    { timeout: 120_000 },
    async () => {
      const plain = await outputsOf(undefined);
      for (const each of said) {
        const { id, frames, oembed, feed, badge } = await outputsOf(each);
        frames.forEach(({ status, text }, i) => {
          expect(status, each).toBe(200);
          // Words may fill fewer lines, or more; what makes up the page is what makes it up with plain ones.
          const usual = new Set(['br', 'a', 'a href', ...kindsIn(plain.frames[i]?.text ?? '')]);
          expect(
            kindsIn(text).filter((kind) => !usual.has(kind)),
            each,
          ).toEqual([]);
          const links = page(text).filter(({ tag }) => tag === 'a');
          for (const { attributes } of links) expect(attributes['href'], each).toMatch(/^(https?|mailto):/);
          expect(page(text).flatMap(({ tag, attributes }) => (tag === 'script' ? [attributes['src']] : []))).toEqual([
            '/kith.js',
            '/frame.js',
          ]);
          expect(page(text).find(({ tag }) => tag === 'kith-community')?.attributes).toEqual({
            'data-server': `/v1/${id}`,
          });
        });
        expect(shapeOf(fragment(badge.text)), each).toEqual(shapeOf(fragment(plain.badge.text)));
        expect(badge.text, each).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!#\d+;)/);
        const { html } = JSON.parse(oembed.text) as { html: string };
        expect(shapeOf(fragment(html)), each).toEqual(['iframe height loading referrerpolicy sandbox src title width']);
        expect(fragment(html)[0]?.attributes['src']).toBe(`${here}/embed/${id}/role-badge`);
        const { items, home_page_url: home = 'https://' } = JSON.parse(feed.text) as {
          items: Record<string, unknown>[];
          home_page_url?: string;
        };
        expect(
          items.flatMap((one) => Object.keys(one)).filter((key) => key === 'content_html'),
          each,
        ).toEqual([]);
        expect(home, each).toMatch(/^(https?|mailto):/);
      }
    },
  );

  it('in the address of a frame are attributes of its widget, and none that another place or words come from', async () => {
    const id = await world.found(village());
    const asked = new URLSearchParams({
      member: '"><script>alert(1)</script>',
      src: 'https://evil.example',
      statement: 'Buy this',
      provider: 'json',
      hold: '',
      onload: 'x',
      style: 'x',
      theme: 'dark',
      locale: 'ar',
    });
    const { text } = await shown(`/embed/${id}/role-badge?${asked.toString()}`);
    const widget = page(text).find(({ tag }) => tag === 'kith-role-badge');
    expect(widget?.attributes).toEqual({ member: '"><script>alert(1)</script>', theme: 'dark' });
    expect(page(text).find(({ tag }) => tag === 'html')?.attributes['lang']).toBe('ar');
    expect((await shown(`/embed/${id}/role-badge?locale=%22x`)).status).toBe(422);
    expect((await shown(`/embed/${id}/kith-community`)).status).toBe(404);
  });
});

/** Each element and attribute that there is in a page, by name. */
function kindsIn(text: string): string[] {
  return page(text).flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes).map((name) => `${tag} ${name}`)]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function chunked<T>(all: T[], size: number): T[][] {
  return all.length ? [all.slice(0, size), ...chunked(all.slice(size), size)] : [];
}
