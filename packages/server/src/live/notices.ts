import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../db/schema.js';

/** News between the processes on one PostgreSQL. */
export interface Notices {
  announce(communities: string[]): Promise<void>;
  close(): Promise<void>;
}

export interface NoticesOptions {
  db: Database;
  url: string;
  log: Logger;
  /** Hears of which community something was written elsewhere; of any, where news may have been missed. */
  wake(community?: string): void;
}

const channel = 'kith';
/** Milliseconds before a lost connection is tried anew. */
const AGAIN = 1000;

/** Listens on a connection of its own, outside every write, and comes back when it is lost. */
export function openNotices({ db, url, log, wake }: NoticesOptions): Notices {
  const self = randomUUID();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url });
    client = fresh;
    fresh.on('notification', ({ payload = '' }) => {
      const [from, community] = payload.split(' ');
      if (from !== self) wake(community);
    });
    // What was lost is heard of once, however often it is said.
    const lost = once(() => again(fresh));
    fresh.on('error', lost);
    fresh.on('end', lost);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      wake();
    } catch (error) {
      log.warn({ err: error }, 'News of other processes cannot be heard; trying again.');
      lost();
    }
  }

  function again(lost: pg.Client): void {
    lost.end().catch(() => undefined);
    if (!isOver) timer = setTimeout(() => void connect(), AGAIN);
  }

  void connect();
  return {
    async announce(communities) {
      const all = communities.map((community) => `${self} ${community}`);
      await sql`select pg_notify(${channel}, said) from unnest(${all}::text[]) said`.execute(db);
    },
    async close() {
      isOver = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
