import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from '../app.js';
import { openDatabase } from '../db/database.js';
import type { Database } from '../db/schema.js';
import { createLive } from '../live/live.js';
import { openNotices } from '../live/notices.js';
import type { Limits } from '../limits.js';
import { lockFolder } from './folder-lock.js';

/** Where communities are kept: the embedded database's folder, or the address of a PostgreSQL. */
export type Place = { folder: string } | { url: string };

export interface ServeOptions {
  place: Place;
  port: number;
  hostname?: string;
  proxies?: readonly string[];
  limits?: Partial<Limits>;
  url?: string;
  log: Logger;
}

/** Milliseconds for what is under way when the server stops. */
const GRACE = 10_000;

/** Opens the place; nobody else may use a folder meanwhile. Gives the way to let it go. */
export async function openPlace(place: Place): Promise<{ db: Database; close: () => Promise<void> }> {
  if ('url' in place) {
    const db = await openDatabase(place);
    return { db, close: () => db.destroy() };
  }
  const release = await lockFolder(place.folder);
  try {
    const db = await openDatabase({ folder: join(place.folder, 'database') });
    return { db, close: () => db.destroy().then(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Serves until it is closed: then what is under way ends well, and nothing new begins. */
export async function serve({ place, port, hostname, log, ...more }: ServeOptions) {
  const { db, close } = await openPlace(place);
  const notices =
    'url' in place ? openNotices({ db, url: place.url, log, wake: (community) => live.wake(community) }) : undefined;
  const live = createLive({ db, log, ...(notices && { announce: notices.announce }) });
  const app = createApp({ db, log, live, ...more });
  const { server, address } = await new Promise<{ server: Server; address: string }>((resolve, reject) => {
    const options = { fetch: app.fetch, port, ...(hostname !== undefined && { hostname }) };
    const server = listen(options, ({ address, port }) => resolve({ server, address: `${address}:${port}` })) as Server;
    server.once('error', reject);
    // Who sends slowly is not waited for: others need not wait either way.
    server.requestTimeout = 30_000;
    server.headersTimeout = 10_000;
  });
  log.info({ address }, 'Kith serves.');

  return {
    address,
    async close() {
      live.close();
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      await ended;
      clearTimeout(late);
      await notices?.close();
      await close();
      log.info('Kith stopped.');
    },
  };
}
