import { ProviderError, toPublic, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { documentOf } from '@kith/core/rules';
import type { Context, Hono } from 'hono';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { looking } from '../db/database.js';
import type { Within } from '../db/schema.js';
import { load, read } from '../read/read.js';

/** Most rows of a page. */
const MOST = 1000;

/** What is everyone's, and what is the asker's own beside it. */
export function readingRoutes(community: Hono<Env>, { db, now }: Serving): void {
  const ask = <Q extends Query>(context: Context<Env>, query: Q): Promise<Answer<Q>> =>
    looking(db, context.get('community'), (trx) => answer(trx, context, query, now()));

  community.get('/', async (context) =>
    context.json(
      await looking(db, context.get('community'), async (trx) => ({
        ...(await answer(trx, context, { kind: 'roles' }, now())),
        ladders: await laddersOf(trx, context.get('community')),
        ...(await answer(trx, context, { kind: 'purpose' }, now())),
      })),
    ),
  );
  community.get('/members', async (context) =>
    context.json(await ask(context, { kind: 'members', ...asked(context, 'q', 'role') })),
  );
  community.get('/members/:id', async (context) =>
    context.json(await ask(context, { kind: 'member', id: context.req.param('id') })),
  );
  community.get('/wall', async (context) => {
    const { ids } = context.req.query();
    const some = ids === undefined ? {} : { ids: ids.split(' ').filter(Boolean).slice(0, MOST) };
    const filters = said(context, ['member', 'role', 'reward', 'occasion']);
    return context.json(await ask(context, { kind: 'wall', filters, ...some, ...asked(context) }));
  });
  community.get('/ladders/:id?', async (context) => {
    const id = context.req.param('id');
    const which = { ...(id !== undefined && { id }), ...said(context, ['member']) };
    return context.json(await ask(context, { kind: 'ladder', ...which }));
  });
  community.get('/suggestions', async (context) =>
    context.json(await ask(context, { kind: 'suggestions', ...asked(context, 'with') })),
  );
  // Who is nobody in particular has neither.
  community.get('/introductions', async (context) => context.json(await ask(context, { kind: 'introductions' })));
  community.get('/inbox', async (context) => context.json(await ask(context, { kind: 'inbox' })));
}

/** What the asker may see of it. */
function answer<Q extends Query>(trx: Within, context: Context<Env>, query: Q, now: Date): Promise<Answer<Q>> {
  const { member, guest } = context.get('asker');
  const viewer = member ?? (guest === undefined ? undefined : `guest ${guest}`);
  return read(trx, context.get('community'), viewer === undefined ? query : { ...query, viewer }, now);
}

async function laddersOf(trx: Within, community: string) {
  const pieces = await load({ trx, community, viewer: undefined }, [['ladder', undefined]]);
  return toPublic(documentOf(pieces, { kith: 1 }) as CommunityDocument).ladders ?? [];
}

/** What an address asks, as far as it says it: these, a cursor and how many. */
function asked(context: Context, ...names: string[]): object {
  const { limit } = context.req.query();
  const size = limit === undefined ? undefined : Number(limit);
  if (size !== undefined && !Number.isInteger(size))
    throw new ProviderError('invalid', { reason: 'invalid', params: { field: 'limit' } });
  return { ...said(context, [...names, 'after']), ...(size !== undefined && { limit: Math.min(size, MOST) }) };
}

function said(context: Context, names: string[]): Record<string, string> {
  const query = context.req.query();
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
}
