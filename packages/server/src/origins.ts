import type { MiddlewareHandler } from 'hono';
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

/** What a page may send and read, as CORS says it. By the date a device learns how far its clock is off. */
const sent = { methods: 'GET,POST,PUT,DELETE', headers: 'authorization,content-type,idempotency-key,last-event-id' };
const read = 'retry-after,date';
/** Seconds for which a browser need not ask again. */
const ASKED = 600;

/** Lets the pages of a community's own sites ask; never with cookies. */
export function lettingIn(originsOf: OriginsOf): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    // Who names none is on the same site or no browser: nothing here concerns them.
    if (origin === undefined) return next();
    context.header('vary', 'Origin');
    if ((await originsOf(context.req.param('community') ?? '')).has(origin)) {
      context.header('access-control-allow-origin', origin);
      context.header('access-control-expose-headers', read);
    }
    if (context.req.method !== 'OPTIONS') return next();
    context.header('access-control-allow-methods', sent.methods);
    context.header('access-control-allow-headers', sent.headers);
    context.header('access-control-max-age', String(ASKED));
    return context.body(null, 204);
  };
}
