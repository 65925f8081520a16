import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { looking } from './db/database.js';
import type { Database } from './db/schema.js';
import { Held } from './held.js';

/** Milliseconds for which an answer about origins holds. */
const HOLDS = 5000;

/** The origins a community names, each whole. */
export type OriginsOf = (community: string) => Promise<ReadonlySet<string>>;

export function originsIn(db: Database): OriginsOf {
  const held = new Held<Set<string>>(HOLDS);
  return (community) =>
    held.get(community, async () => {
      const rows = await looking(db, community, (trx) =>
        trx.selectFrom('origin').select('origin').where('community', '=', community).execute(),
      );
      return new Set(rows.map(({ origin }) => origin));
    });
}

/** Lets the pages of a community's own sites ask; never with cookies. */
export function lettingIn(originsOf: OriginsOf): MiddlewareHandler {
  return cors({
    origin: async (origin, context) =>
      (await originsOf(context.req.param('community') ?? '')).has(origin) ? origin : null,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    // By the date a device learns how far its clock is off.
    exposeHeaders: ['retry-after', 'date'],
    maxAge: 600,
  });
}
