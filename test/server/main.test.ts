import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { addKey, main, openDatabase, replace, serve, within } from '@kith/server';
import { newKey } from '@kith/core/rules';
import { sql } from 'kysely';
import { listenTo } from '../../packages/providers/src/live.js';
import { village } from '../core/village.js';
import { storages } from './storages.js';

const folder = mkdtempSync(join(tmpdir(), 'kith-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { KITH_DATA: join(folder, 'data'), PORT: '0' };

/** Runs a command to its end. */
async function run(...args: string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await main({
    args,
    env,
    print: (text) => said.push(text),
    complain: (text) => complaints.push(text),
    stop: Promise.resolve(),
    log: pino({ level: 'silent' }),
  });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

/** Serves until it is told to stop. */
async function begin() {
  let address = '';
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const log = pino(
    { level: 'info' },
    { write: (line) => (address ||= (JSON.parse(line) as { address?: string }).address ?? '') },
  );
  const ended = main({ args: [], env, print: () => undefined, complain: expect.fail, stop: stopped, log });
  await expect.poll(() => address, { timeout: 30_000 }).not.toBe('');
  return {
    base: `http://${address}`,
    async stop() {
      stop();
      return ended;
    },
  };
}

describe('the server as a command', () => {
  it('says what it can do', async () => {
    const { code, said } = await run('--help');
    expect(code).toBe(0);
    for (const word of ['KITH_DATA', 'DATABASE_URL', 'PORT', 'community add', '--origin', '--key'])
      expect(said).toContain(word);
  });

  it('says in a sentence what is wrong with what was typed', async () => {
    expect(await run('fly')).toMatchObject({ code: 1, complaints: 'There is no command "fly". See --help.' });
    expect(await run('community', 'fly')).toMatchObject({ code: 1, complaints: expect.stringContaining('no command') });
    expect(await run('community', 'add', 'a b')).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('1 to 128'),
    });
    for (const origin of ['https://site.example/', 'site.example', 'https://site.example/page', '*', 'null'])
      expect(await run('community', 'add', 'x', '--origin', origin), origin).toMatchObject({
        code: 1,
        complaints: expect.stringContaining('no origin'),
      });
    expect((await run('community', 'list')).said).toBe('None yet.');
  }, 120_000);

  it('keeps a community, its key and its members, from one run to the next, and lets nobody else at its folder', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const key = join(folder, 'key.json');
    writeFileSync(key, JSON.stringify(await exportJWK(publicKey)));
    const more = ['--key', key, '--kid', 'k1', '--issuer', 'https://site.example', '--origin', 'https://site.example'];
    expect(await run('community', 'add', 'village', '--name', 'The village', ...more)).toMatchObject({ code: 0 });
    expect(await run('community', 'add', 'village')).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('already'),
    });
    const token = await new SignJWT({ sub: 'ada', name: 'Ada' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer('https://site.example')
      .setAudience('village')
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
    const headers = { authorization: `Bearer ${token}` };

    const first = await begin();
    const url = `${first.base}/v1/village`;
    expect(await (await fetch(`${first.base}/ready`)).json()).toEqual({ ok: true });
    const preflight = await fetch(`${url}/intents`, { method: 'OPTIONS', headers: { origin: 'https://site.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://site.example');
    const body = JSON.stringify({
      key: newKey(),
      name: 'recognize',
      detail: { to: [], occasion: 'story', text: 'A lamp.' },
    });
    expect((await fetch(`${url}/intents`, { method: 'POST', headers, body })).status).toBe(200);
    const second = await run('serve');
    expect(second).toMatchObject({ code: 1, complaints: expect.stringContaining('Another process serves from') });

    const line = await fetch(`${url}/changes`, { headers: { accept: 'text/event-stream' } });
    const late = fetch(`${url}/intents`, { method: 'POST', headers, body });
    expect((await late).status).toBe(200);
    expect(await first.stop()).toBe(0);
    await expect(line.text()).resolves.toContain('event: here');
    await expect(fetch(`${first.base}/health`)).rejects.toThrow();

    expect(await run('community', 'duty', 'village', 'ada', 'admin')).toMatchObject({ code: 0, said: 'ada is admin.' });
    expect(await run('community', 'duty', 'village', 'bo', 'admin')).toMatchObject({
      code: 1,
      complaints: '"village" has no member "bo".',
    });
    expect((await run('community', 'list')).said).toMatch(/^village {2}at revision \d+$/);
    const again = await begin();
    const wall = (await (await fetch(`${again.base}/v1/village/wall`)).json()) as { letters: object[] };
    expect(wall.letters).toMatchObject([{ text: 'A lamp.', from: 'ada' }]);
    expect((await fetch(`${again.base}/v1/village/document?archive`, { headers })).status).toBe(200);
    await again.stop();
    await run('community', 'revoke', 'village', '--kid', 'k1');
    const last = await begin();
    expect((await fetch(`${last.base}/v1/village/me`, { headers })).status).toBe(401);
    await last.stop();
  }, 120_000);
});

describe.each(storages.slice(1))('several processes on $name', ({ open }) => {
  const closing: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  it('carry a wish out once, and tell who listens at one of them what was written at another', async () => {
    const { storage, close } = await open();
    closing.push(close);
    const place = storage as { url: string };
    const log = pino({ level: 'silent' });
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const unlimited = { burst: 1e9, perMinute: 1e9 };
    const limits = { member: unlimited, address: unlimited, guests: unlimited };
    const servers = [];
    for (let i = 0; i < 2; i++) servers.push(await serve({ place, port: 0, hostname: '127.0.0.1', limits, log }));
    closing.push(...servers.map((each) => each.close));
    const db = await openDatabase(place);
    closing.push(() => db.destroy());
    await within(db, 'village', async (trx) => {
      await replace(trx, 'village', village());
      const jwk = await exportJWK(publicKey);
      await addKey(trx, 'village', { kid: 'k1', issuer: 'https://site.example', algorithm: 'ES256', jwk });
    });
    const urls = servers.map(({ address }) => `http://${address}/v1/village`);
    const token = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer('https://site.example')
      .setAudience('village')
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);
    const headers = { authorization: `Bearer ${token}` };

    const heard: number[] = [];
    const stop = listenTo({ url: `${urls[1]}/changes`, fetch, from: () => 1 }, ({ revision }) => heard.push(revision));
    const keys = Array.from({ length: 20 }, () => newKey());
    const sent = keys.flatMap((key) => {
      const body = JSON.stringify({ key, name: 'recognize', detail: { to: [], occasion: 'story', text: 'A lamp.' } });
      const send = async (url = '') => {
        const response = await fetch(`${url}/intents`, { method: 'POST', headers, body });
        return JSON.stringify([key, response.status, await response.json()]);
      };
      return Array.from({ length: 5 }, () => urls.map(send)).flat();
    });
    const receipts = await Promise.all(sent);
    expect(new Set(receipts).size).toBe(20);
    for (const url of urls)
      expect(await (await fetch(`${url}/wall`)).json()).toMatchObject({ total: 20, revision: 21 });
    await expect.poll(() => heard.at(-1)).toBe(21);
    // Only what is written here is heard at the other.
    const body = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: true } });
    await fetch(`${urls[0]}/intents`, { method: 'POST', headers, body });
    await expect.poll(() => heard.at(-1)).toBe(22);
    // All connections are lost, as when the database starts anew, also the one on which news travels: what is missed
    // meanwhile comes with the next.
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`.execute(db);
    const later = JSON.stringify({ key: newKey(), name: 'with-us', detail: { on: false } });
    const send = async () => (await fetch(`${urls[0]}/intents`, { method: 'POST', headers, body: later })).status;
    // As an outbox does: sent again until it is taken.
    await expect.poll(send).toBe(200);
    await expect.poll(() => heard.at(-1), { timeout: 5000 }).toBe(23);
    stop();
  }, 60_000);

  it('need no superuser, only somebody who may make the role that is confined', async () => {
    const { storage, close } = await open();
    closing.push(close);
    const { url } = storage as { url: string };
    const owner = await openDatabase({ url });
    await sql`create role plain login createrole`.execute(owner);
    await sql`create database plainly owner plain`.execute(owner);
    await sql`drop owned by kith_app`.execute(owner);
    await sql`drop role kith_app`.execute(owner);
    await owner.destroy();
    const address = new URL(url);
    Object.assign(address, { username: 'plain', pathname: '/plainly' });
    const db = await openDatabase({ url: address.href });
    await within(db, 'village', (trx) => replace(trx, 'village', village()));
    expect(await within(db, 'other', (trx) => trx.selectFrom('home').selectAll().execute())).toEqual([]);
    await db.destroy();
  }, 60_000);
});
