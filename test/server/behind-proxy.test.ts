import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, replace, serve, within } from '@kith/server';
import { newKey } from '@kith/core/rules';
import { listenTo } from '../../packages/providers/src/live.js';
import { village } from '../core/village.js';
import { roundRobin } from './round-robin.js';
import { storages } from './storages.js';

describe.each(storages.slice(1))('two processes on $name', ({ open }) => {
  const closing: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  }, 60_000);

  it('stand behind a proxy: what is written at one is heard at the other, also when that was its last act', async () => {
    const { storage, close } = await open();
    closing.push(close);
    const place = storage as { url: string };
    /** Which process answered, and what. */
    const answered: string[] = [];
    const servers: Awaited<ReturnType<typeof serve>>[] = [];
    for (const name of ['one', 'two']) {
      const write = (line: string) => {
        const { method, status } = JSON.parse(line) as { method?: string; status?: number };
        if (method) answered.push(`${name} ${method} ${status}`);
      };
      servers.push(await serve({ place, port: 0, proxies: ['127.0.0.1'], log: pino({ level: 'info' }, { write }) }));
    }
    const [one, two] = servers as [(typeof servers)[0], (typeof servers)[0]];
    const proxy = await roundRobin(servers.map(({ address }) => `http://${address}`));
    closing.push(two.close, proxy.close);
    const db = await openDatabase(place);
    closing.push(() => db.destroy());
    await within(db, 'village', (trx) => replace(trx, 'village', village()));
    const url = `${proxy.url}/v1/village`;
    const authorization = `Kith-Guest ${'ab'.repeat(16)}`;
    const wish = async (on: boolean) => {
      const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on } });
      return fetch(`${url}/intents`, { method: 'POST', headers: { authorization }, body });
    };

    await fetch(`${url}/wall`);
    const heard: number[] = [];
    const stop = listenTo({ url: `${url}/changes`, fetch, from: () => 1, locks: undefined }, ({ revision }) =>
      heard.push(revision),
    );
    await expect.poll(() => answered.length).toBe(2);
    expect((await wish(true)).status).toBe(200);
    await expect.poll(() => heard).toEqual([2]);
    expect(answered).toEqual(['one GET 200', 'two GET 200', 'one POST 200']);
    await fetch(`${url}/wall`);
    // It is told to stop before it has told others.
    const last = await wish(false);
    await one.close();
    expect(last.status).toBe(200);
    expect(answered.slice(3)).toEqual(['two GET 200', 'one POST 200']);
    await expect.poll(() => heard).toEqual([2, 3]);
    stop();
  }, 60_000);
});

describe('a proxy that takes turns', () => {
  it('has one behind it that believes whom it is for', async () => {
    const behind = createServer((request, response) => response.end(request.headers['x-forwarded-for']));
    behind.listen(0, '127.0.0.1');
    await once(behind, 'listening');
    const proxy = await roundRobin([`http://127.0.0.1:${(behind.address() as AddressInfo).port}`]);
    expect(await (await fetch(proxy.url, { headers: { 'x-forwarded-for': '192.0.2.1' } })).text()).toBe('127.0.0.1');
    await proxy.close();
    behind.close();
  });
});
