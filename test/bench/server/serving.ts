/**
 * What is measured, in a process of its own: Kith's server, a bare hono that replies the same bytes on the same
 * node-server, and the same transactions by hand on the same database. Does what its parent asks and says how it went.
 */
import { PGlite } from '@electric-sql/pglite';
import { serve } from '@hono/node-server';
import { addKey, createApp, openDatabase, replace, within } from '@kith/server';
import { Hono } from 'hono';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import pg from 'pg';
import { pino } from 'pino';
import { communityOf, letterId, memberId } from './community.js';
import { direct, replay, type Ask, type BenchWish, type Recorded } from './direct.js';

const unlimited = { burst: 1e12, perMinute: 1e12 };
const issuer = 'https://bench.example';
const url = process.env['BENCH_DATABASE'];

let recording: Recorded | undefined;
let embedded: PGlite | undefined;
for (const [prototype, name] of [
  [PGlite.prototype, 'query'],
  [PGlite.prototype, 'exec'],
  [pg.Client.prototype, 'query'],
] as const) {
  const own = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
  Reflect.set(prototype, name, function (this: object, ...args: [string | { text?: string }, unknown[]?]) {
    embedded = embeddedIn(this) ?? embedded;
    const [sql, parameters = []] = args;
    if (recording && typeof sql === 'string') recording.push({ sql, parameters });
    return own.apply(this, args);
  });
}

function embeddedIn(asked: object): PGlite | undefined {
  return asked instanceof PGlite ? asked : undefined;
}

const db = await openDatabase(url ? { url } : { folder: process.env['BENCH_FOLDER'] });
const pair = await generateKeyPair('ES256');
const log = pino({ level: 'info' }, { write: () => undefined });
const app = createApp({
  db,
  log,
  limits: { member: unlimited, address: unlimited, guests: unlimited, lines: { each: 2000, all: 2000 } },
});
const same = new Map<string, { text: string; said: object }>();
const bare = new Hono();
bare.get('/json/*', (context) => context.json(same.get(context.req.path.slice('/json'.length))?.said));
bare.get('/text/*', (context) =>
  context.body(same.get(context.req.path.slice('/text'.length))?.text ?? '', 200, {
    'content-type': 'application/json',
  }),
);
const port = (fetch: (typeof app)['fetch']) =>
  new Promise<number>((resolve) => serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port)));

/** A connection that nobody else has meanwhile. */
async function connection(): Promise<{ ask: Ask; end: () => Promise<void> }> {
  if (!url) {
    const asked = embedded as PGlite;
    return {
      ask: async (sql, parameters) =>
        parameters.length
          ? asked.query(sql, parameters)
          : { rows: (await asked.exec(sql)).flatMap(({ rows }) => rows) },
      end: async () => undefined,
    };
  }
  const client = new pg.Client(url);
  await client.connect();
  return { ask: (sql, parameters) => client.query(sql, parameters), end: () => client.end() };
}

async function timed<T>(act: () => Promise<T>) {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const said = await act();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6, said };
}

const acts = {
  async found({ communities, members, letters }: { communities: string[]; members: number; letters: number }) {
    const jwk = await exportJWK(pair.publicKey);
    const document = communityOf(members, letters);
    for (const community of communities)
      await within(db, community, async (trx) => {
        await replace(trx, community, document);
        await addKey(trx, community, { kid: 'k1', issuer, algorithm: 'ES256', jwk });
      });
    if (url) await (await connection()).ask('analyze', []);
    return { members: members - 1, letters: letters - 1, first: memberId(0), letter: letterId(0) };
  },
  async tokens({ community, members }: { community: string; members: number }) {
    const iat = Math.floor(Date.now() / 1000);
    const token = (n: number) =>
      new SignJWT({ iss: issuer, aud: community, sub: memberId(n), iat, exp: iat + 3600 })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .sign(pair.privateKey);
    return Promise.all(Array.from({ length: members }, (_, n) => token(n)));
  },
  async ports() {
    return { kith: await port(app.fetch), bare: await port(bare.fetch) };
  },
  async same({ path, text }: { path: string; text: string }) {
    same.set(path, { text, said: JSON.parse(text) as object });
  },
  /** The CPU seconds and the memory that this process has used. */
  async used() {
    const { user, system } = process.cpuUsage();
    return {
      cpu: (user + system) / 1e6,
      rss: process.memoryUsage.rss() / 2 ** 20,
      heap: process.memoryUsage().heapUsed / 2 ** 20,
    };
  },
  /** The memory that is still held once what is not needed was let go of. */
  async held() {
    (globalThis as { gc?: () => void }).gc?.();
    return acts.used();
  },
  async record() {
    recording = [];
  },
  async replay({ from, to }: { from: string; to: string }) {
    const recorded = recording ?? [];
    recording = undefined;
    const { ask, end } = await connection();
    const done = await timed(() => replay(ask, recorded, from, to));
    await end();
    return {
      ...done,
      statements: recorded.length,
      transactions: recorded.filter(({ sql }) => sql === 'commit').length,
    };
  },
  /** Wishes by hand, by so many at once; the embedded database has one connection. */
  async direct({ community, wishes, lines }: { community: string; wishes: BenchWish[]; lines: number }) {
    const open = await Promise.all(Array.from({ length: url ? lines : 1 }, connection));
    let n = 0;
    const done = await timed(() =>
      Promise.all(
        open.map(async ({ ask }) => {
          for (let wish = wishes[n++]; wish; wish = wishes[n++]) await direct(ask, community, wish);
        }),
      ),
    );
    for (const { end } of open) await end();
    return { ...done, said: undefined };
  },
};

process.on('message', ({ id, act, ...rest }: { id: number; act: keyof typeof acts }) => {
  acts[act](rest as never).then(
    (said) => process.send?.({ id, said }),
    (error: Error) => process.send?.({ id, error: error.stack }),
  );
});
process.send?.({ id: 0, said: 'open' });
// To end in order leaves a profile, where one was asked for (`BENCH_EXEC=--cpu-prof`).
process.on('SIGTERM', () => process.exit());
