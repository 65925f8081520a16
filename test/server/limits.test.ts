import { request } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newKey } from '@kith/core/rules';
import { village } from '../core/village.js';
import { createWorld, unlimited } from './support.js';

const world = createWorld();
let community = '';
let base = '';
let authorization = '';
beforeAll(async () => {
  community = await world.found(village());
  base = `${await world.listen()}/v1/${community}`;
  authorization = `Bearer ${await world.token(community, 'ada')}`;
});

const wish = (text: string, more: object = {}) =>
  JSON.stringify({ key: newKey(), name: 'recognize', detail: { to: [], occasion: 'story', text, ...more } });

/** What comes back for a body that is sent in pieces, with no word of how long it is. */
function inPieces(pieces: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sent = request(`${base}/intents`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
    });
    // Who is answered early may be cut off.
    sent.on('error', (error) => (sent.reusedSocket ? reject(error) : undefined));
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

describe('a body', () => {
  const post = (body: BodyInit) => fetch(`${base}/intents`, { method: 'POST', headers: { authorization }, body });

  it('has at most 32 KB, whether it says so or comes in pieces', async () => {
    const filler = ' '.repeat(32 * 1024);
    const fits = wish('Mended a lamp.');
    expect((await post(fits + filler.slice(fits.length))).status).toBe(200);
    const again = wish('Mended a lamp.');
    expect((await post(again + filler)).status).toBe(413);
    const quarters = (text: string) =>
      [0, 1, 2, 3].map((i) => text.slice((i * text.length) / 4, ((i + 1) * text.length) / 4));
    const chunked = wish('Mended a chair.');
    expect(await inPieces(quarters(chunked + filler.slice(chunked.length)))).toBe(200);
    expect(await inPieces(quarters(wish('Mended two.') + filler))).toBe(413);
  });

  it('has at most eight levels, and is JSON in UTF-8 with nothing that cannot be kept', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const refused = async (body: BodyInit) => {
      const response = await post(body);
      return [response.status, ((await response.json()) as { reason: string; params?: object }).params];
    };
    const inBody = [400, { field: 'body' }];
    expect(await refused(nested(9))).toEqual(inBody);
    expect(await refused(nested(8))).toEqual([422, { field: 'key' }]);
    expect(await refused(`{"a":${nested(30_000 / 2)}}`)).toEqual(inBody);
    expect(await refused(new Uint8Array([0x22, 0xff, 0x22]))).toEqual(inBody);
    for (const body of ['', '{', 'null,', wish('a\0b'), wish('half \ud83d'), wish('x', { 'a\0b': 1 })])
      expect(await refused(body), body).toEqual(inBody);
  });

  it('is refused where a text in it is too long, by characters a person sees', async () => {
    expect((await post(wish('👩🏽‍🚀'.repeat(1000)))).status).toBe(200);
    const response = await post(wish('👩🏽‍🚀'.repeat(1001)));
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { reason: 'too-long', params: { field: 'text', n: 1 } },
    ]);
  });
});

