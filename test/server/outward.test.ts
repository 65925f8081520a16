import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { CommunityDocument } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { shared } from '../shared.js';
import { someCode } from './contract.js';
import { createChecks, describedIn } from './described.js';
import { createWorld } from './support.js';

const world = createWorld();
const here = 'http://localhost';
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

/** Every string as whatever a community and its members can say. */
function hostile(said: string): CommunityDocument {
  const roles = [
    { role: 'own', accepted: true, aspires: said, affirmed: { count: 1, by: [{ member: 'bo', because: said }] } },
  ];
  return village({
    community: { id: 'village', name: said, url: said, locale: said },
    purpose: { statement: said, version: 3 },
    roles: [{ id: 'own', name: said, description: said }],
    members: [
      { id: 'ada', name: said, called: said, title: said, url: said, visibility: 'everyone', roles },
      { id: 'bo', name: 'Bo', visibility: 'everyone' },
    ],
    recognitions: ['thanks', 'first', 'shipped', 'ask'].map((occasion, i) => ({
      id: `r${i}`,
      occasion,
      from: 'bo',
      to: ['ada'],
      consents: [{ member: 'ada', as: 'named' }],
      ...(i && { text: said, need: said }),
      lang: said,
      labels: [said],
      evidence: [{ kind: 'image', src: said, alt: said }],
      at: '2026-03-01',
      state: 'shown',
    })),
  } as never);
}

interface Found {
  tag: string;
  attributes: Record<string, string>;
}

/** As much of a parsed node as is looked at. */
interface Parsed {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Parsed[];
}

/** Every element of what was parsed, with its attributes. */
function elementsIn({ tagName: tag, attrs = [], childNodes = [] }: Parsed): Found[] {
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return [...(tag === undefined ? [] : [{ tag, attributes }]), ...childNodes.flatMap(elementsIn)];
}
const page = (text: string) => elementsIn(parse(text) as Parsed);
const fragment = (text: string) => elementsIn(parseFragment(text) as Parsed);
const shapeOf = (found: Found[]) =>
  found.map(({ tag, attributes }) => [tag, Object.keys(attributes).sort().join(' ')].join(' ').trim());

