import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { within } from './db/database.js';
import type { Database } from './db/schema.js';

/** Milliseconds for which an answer about origins holds. */
const HOLDS = 5000;

/** Lets the pages of a community's own sites ask, each named whole; never with cookies. */
export function originsOf(db: Database): MiddlewareHandler {
  const known = new Map<string, { until: number; origins: Set<string> }>();

  async function originsFor(community: string): Promise<Set<string>> {
    const held = known.get(community);
    if (held && held.until > Date.now()) return held.origins;
    const rows = await within(db, community, (trx) =>
      trx.selectFrom('origin').select('origin').where('community', '=', community).execute(),
    );
    const origins = new Set(rows.map(({ origin }) => origin));
    if (known.size > 10_000) known.clear();
    known.set(community, { until: Date.now() + HOLDS, origins });
    return origins;
  }

  return cors({
    origin: async (origin, context) =>
      (await originsFor(context.req.param('community') ?? '')).has(origin) ? origin : null,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id'],
    exposeHeaders: ['retry-after'],
    maxAge: 600,
  });
}
