import { describe, expect, it } from 'vitest';
import { addKey, revokeKey, within } from '@kith/server';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { newKey } from '@kith/core/rules';
import { village } from '../core/village.js';
import { identify, type FindKey } from '../../packages/server/src/identity.js';
import { createWorld, issuer, kid } from './support.js';

const world = createWorld();
const seconds = () => Math.floor(Date.now() / 1000);

/** What a token gets of what waits for its member. */
async function statusOf(community: string, token: string, app = world.app()): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await app.request(`/v1/${community}/inbox`, { headers })).status;
}

describe('a token of a site', () => {
  it('is believed where the site signed it for this community, now, and for at most an hour', async () => {
    const community = await world.found(village());
    const now = seconds();
    const good: JWTPayload[] = [
      {},
      { exp: now + 3600, iat: now },
      { name: 'Ada Obi' },
      { iat: now + 20, exp: now + 40 },
    ];
    for (const claims of good) expect(await statusOf(community, await world.token(community, 'ada', claims))).toBe(200);
  });

  it('is refused where anything it must say is not said, or said for others', async () => {
    const community = await world.found(village());
    const other = await world.found(village());
    const now = seconds();
    const bad: JWTPayload[] = [
      { iss: undefined },
      { iss: 'https://elsewhere.example' },
      { aud: undefined },
      { aud: other },
      { aud: [community, other] },
      { sub: undefined },
      { sub: '' },
      { sub: 'a b' },
      { sub: 'a/b' },
      { sub: 'a\0b' },
      { sub: 'x'.repeat(129) },
      { iat: undefined },
      { iat: now + 90, exp: now + 300 },
      { exp: undefined },
      { exp: now - 60 },
      { iat: now, exp: now + 3601 },
      { nbf: now + 600 },
    ] as JWTPayload[];
    for (const claims of bad)
      expect(await statusOf(community, await world.token(community, 'ada', claims)), JSON.stringify(claims)).toBe(401);
    const said = { iss: issuer, aud: community, sub: 'ada', iat: now, exp: now + 600 };
    for (const named of [undefined, '', 'k 1', 'x'.repeat(129)]) {
      const header = { alg: 'ES256', ...(named !== undefined && { kid: named }) };
      const token = await new SignJWT(said).setProtectedHeader(header).sign(world.key.privateKey);
      expect(await statusOf(community, token), `kid ${named}`).toBe(401);
    }
  });

  it('is refused before anything of it is looked at where it is no compact token', async () => {
    const community = await world.found(village());
    const good = await world.token(community, 'ada');
    const [head, body, sign] = good.split('.');
    const bad = [
      'x',
      'a.b',
      'a.b.c',
      `${good}.x`,
      `${head}.${body}.`,
      `${head}..${sign}`,
      `${good}=`,
      `${head}.${body}.${sign}A`,
    ];
    bad.push(`${Buffer.from('{').toString('base64url')}.${body}.${sign}`, `${head}.${'x'.repeat(5000)}.${sign}`);
    for (const token of bad) expect(await statusOf(community, token), token).toBe(401);
    // No key is even looked for by what is no token, however it would be signed.
    const unlike = [`${good}=`, `${good}.x`, ` ${good}`, `${head}..${sign}`, `${head}.${'x'.repeat(5000)}.${sign}`];
    for (const token of unlike) {
      const asked: string[] = [];
      const findKey = async (_: string, named: string) => void asked.push(named);
      await expect(identify(token, community, findKey as FindKey, new Date())).rejects.toMatchObject({ status: 401 });
      expect(asked, token).toEqual([]);
    }
  });

  it('is believed no longer than it says, also where it was believed a moment ago', async () => {
    const community = await world.found(village());
    const begins = seconds();
    let late = 0;
    // Its key is remembered for half a minute, and with it which tokens it has signed.
    const app = world.app({ now: () => new Date((begins + late) * 1000) });
    const token = await world.token(community, 'ada', { iat: begins, exp: begins + 60 });
    late = 80;
    expect(await statusOf(community, token, app)).toBe(200);
    // Clocks may differ by half a minute, and no more.
    late = 95;
    expect(await statusOf(community, token, app)).toBe(401);
  });

  it('is held to how its key signs, whatever it says itself', async () => {
    const community = await world.found(village());
    const claims = { iss: issuer, aud: community, sub: 'ada', iat: seconds(), exp: seconds() + 600 };
    const publicHalf = new TextEncoder().encode(await exportSPKI(world.key.publicKey));
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(publicHalf);
    expect(await statusOf(community, hmac)).toBe(401);
    const jwk = new TextEncoder().encode(JSON.stringify(await exportJWK(world.key.publicKey)));
    expect(
      await statusOf(community, await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(jwk)),
    ).toBe(401);
    const none = new UnsecuredJWT(claims).encode();
    expect(await statusOf(community, none)).toBe(401);
    const named = `${Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')}.${none.split('.')[1]}`;
    for (const sign of ['', 'AAAA']) expect(await statusOf(community, `${named}.${sign}`)).toBe(401);
    const { privateKey } = await generateKeyPair('ES256');
    const forged = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
    expect(await statusOf(community, await forged)).toBe(401);
  });

  it('is looked up inside its own community: one site’s key never speaks for another', async () => {
    const community = await world.found(village());
    const other = await world.found(village());
    const theirs = await generateKeyPair('ES256');
    await within(world.db, other, async (trx) => {
      const jwk = await exportJWK(theirs.publicKey);
      await addKey(trx, other, { kid: 'only-theirs', issuer, algorithm: 'ES256', jwk });
    });
    const sign = (aud: string) =>
      new SignJWT({ iss: issuer, aud, sub: 'ada', iat: seconds(), exp: seconds() + 600 })
        .setProtectedHeader({ alg: 'ES256', kid: 'only-theirs' })
        .sign(theirs.privateKey);
    // By one that has just found the key where it belongs.
    const app = world.app();
    expect(await statusOf(other, await sign(other), app)).toBe(200);
    expect(await statusOf(community, await sign(community), app)).toBe(401);
    expect(await statusOf(community, await sign(other), app)).toBe(401);
    expect(await statusOf('nowhere', await sign('nowhere'), app)).toBe(401);
  });

  it('is believed by either of two live keys, and within 60 s no more by one that was revoked', async () => {
    const community = await world.found(village());
    const secret = new Uint8Array(64).fill(7);
    const shared = { kty: 'oct', k: Buffer.from(secret).toString('base64url') };
    await within(world.db, community, (trx) =>
      addKey(trx, community, { kid: 'k2', issuer, algorithm: 'HS256', jwk: shared }),
    );
    const claims = { iss: issuer, aud: community, sub: 'ada', iat: seconds(), exp: seconds() + 600 };
    const byNew = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k2' }).sign(secret);
    const byOld = await world.token(community, 'ada');
    // The key says by which algorithm: the same secret under another is none of its.
    const stronger = new SignJWT(claims).setProtectedHeader({ alg: 'HS512', kid: 'k2' }).sign(secret);
    const longer = new SignJWT(claims).setProtectedHeader({ alg: 'HS384', kid: 'k2' }).sign(secret);
    for (const token of [stronger, longer])
      expect(await statusOf(community, await token.catch(() => 'none'))).toBe(401);
    let late = 0;
    const app = world.app({ now: () => new Date(Date.now() + late) });
    expect([await statusOf(community, byNew, app), await statusOf(community, byOld, app)]).toEqual([200, 200]);
    expect(await within(world.db, community, (trx) => revokeKey(trx, community, kid))).toBe(true);
    late = 60_000;
    expect([await statusOf(community, byNew, app), await statusOf(community, byOld, app)]).toEqual([200, 401]);
  });

  it('makes a member of whom it speaks of for the first time, once, and never says again what they are called', async () => {
    const community = await world.found(village());
    const app = world.app();
    const read = async (name: string) => {
      const authorization = `Bearer ${await world.token(community, 'eve', { name })}`;
      const response = await app.request(`/v1/${community}/members/eve`, { headers: { authorization } });
      return (await response.json()) as { member?: { name: string }; revision: number };
    };
    const [first, again] = await Promise.all([read('Eve Adler'), read('Eve Adler')]);
    expect(first).toMatchObject({ member: { id: 'eve', name: 'Eve Adler' }, revision: 2 });
    expect(again).toEqual(first);
    expect(await read('Mallory')).toEqual(first);
    expect(await (await app.request(`/v1/${community}/members/eve`)).json()).not.toHaveProperty('member');
    const changes = await within(world.db, community, (trx) => trx.selectFrom('change').selectAll().execute());
    expect(changes).toMatchObject([{ revision: 2, touched: [] }]);
  });

  it('makes nobody a member where only who is listed is one', async () => {
    const community = await world.found(village(), { joining: 'listed' });
    const app = world.app();
    const headers = { authorization: `Bearer ${await world.token(community, 'eve')}` };
    const wish = { key: newKey(), name: 'with-us', detail: { on: true } };
    const sent = await app.request(`/v1/${community}/intents`, { method: 'POST', headers, body: JSON.stringify(wish) });
    expect([sent.status, await sent.json()]).toMatchObject([403, { reason: 'not-allowed' }]);
  });

  it('cuts names where they are too long, between characters', async () => {
    const community = await world.found(village());
    const app = world.app();
    const name = '👩🏽‍🚀'.repeat(100);
    const headers = { authorization: `Bearer ${await world.token(community, 'eve', { name })}` };
    const response = await app.request(`/v1/${community}/members/eve`, { headers });
    expect(await response.json()).toMatchObject({ member: { name: '👩🏽‍🚀'.repeat(80) } });
  });

  it('stands in no log, nor does what it is signed with, whatever goes wrong', async () => {
    const community = await world.found(village());
    const good = await world.token(community, 'ada');
    const bad = await world.token(community, 'ada', { exp: 5 });
    await statusOf(community, good);
    await statusOf(community, bad);
    const app = world.app({ now: () => new Date(NaN) });
    expect(await statusOf(community, good, app)).toBeGreaterThanOrEqual(400);
    await world.app().request(`/v1/${community}/wall?q=${good}`);
    expect(world.logged.length).toBeGreaterThanOrEqual(4);
    for (const line of world.logged) for (const token of [good, bad]) expect(line).not.toContain(token.slice(-40));
  });

  it('is never taken from an address', async () => {
    const community = await world.found(village());
    const token = await world.token(community, 'ada');
    for (const name of ['token', 'access_token', 'authorization', 'jwt'])
      expect((await world.app().request(`/v1/${community}/me?${name}=${token}`)).status).toBe(401);
  });
});

describe('a key', () => {
  it('is no private half, no short secret, and of no other kind than it says', async () => {
    const community = await world.found(village());
    const add = (algorithm: 'ES256' | 'HS256', jwk: object) =>
      within(world.db, community, (trx) => addKey(trx, community, { kid: 'new', issuer, algorithm, jwk }));
    await expect(add('ES256', await exportJWK(world.key.privateKey))).rejects.toThrow('private half');
    await expect(add('HS256', { kty: 'oct', k: 'c2hvcnQ' })).rejects.toThrow('32 bytes');
    await expect(add('HS256', await exportJWK(world.key.publicKey))).rejects.toThrow('does not sign by HS256');
    await expect(add('ES256', { kty: 'oct', k: 'A'.repeat(60) })).rejects.toThrow('does not sign by ES256');
  });
});