describe('who asks too often', () => {
  it('waits for as long as it is told to: a member writes 120 at once and 30 a minute', async () => {
    let now = 0;
    const { usual, Buckets } = await import('../../packages/server/src/limits.js');
    expect(usual.member).toEqual({ burst: 120, perMinute: 30 });
    const buckets = new Buckets(usual.member, () => now);
    for (let i = 0; i < 120; i++) expect(buckets.spend('ada')).toBe(0);
    expect(buckets.spend('ada')).toBe(2);
    expect(buckets.spend('bo')).toBe(0);
    now += 2000;
    expect([buckets.spend('ada'), buckets.spend('ada')]).toEqual([0, 2]);
    now += 3_600_000;
    for (let i = 0; i < 120; i++) expect(buckets.spend('ada')).toBe(0);
    expect(buckets.spend('ada')).toBe(2);
  });

  it('is held to that where nothing else is said, and an address to 600', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const app = world.app({ limits: {} });
    const headers = { authorization };
    const post = async () => (await app.request(`/v1/${community}/intents`, { method: 'POST', headers })).status;
    const written = [];
    for (let i = 0; i < 122; i++) written.push(await post());
    expect([written.indexOf(429), written.lastIndexOf(400)]).toEqual([120, 119]);
    const get = async () => (await app.request(`/v1/${community}/nothing`)).status;
    const asked = [];
    for (let i = written.length; i < 602; i++) asked.push(await get());
    expect(written.length + asked.indexOf(429)).toBe(600);
    vi.restoreAllMocks();
  });

  it('is told so with a time to come back, each member apart, while others read on', async () => {
    const app = world.app({ limits: { ...unlimited, member: { burst: 2, perMinute: 30 } } });
    const send = async (member: string) => {
      const headers = { authorization: `Bearer ${await world.token(community, member)}` };
      return app.request(`/v1/${community}/intents`, { method: 'POST', headers, body: wish('A story.') });
    };
    expect([(await send('bo')).status, (await send('bo')).status]).toEqual([200, 200]);
    const late = await send('bo');
    expect([late.status, late.headers.get('retry-after'), await late.json()]).toMatchObject([
      429,
      '2',
      { reason: 'busy' },
    ]);
    expect((await send('cy')).status).toBe(200);
    expect((await app.request(`/v1/${community}`)).status).toBe(200);
  });

  it('is known by address, which only listed proxies may say otherwise', async () => {
    const proxies = ['10.0.0.0/8', '2001:db8::1'];
    const asked = (limits: object) => world.app({ proxies, limits: { ...unlimited, ...limits } });
    const one = { address: { burst: 1, perMinute: 1 } };
    const from = async (app: ReturnType<typeof world.app>, remoteAddress: string, forwarded?: string) => {
      const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
      const connection = { incoming: { socket: { remoteAddress }, headers } };
      return (await app.request(`/v1/${community}`, { headers }, connection)).status;
    };
    let app = asked(one);
    expect(await from(app, '203.0.113.5')).toBe(200);
    // Nobody listed: whatever it says it was asked by, it is itself.
    expect(await from(app, '203.0.113.5', '198.51.100.1')).toBe(429);
    expect(await from(app, '::ffff:203.0.113.5')).toBe(429);
    expect(await from(app, '203.0.113.6')).toBe(200);
    app = asked(one);
    expect(await from(app, '10.1.2.3', '198.51.100.1')).toBe(200);
    expect(await from(app, '10.9.9.9', '198.51.100.2, 10.1.1.1')).toBe(200);
    expect(await from(app, '10.1.2.3', '198.51.100.9, 198.51.100.1')).toBe(429);
    expect(await from(app, '2001:db8::1', '198.51.100.2')).toBe(429);
    expect(await from(app, '10.1.2.3', 'nonsense')).toBe(200);
    expect(await from(app, '10.1.2.3', 'other nonsense')).toBe(429);
    app = asked(one);
    expect(await from(app, '2001:db8:1:2:3::4')).toBe(200);
    expect(await from(app, '2001:db8:1:2:ffff::1')).toBe(429);
    expect(await from(app, '2001:db8:1:3::1')).toBe(200);
    expect(() => world.app({ proxies: ['everyone'] })).toThrow('no address of a proxy');
  });

  it('counts so many devices in from one address that it never did before', async () => {
    const app = world.app({ limits: { ...unlimited, guests: { burst: 2, perMinute: 1 } } });
    const count = async (device: number) => {
      const headers = { authorization: `Kith-Guest ${String(device).padStart(32, '0')}` };
      const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: true } });
      return (await app.request(`/v1/${community}/intents`, { method: 'POST', headers, body })).status;
    };
    expect([await count(1), await count(1), await count(2), await count(3), await count(1)]).toEqual([
      200, 200, 200, 429, 200,
    ]);
  });
});
