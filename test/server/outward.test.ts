import { createHash } from 'node:crypto';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { someCode } from './contract.js';
import { createChecks, describedIn } from './described.js';
import { here, hostile, page, shownIn } from './shown.js';
import { createWorld } from './support.js';

const world = createWorld();
const shown = (path: string) => shownIn(world, path);

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

  it('holds what everyone may see before anything runs, in its language, and tells who links to it what it is', async () => {
    const id = await world.found(
      village({
        community: { id: 'village', name: 'Repairs', url: 'https://repairs.example/' },
        members: [
          { id: 'ada', name: 'Ada', visibility: 'everyone' },
          { id: 'bo', name: 'Bo Unlisted', visibility: 'members' },
        ],
        recognitions: [
          {
            id: 'r1',
            occasion: 'thanks',
            from: 'bo',
            to: ['ada'],
            text: 'You mended the door.',
            at: '2026-03-01',
            state: 'shown',
            consents: [{ member: 'ada', as: 'named' }],
          },
          { id: 'r2', occasion: 'thanks', to: ['ada'], text: 'Not yet.', at: '2026-03-02', state: 'asked' },
        ],
      } as never),
    );
    const { text } = await shown(`/embed/${id}/recognition-wall?locale=ar`);
    expect(text).toContain('You mended the door.');
    // Whoever asks for the letters themselves reads of nobody else.
    const asked = (await shown(`/v1/${id}/wall`)).text;
    for (const words of ['Not yet', 'Unlisted']) expect(text.includes(words), words).toBe(asked.includes(words));
    expect(text).not.toContain('Not yet');
    const found = page(text);
    expect(found.find(({ tag }) => tag === 'html')?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
    const told = found.flatMap(({ tag, attributes: { property, name, content } }) =>
      tag === 'meta' && (property ?? name) !== 'viewport' && content ? [[property ?? name, content]] : [],
    );
    expect(Object.fromEntries(told)).toEqual({
      'og:type': 'website',
      'og:title': 'Repairs',
      'og:url': `${here}/embed/${id}/recognition-wall?locale=ar`,
      'og:description': 'Everyone can fix something',
      description: 'Everyone can fix something',
    });
  });

  it('of somebody who is not there leads to the community', async () => {
    const id = await world.found(village({ community: { id: 'v', name: 'Repairs', url: 'https://repairs.example/' } }));
    const { status, text } = await shown(`/embed/${id}/role-badge?member=nobody`);
    expect(status).toBe(200);
    expect(page(text).find(({ tag }) => tag === 'kith-role-badge')?.attributes).toEqual({ member: 'nobody' });
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
    const [, look = ''] = /<style>(.*)<\/style>/.exec(text) ?? [];
    const digest = createHash('sha256').update(look).digest('base64');
    expect(headers.get('content-security-policy')).toBe(`default-src 'none'; style-src 'sha256-${digest}'; sandbox`);
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
    expect(await kept('/kith/0/kith.js')).toBe('public, max-age=600');
    for (const file of ['kith.js', 'kith.css', 'kith-part-BXCTek_5.js'])
      expect(await kept(`/kith/0.1.0/${file}`), file).toBe('public, max-age=31536000, immutable');
    expect(await kept('/kith/0/kith-part-BXCTek_5.js')).toContain('immutable');
    expect(await (await app.request('/kith/0.1.0/kith.js')).text()).toBe(await (await app.request('/kith.js')).text());
    const etag = (await app.request('/kith.js')).headers.get('etag') ?? '';
    expect((await app.request('/kith.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const path of [
      '/licenses.md',
      '/kith-none.js',
      '/kith/..%2flicenses.md',
      '/kith/0.1.0/licenses.md',
      '/kith/0.0.9/kith.js',
      '/kith/1/kith.js',
      '/package.json',
    ])
      expect((await app.request(path)).status, path).toBe(404);
  });
});
