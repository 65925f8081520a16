import { describe, expect, it } from 'vitest';
import { replace, within } from '@kith/server';
import { village } from '../core/village.js';
import { codeIn, createDevice, open } from './device.js';
import { linksIn } from './links.js';
import { createWorld } from './support.js';

const world = createWorld();
const { inboxBy, linkFor, placed } = linksIn(world);

describe('a device', () => {
  async function signedIn(community: string, member: string) {
    const device = await createDevice();
    const { said } = await open(
      world.app(),
      community,
      await device.proof(community, codeIn(await linkFor(community, member))),
    );
    return { device, said, token: (claims = {}) => device.token(community, said, claims) };
  }

  it('speaks for its own member, in its own community, for at most five minutes at a time', async () => {
    const [community, other] = [await placed(), await placed()];
    const { device, said, token } = await signedIn(community, 'ada');
    const iat = Math.floor(Date.now() / 1000);
    expect(await inboxBy(community, await token({ iat, exp: iat + 300 }))).toBe(200);
    for (const claims of [
      { sub: 'dee' },
      { iss: 'https://site.example' },
      { iat, exp: iat + 301 },
      { iat: iat - 600, exp: iat - 400 },
      { aud: other },
      { exp: undefined },
    ] as object[])
      expect(await inboxBy(community, await token(claims)), JSON.stringify(claims)).toBe(401);
    expect(await inboxBy(other, await device.token(other, said))).toBe(401);
    const { device: thief } = await signedIn(community, 'bo');
    expect(await inboxBy(community, await thief.token(community, said))).toBe(401);
  });

  it('is signed out by its member alone, and within 60 s believed nowhere', async () => {
    const community = await placed();
    const [ada, bo] = [await signedIn(community, 'ada'), await signedIn(community, 'bo')];
    const app = world.app();
    const end = async (by: typeof ada, of: typeof ada) => {
      const headers = { authorization: `Bearer ${await by.token()}` };
      return (await app.request(`/v1/${community}/devices/${of.said.device}`, { method: 'DELETE', headers })).status;
    };
    expect([await end(bo, ada), await end(ada, ada)]).toEqual([404, 200]);
    const later = world.app({ now: () => new Date(Date.now() + 60_000) });
    const iat = Math.floor(Date.now() / 1000) + 60;
    const then = { iat, exp: iat + 60 };
    expect([
      await inboxBy(community, await ada.token(then), later),
      await inboxBy(community, await bo.token(then), later),
    ]).toEqual([401, 200]);
  });

  it('stays signed in when the whole community is put in its place, and not where its member is gone or left', async () => {
    const community = await placed();
    const ada = await signedIn(community, 'ada');
    await within(world.db, community, (trx) => replace(trx, community, village()));
    const app = world.app();
    expect(await inboxBy(community, await ada.token(), app)).toBe(200);
    const headers = { authorization: `Bearer ${await ada.token()}` };
    expect((await app.request(`/v1/${community}/me`, { method: 'DELETE', headers })).status).toBe(200);
    // The key is still remembered; it brings nobody back.
    const iat = Math.floor(Date.now() / 1000) + 5;
    expect(await inboxBy(community, await ada.token({ iat, exp: iat + 60 }), app)).toBe(401);
    const left = await within(world.db, community, (trx) => trx.selectFrom('device').selectAll().execute());
    expect(left).toEqual([]);
  });

  it('is one member at a time: a link for another takes the place of the first', async () => {
    const community = await placed();
    const { device, said, token } = await signedIn(community, 'ada');
    const opened = await open(
      world.app(),
      community,
      await device.proof(community, codeIn(await linkFor(community, 'bo'))),
    );
    expect(opened.said).toMatchObject({ member: 'bo' });
    expect(opened.said.device).not.toBe(said.device);
    expect(await inboxBy(community, await token())).toBe(401);
    expect(await inboxBy(community, await device.token(community, opened.said))).toBe(200);
  });
});
