import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { developmentIdentity, main, within, type Conditions } from '@kith/server';
import { village } from '../core/village.js';
import { createWorld, kid } from './support.js';

const world = createWorld();
const here: Conditions = { env: {}, hostname: '127.0.0.1', proxies: [], isEmbedded: true };

/** Asks to be somebody; gives how that went. */
async function be(
  member: unknown,
  community: string,
  { headers = {}, host = 'localhost', app = world.app({ development: developmentIdentity(here) }) } = {},
) {
  const body = JSON.stringify({ member });
  const response = await app.request(`http://${host}/v1/${community}/development`, { method: 'POST', headers, body });
  const { token = '' } = (await response.json()) as { token?: string };
  return { status: response.status, token, app };
}

describe('development identity', () => {
  it('lets whoever asks on this machine be any member there is, and nobody else', async () => {
    const community = await world.found(village());
    const { status, token, app } = await be('ada', community);
    expect(status).toBe(200);
    const me = await app.request(`/v1/${community}/me`, { headers: { authorization: `Bearer ${token}` } });
    expect([me.status, await me.json()]).toMatchObject([200, { member: { id: 'ada' } }]);
    const { iat = 0, exp = 0 } = decodeJwt(token);
    expect(exp - iat).toBe(600);
    expect((await be('nobody', community)).status).toBe(404);
    for (const odd of [undefined, '', 7, 'x'.repeat(129)])
      expect((await be(odd, community)).status, String(odd)).toBe(422);
  });

  it('is not there unless it is asked for', async () => {
    const community = await world.found(village());
    expect((await be('ada', community, { app: world.app() })).status).toBe(404);
    expect((await world.app().request('/health')).headers.has('kith-identity')).toBe(false);
  });

  it('is believed by the process it was made in, for its own community, and by no other', async () => {
    const [community, other] = [await world.found(village()), await world.found(village())];
    const { token, app } = await be('ada', community);
    const asking = async (id: string, of = app) =>
      (await of.request(`/v1/${id}/me`, { headers: { authorization: `Bearer ${token}` } })).status;
    const another = world.app({ development: developmentIdentity(here) });
    expect([await asking(community), await asking(other), await asking(community, another)]).toEqual([200, 401, 401]);
    expect(await asking(community, world.app())).toBe(401);
  });

  it('keeps no key of it', async () => {
    const community = await world.found(village());
    expect((await be('ada', community)).status).toBe(200);
    const kept = await within(world.db, community, (trx) => trx.selectFrom('signing_key').select('kid').execute());
    expect(kept).toEqual([{ kid }]);
  });

  it('marks each answer, also one that went wrong', async () => {
    const community = await world.found(village());
    const app = world.app({ development: developmentIdentity(here) });
    for (const path of ['/health', '/nowhere', `/v1/${community}`, `/v1/${community}/me`])
      expect((await app.request(path)).headers.get('kith-identity'), path).toBe('development');
  });

  it('is nobody’s who asks from elsewhere: by another name, from another site’s page, or through a proxy', async () => {
    const community = await world.found(village());
    const elsewhere: Parameters<typeof be>[2][] = [
      { host: 'kith.example' },
      { host: '192.168.1.4:8787' },
      { headers: { origin: 'https://evil.example' } },
      { headers: { origin: 'null' } },
      { headers: { origin: 'http://localhost.evil.example' } },
      ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].map((name) => ({
        headers: { [name]: '127.0.0.1' },
      })),
    ];
    for (const each of elsewhere) expect((await be('ada', community, each)).status, JSON.stringify(each)).toBe(403);
    for (const host of ['127.0.0.1:8787', '[::1]:8787', 'localhost:8787'])
      expect((await be('ada', community, { host, headers: { origin: `http://${host}` } })).status, host).toBe(200);
  });
});

describe('a server that is to start with development identity', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-development-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const log = pino({ level: 'silent' });
  const refused: Record<string, [object, string]> = {
    'NODE_ENV is production': [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    'NODE_ENV is production, oddly written': [{ NODE_ENV: ' Production' }, 'NODE_ENV is production'],
    'it listens everywhere': [{ HOST: '0.0.0.0' }, 'on this machine only'],
    'it listens everywhere, in IPv6': [{ HOST: '::' }, 'on this machine only'],
    'it listens at a name of its own': [{ HOST: 'kith.example' }, 'on this machine only'],
    'it listens in its network': [{ HOST: '10.0.0.4' }, 'on this machine only'],
    'it is behind a proxy': [{ KITH_PROXIES: '127.0.0.1' }, 'behind a proxy'],
    'it has a database others use': [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'the embedded database only'],
  };

  it.each(Object.entries(refused))('does not where %s', async (_, [env, sentence]) => {
    const complaints: string[] = [];
    const code = await main({
      args: ['serve', '--development-identity'],
      env: { KITH_DATA: join(folder, 'none'), PORT: '0', ...env },
      print: () => undefined,
      complain: (text) => complaints.push(text),
      stop: Promise.resolve(),
      log,
    });
    expect([code, complaints]).toEqual([1, [expect.stringContaining(sentence)]]);
    expect(readdirSync(folder), 'nothing was begun').toEqual([]);
  });

  it('says so in plain words before anything else, and whatever is logged', async () => {
    const told: string[] = [];
    const args = ['serve', '--development-identity'];
    const env = { KITH_DATA: join(folder, 'data'), PORT: '0' };
    const more = { print: () => undefined, complain: (text: string) => told.push(text), stop: Promise.resolve(), log };
    expect(await main({ args, env, ...more })).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^DEVELOPMENT IDENTITY IS ON: .*any member, without a password/)]);
  }, 60_000);
});
