import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '@kith/core/rules';
import { openLink, personalAt } from '@kith/providers/personal';
import { server } from '@kith/providers/server';
import { invite, within } from '@kith/server';
import { IDBFactory } from 'fake-indexeddb';
import { village } from '../core/village.js';
import { codeIn } from '../server/device.js';
import { createWorld } from '../server/support.js';

const world = createWorld();
const site = 'https://site.example';
let base = '';
beforeAll(async () => void (base = await world.listen()));
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A community's address, and a code for somebody in it. */
async function invited(who = 'ada'): Promise<{ url: string; community: string; code: string }> {
  const community = await world.found(village());
  const link = await within(world.db, community, async (trx) => {
    await trx.insertInto('origin').values({ community, origin: site }).execute();
    return invite(trx, community, { who, page: `${site}/` }, new Date());
  });
  return { url: `${base}/v1/${community}`, community, code: codeIn(link.href) };
}

const signal = new AbortController().signal;
async function statusOf(url: string, token: string): Promise<number> {
  return (await fetch(`${url}/me`, { headers: { authorization: `Bearer ${token}` } })).status;
}

describe('who opens a personal link', () => {
  it('is its member on this device, now and on later pages, until they sign out', async () => {
    const { url, code } = await invited();
    expect(await personalAt(url)).toBeUndefined();
    const opened = await openLink(url, code);
    expect(opened.member).toBe('ada');
    expect(await statusOf(url, await opened.getToken())).toBe(200);
    const later = await personalAt(url);
    expect(later?.member).toBe('ada');
    await later?.signOut();
    expect(await personalAt(url)).toBeUndefined();
    expect(await opened.getToken()).toBe('');
  });

  it('leaves nothing behind that could be taken to another device', async () => {
    const { url, code } = await invited();
    const { getToken } = await openLink(url, code);
    const token = await getToken();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('kith-devices');
      request.onsuccess = () => resolve(request.result);
    });
    const [row] = await new Promise<{ keys: CryptoKeyPair }[]>((resolve) => {
      const request = database.transaction('kith-devices').objectStore('kith-devices').getAll();
      request.onsuccess = () => resolve(request.result as { keys: CryptoKeyPair }[]);
    });
    database.close();
    expect(row?.keys.privateKey.extractable).toBe(false);
    const kept = JSON.stringify(row);
    for (const secret of [code, token, token.split('.')[2] ?? '']) expect(kept).not.toContain(secret);
  });

  it('opens it again where the answer was lost, and on no second device', async () => {
    const { url, code } = await invited();
    const lost = async (...[address, init]: Parameters<typeof fetch>) => {
      await fetch(address, init);
      throw new TypeError('The line was cut.');
    };
    await expect(openLink(url, code, { fetch: lost })).rejects.toMatchObject({ kind: 'offline' });
    expect(await personalAt(url)).toBeUndefined();
    expect((await openLink(url, code)).member).toBe('ada');
    globalThis.indexedDB = new IDBFactory();
    await expect(openLink(url, code)).rejects.toMatchObject({ kind: 'gone' });
    expect(await personalAt(url)).toBeUndefined();
  });

  it('is believed though their clock is hours off, which is learned from the server’s', async () => {
    for (const off of [-7_200_000, 7_200_000]) {
      const { url, code } = await invited();
      let wrong = off;
      const now = () => Date.now() + wrong;
      const { getToken } = await openLink(url, code, { now });
      expect(await statusOf(url, await getToken())).toBe(200);
      // Somebody puts it right, or wrong the other way.
      wrong = -off;
      const later = (await personalAt(url, { now })) ?? expect.fail('nobody is signed in');
      expect(await statusOf(url, await later.getToken())).toBe(401);
      expect(await statusOf(url, await later.getToken())).toBe(200);
      const next = await personalAt(url, { now });
      expect(await statusOf(url, (await next?.getToken()) ?? '')).toBe(200);
    }
  });

  it('is a visitor once the device is not believed any more, and is told once', async () => {
    const { url, code, community } = await invited();
    let times = 0;
    const { getToken } = await openLink(url, code, { left: () => times++ });
    await within(world.db, community, (trx) => trx.updateTable('device').set({ revoked_at: new Date() }).execute());
    expect(await statusOf(url, await getToken())).toBe(401);
    expect(await getToken()).toBe('');
    expect(times).toBe(1);
    expect(await personalAt(url)).toBeUndefined();
    const visitor = server(url, { getToken });
    expect(await visitor.read({ kind: 'purpose' }, signal)).toMatchObject({ purpose: { version: 3 } });
  });
});

describe('a server that is given tokens', () => {
  it('asks for another once for all that were refused together, and reads on', async () => {
    const { url, community } = await invited();
    let asked = 0;
    const getToken = () => world.token(community, 'ada', ++asked === 1 ? { exp: 5, iat: 4 } : {});
    const provider = server(url, { getToken });
    const reads = await Promise.all(Array.from({ length: 6 }, () => provider.read({ kind: 'inbox' }, signal)));
    expect([reads.length, asked]).toEqual([6, 2]);
  });

  it('gives a wish that was refused back to whoever sends it, who has it made known anew once', async () => {
    const { url, community } = await invited();
    let asked = 0;
    const getToken = () => world.token(community, 'ada', ++asked === 1 ? { exp: 5, iat: 4 } : {});
    const provider = server(url, { getToken });
    const wish = {
      key: newKey(),
      name: 'with-us',
      detail: { on: true },
      actor: { member: 'ada' },
      community,
      at: new Date().toISOString(),
    } as const;
    await expect(provider.send?.(wish, signal)).rejects.toMatchObject({ kind: 'refused', reason: 'signed-out' });
    await Promise.all([provider.renew?.(), provider.renew?.(), provider.renew?.()]);
    expect(asked).toBe(2);
    await expect(provider.send?.(wish, signal)).resolves.toMatchObject({ revision: 2 });
    expect(asked).toBe(2);
  });

  it('has nothing to renew, and nobody to merge with, where it is given none', () => {
    const provider = server(`${base}/v1/nowhere`);
    expect([provider.renew, provider.merge]).toEqual([undefined, undefined]);
  });
});
