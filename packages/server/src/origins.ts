import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { looking } from './db/database.js';
import type { Database } from './db/schema.js';
import { Held } from './held.js';

/** Milliseconds for which an answer about origins holds. */
const HOLDS = 5000;

/** Lets the pages of a community's own sites ask, each named whole; never with cookies. */
export function originsOf(db: Database): MiddlewareHandler {
  const held = new Held<Set<string>>(HOLDS);

  const originsFor = (community: string) =>
    held.get(community, async () => {
      const rows = await looking(db, community, (trx) =>
        trx.selectFrom('origin').select('origin').where('community', '=', community).execute(),
      );
      return new Set(rows.map(({ origin }) => origin));
    });

  return cors({
    origin: async (origin, context) =>
      (await originsFor(context.req.param('community') ?? '')).has(origin) ? origin : null,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    // By the date a device learns how far its clock is off.
    exposeHeaders: ['retry-after', 'date'],
    maxAge: 600,
  });
}