async function shown(path: string) {
  const response = await world.app({ code: someCode() }).request(here + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

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
          expect([status, shapeOf(page(text).filter(({ tag }) => tag !== 'a'))], each).toEqual([
            200,
            shapeOf(page(plain.frames[i]?.text ?? '')),
          ]);
          const links = page(text).filter(({ tag }) => tag === 'a');
          for (const { attributes } of links)
            expect(attributes, each).toEqual({ href: expect.stringMatching(/^(https?|mailto):/) as string });
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

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function chunked<T>(all: T[], size: number): T[][] {
  return all.length ? [all.slice(0, size), ...chunked(all.slice(size), size)] : [];
}

describe('a frame', () => {
  it('runs nothing but the widgets’ code, and stands in the pages of the community’s sites alone', async () => {
    const id = await world.found(village());
    const policyOf = async () => (await shown(`/embed/${id}/recognition-wall`)).headers.get('content-security-policy');
    expect(await policyOf()).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'self'$/);
    expect(await policyOf()).not.toMatch(/unsafe|\*|https?:/);
    await within(world.db, id, (trx) =>
      trx
        .insertInto('origin')
        .values([
          { community: id, origin: 'https://site.example' },
          { community: id, origin: 'https://other.example:8443' },
        ])
        .execute(),
    );
    expect(await policyOf()).toMatch(/; frame-ancestors 'self' https:\/\/site\.example https:\/\/other\.example:8443$/);
  });

  it('is discovered, and put into a page no larger than there is room', async () => {
    const id = await world.found(village());
    const { text } = await shown(`/embed/${id}/recognition-wall?layout=grid`);
    const link = page(text).find(({ attributes }) => attributes['type'] === 'application/json+oembed');
    const found = await shown((link?.attributes['href'] ?? '').replace(here, '') + '&maxwidth=300&maxheight=200');
    expect(JSON.parse(found.text)).toMatchObject({
      type: 'rich',
      version: '1.0',
      title: 'The village',
      width: 300,
      height: 200,
    });
    expect(found.text).toContain(`${here}/embed/${id}/recognition-wall?layout=grid`);
  });

  it.each([
    ['of another server', 'https://elsewhere.example/embed/{id}/role-badge', 404],
    ['of another port', 'http://localhost:81/embed/{id}/role-badge', 404],
    ['with another server’s name before it', 'http://localhost@evil.example/embed/{id}/role-badge', 404],
    ['of a community that is none', 'http://localhost/embed/nowhere/role-badge', 404],
    ['of no widget', 'http://localhost/embed/{id}/kith-store', 404],
    ['of another page', 'http://localhost/v1/{id}', 404],
    ['that is none', 'role-badge', 404],
    ['as XML', 'http://localhost/embed/{id}/role-badge&format=xml', 501],
    ['of no width', 'http://localhost/embed/{id}/role-badge&maxwidth=0', 422],
  ])('is told of by no address %s', async (_, url, status) => {
    const id = await world.found(village());
    expect((await shown(`/oembed?url=${url.replace('{id}', id)}`)).status).toBe(status);
  });
});

describe('an address', () => {
  it('has a step in it nowhere: nothing on a server is called so', async () => {
    const steps = village({
      members: [
        { id: 'ada', name: 'Ada' },
        { id: '..', name: 'Up' },
      ],
    });
    await expect(world.found(steps)).rejects.toThrow('members[1].id: nothing on a server can be called "." or ".."');
    const id = await world.found(village());
    const authorization = `Bearer ${await world.token(id, '..')}`;
    expect((await world.app().request(`/v1/${id}/me`, { headers: { authorization } })).status).toBe(401);
    // As it is sent by who takes no step themselves.
    const base = new URL(await world.listen());
    for (const path of [`/v1/${id}/members/..`, `/v1/${id}/members/%2e%2e`, '/v1/..', '/v1/.', `/embed/../v1/${id}`])
      expect(await sentAsIs(base, path), path).toBeLessThan(500);
  });

  it('is by no other method than it has, and says which those are', async () => {
    const id = await world.found(village());
    const response = await world.app().request(`/v1/${id}/document`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT']);
    expect((await world.app().request(`/v1/${id}/nothing`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is told as the one under which everyone reaches the server, where that is said', async () => {
    const app = world.app({ url: 'https://kith.example' });
    const id = await world.found(village());
    const feed = (await (await app.request(`http://evil.example/feed/${id}.json`)).json()) as { feed_url: string };
    expect(feed.feed_url).toBe(`https://kith.example/feed/${id}.json`);
  });
});

function sentAsIs({ hostname, port }: URL, path: string): Promise<number> {
  return new Promise((resolve, reject) =>
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end(),
  );
}

describe('what others show', () => {
  it('is as the community has it: a feed of the letters, and what a member is known for', async () => {
    const id = await world.found(hostile('Mending'));
    const described = await describedIn(world.app());
    const feed = JSON.parse((await shown(`/feed/${id}.json`)).text) as { items: unknown[] };
    const schema =
      described.paths['/feed/{community}.json']?.['get']?.responses[200]?.content?.['application/feed+json']?.schema ??
      {};
    expect(createChecks(described)(schema)(feed)).toBe(true);
    expect(feed.items).toHaveLength(4);
    const { headers, text } = await shown(`/badge/${id}/ada.svg`);
    expect(headers.get('content-type')).toBe('image/svg+xml');
    expect(text).toContain('<title id="t">Mending, Mending</title>');
    expect(text).toContain('<desc id="d">Mending: seen by others. Bo has seen it.</desc>');
    expect(text).toContain('prefers-color-scheme:dark');
  });

  it('is what everyone may see, whoever asks, and nothing of who shows nothing', async () => {
    const id = await world.found(
      village({
        members: [
          { id: 'ada', name: 'Ada', visibility: 'members', roles: [{ role: 'connector', accepted: true }] },
          { id: 'bo', name: 'Bo', visibility: 'everyone', roles: [{ role: 'connector' }] },
        ],
      }),
    );
    const headers = { authorization: `Bearer ${await world.token(id, 'bo')}` };
    for (const init of [{}, { headers }]) {
      expect((await world.app().request(`/badge/${id}/ada.svg`, init)).status).toBe(404);
      expect(await (await world.app().request(`/badge/${id}/bo.svg`, init)).text()).not.toContain('Connector');
    }
  });

  it('is without a letter as soon as who it is about takes their yes back, also where it was held', async () => {
    const app = world.app();
    const id = await world.found(hostile('Mending'));
    const feed = async (etag?: string | null) =>
      app.request(`/feed/${id}.json`, { headers: etag ? { 'if-none-match': etag } : {} });
    const before = await feed();
    const { items } = (await before.json()) as { items: object[] };
    expect((await feed(before.headers.get('etag'))).status).toBe(304);
    const body = JSON.stringify({ key: newKey(), name: 'consent', detail: { recognition: 'r1', as: 'hidden' } });
    const authorization = `Bearer ${await world.token(id, 'ada')}`;
    expect((await app.request(`/v1/${id}/intents`, { method: 'POST', headers: { authorization }, body })).status).toBe(
      200,
    );
    const after = await feed(before.headers.get('etag'));
    expect([after.status, ((await after.json()) as { items: object[] }).items.length]).toEqual([200, items.length - 1]);
  });

  it('is the widgets’ code, for ever where its name says what is in it', async () => {
    const app = world.app({ code: someCode() });
    const kept = async (path: string) => (await app.request(path)).headers.get('cache-control');
    expect(await kept('/kith-part-BXCTek_5.js')).toContain('immutable');
    expect(await kept('/kith.js')).toBe('public, max-age=600');
    const etag = (await app.request('/kith.js')).headers.get('etag') ?? '';
    expect((await app.request('/kith.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const path of ['/licenses.md', '/kith-none.js', '/kith/..%2flicenses.md', '/package.json'])
      expect((await app.request(path)).status, path).toBe(404);
  });
});
