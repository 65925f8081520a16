import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp, openDatabase, replace, within, addKey, type AppOptions } from '@kith/server';
import type { CommunityDocument } from '@kith/core';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { pino, type Logger } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { unlimited } from './unlimited.js';

type Database = Awaited<ReturnType<typeof openDatabase>>;

/** A database in memory for all tests of a file, and what a site does with it. */
export interface World {
  db: Database;
  log: Logger;
  /** What was logged, line by line. */
  logged: string[];
  /** A new community that keeps a document, with a key of its site; gives its id. */
  found(document: CommunityDocument, settings?: object): Promise<string>;
  /** A token of a community's site. */
  token(community: string, member: string, claims?: JWTPayload): Promise<string>;
  /** The app, with other options than usual. */
  app(options?: Partial<AppOptions>): ReturnType<typeof createApp>;
  /** The app on a port of this machine; gives its address. */
  listen(options?: Partial<AppOptions>): Promise<string>;
  /** What the site signs with. */
  readonly key: { privateKey: CryptoKey; publicKey: CryptoKey };
}

export { unlimited };
export const issuer = 'https://site.example';
export const kid = 'k1';

export function createWorld(): World {
  const world = {} as { -readonly [K in keyof World]: World[K] };
  const close: (() => Promise<unknown>)[] = [];
  let n = 0;

  beforeAll(async () => {
    world.key = await generateKeyPair('ES256', { extractable: true });
    world.db = await openDatabase({ folder: undefined });
  }, 60_000);
  afterAll(async () => {
    for (const each of close.reverse()) await each();
    await world.db.destroy();
  });

  world.logged = [];
  world.log = pino({ level: 'trace' }, { write: (line) => void world.logged.push(line) });
  world.found = async (document, settings = {}) => {
    const community = `c${++n}`;
    await within(world.db, community, async (trx) => {
      await replace(trx, community, document);
      await trx.updateTable('home').set({ settings }).where('community', '=', community).execute();
      const jwk = await exportJWK(world.key.publicKey);
      await addKey(trx, community, { kid, issuer, algorithm: 'ES256', jwk });
    });
    return community;
  };
  world.token = (community, member, claims = {}) => {
    const iat = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: issuer, aud: community, sub: member, iat, exp: iat + 600, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(world.key.privateKey);
  };
  world.app = (options) => createApp({ db: world.db, log: world.log, limits: unlimited, ...options });
  world.listen = (options) =>
    new Promise((resolve) => {
      const app = world.app(options);
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
      close.push(() => {
        (server as Server).closeAllConnections();
        return new Promise((done) => void server.close(done));
      });
    });
  return world;
}

/** Asks an app as somebody, who may be nobody. */
export async function ask(
  { token }: World,
  app: ReturnType<typeof createApp>,
  community: string,
  path: string,
  { as, method = 'GET', body }: { as?: string | undefined; method?: string; body?: unknown } = {},
): Promise<{ status: number; said: unknown; headers: Headers }> {
  const headers = as === undefined ? {} : { authorization: `Bearer ${await token(community, as)}` };
  const response = await app.request(addressOf(community, path), {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    said: text && isJson ? (JSON.parse(text) as unknown) : text,
    headers: response.headers,
  };
}

/** Where a path is: in a community, or with two slashes before it at the top. */
export function addressOf(community: string, path: string): string {
  return path.startsWith('//') ? path.slice(1) : `/v1/${community}${path}`;
}
