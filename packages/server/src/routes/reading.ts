import type { Answer, Query } from '@kith/core';
import type { Context, Hono } from 'hono';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { looking } from '../db/database.js';
import type { Within } from '../db/schema.js';
import { Held } from '../held.js';
import { read, readFront } from '../read/read.js';
import { askedIn, queries } from './queries.js';

/** Milliseconds for which it is remembered how many there were at a revision. */
const COUNTED = 60_000;

/** What is everyone's, and what is the asker's own beside it. */
export function readingRoutes(community: Hono<Env>, { db, now }: Serving): void {
  const counts = new Held<number>(COUNTED);

  const reply = async (context: Context<Env>, find: (trx: Within) => Promise<object>): Promise<Response> =>
    context.json(await looking(db, context.get('community'), find));
  const ask = (context: Context<Env>, query: Query): Promise<Response> =>
    reply(context, (trx) => answer(trx, context, query, now(), counts));

  community.get('/', (context) =>
    reply(context, (trx) => readFront(trx, context.get('community'), viewerIn(context), now(), counts)),
  );
  community.get('/members', (context) => ask(context, { kind: 'members', ...askedIn(context, queries.members) }));
  community.get('/members/:id', (context) => ask(context, { kind: 'member', id: context.req.param('id') }));
  community.get('/wall', (context) => {
    const { after, limit, ids, ...filters } = askedIn(context, queries.wall);
    const some = { ...(ids && { ids }), ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) };
    return ask(context, { kind: 'wall', filters, ...some });
  });
  community.get('/ladders/:id?', (context) => {
    const id = context.req.param('id');
    return ask(context, { kind: 'ladder', ...(id !== undefined && { id }), ...askedIn(context, queries.ladder) });
  });
  community.get('/suggestions', (context) =>
    ask(context, { kind: 'suggestions', ...askedIn(context, queries.suggestions) }),
  );
  // Who is nobody in particular has neither.
  community.get('/introductions', (context) => ask(context, { kind: 'introductions' }));
  community.get('/inbox', (context) => ask(context, { kind: 'inbox' }));
}

/** What the asker may see of it. */
function answer<Q extends Query>(
  trx: Within,
  context: Context<Env>,
  query: Q,
  now: Date,
  counts: Held<number>,
): Promise<Answer<Q>> {
  const viewer = viewerIn(context);
  return read(trx, context.get('community'), viewer === undefined ? query : { ...query, viewer }, now, counts);
}

function viewerIn(context: Context<Env>): string | undefined {
  const { member, guest } = context.get('asker');
  return member ?? (guest === undefined ? undefined : `guest ${guest}`);
}
