import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApp } from '../app.js';
import type { Env } from '../asker.js';
import { developmentIdentity } from '../development.js';
import { createLive } from '../live/live.js';
import { openNotices } from '../live/notices.js';
import type { Limits } from '../limits.js';
import { giveBackup } from './backup.js';
import { Mistake } from './mistake.js';
import { openPlace, type Place } from './place.js';

export interface ServeOptions {
  place: Place;
  port: number;
  hostname?: string;
  proxies?: readonly string[];
  limits?: Partial<Limits>;
  url?: string;
  log: Logger;
  /** How long who is slow is waited for. */
  patience?: Partial<Patience>;
  /**
   * Lets whoever asks on this machine be any member, for a demo; hears the sentence that says so, which whoever started
   * it has to read. Rejects where that could be meant in earnest.
   */
  development?: ((warning: string) => void) | undefined;
  /** What `development` looks at. Default the environment of this process. */
  env?: Record<string, string | undefined>;
}

/** Milliseconds after which who is slow is let go: others need not wait either way. */
export interface Patience {
  /** For the head of a request. */
  head: number;
  /** For all of a request, however steadily it comes. */
  request: number;
  /** For anything to be taken of an answer, which is kept for them meanwhile. */
  answer: number;
  /** For one thing to be taken from a line of changes. */
  line: number;
}

const usual: Patience = { head: 10_000, request: 30_000, answer: 60_000, line: 30_000 };

/** Milliseconds for what is under way when the server stops. */
const GRACE = 10_000;

/** Serves until it is closed: then what is under way ends well, and nothing new begins. Rejects with a `Mistake`. */
export async function serve({
  place,
  port,
  hostname = '127.0.0.1',
  log,
  development: warn,
  env = process.env,
  patience: some,
  ...more
}: ServeOptions) {
  const patience = { ...usual, ...some };
  const { proxies = [] } = more;
  const development = warn && developmentIdentity({ env, hostname, proxies, isEmbedded: 'folder' in place });
  const { db, close } = await openPlace(place, { answer: giveBackup });
  const notices =
    'url' in place ? openNotices({ db, url: place.url, log, wake: (community) => live.wake(community) }) : undefined;
  const live = createLive({ db, log, ...(notices && { announce: notices.announce }) });
  const app = createApp({ db, log, live, development, patience: patience.line, ...more });
  const letGo = async () => {
    await live.settle();
    await notices?.close();
    await close();
  };
  const server = await listenAt(app.fetch, port, hostname, patience).catch(async (error: unknown) => {
    await letGo();
    throw error;
  });
  const address = addressOf(server);
  if (development) {
    warn?.(development.warning);
    log.warn(development.warning);
  }
  log.info({ address }, 'Kith serves.');

  return {
    address,
    async close() {
      log.info('Kith is stopping.');
      live.close();
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = setTimeout(() => server.closeAllConnections(), GRACE);
      await ended;
      clearTimeout(late);
      await letGo();
      log.info('Kith stopped.');
    },
  };
}

function listenAt(
  fetch: Hono<Env>['fetch'],
  port: number,
  hostname: string,
  { head, request, answer }: Patience,
): Promise<Server> {
  const serverOptions = { headersTimeout: head, requestTimeout: request, connectionsCheckingInterval: head / 2 };
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname, serverOptions }, () => resolve(server)) as Server;
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EADDRINUSE') reject(new Mistake(`PORT ${port} is in use already.`));
      else if (code === 'EACCES') reject(new Mistake(`PORT ${port} may not be listened at: take one above 1023.`));
      else reject(new Mistake(`HOST is no address of this machine: "${hostname}" (${message}).`));
    });
    server.timeout = answer;
  });
}

function addressOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `${isIPv6(address) ? `[${address}]` : address}:${port}`;
}
