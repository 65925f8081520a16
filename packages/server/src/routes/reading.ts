import { ProviderError, toPublic, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { documentOf } from '@kith/core/rules';
import type { Context, Hono } from 'hono';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { looking } from '../db/database.js';
import type { Within } from '../db/schema.js';
import { Held } from '../held.js';
import { OpenAnswers } from '../read/open-answers.js';
import { load, read } from '../read/read.js';

/** Most rows of a page. */
const MOST = 1000;
/** Milliseconds for which it is remembered how many there were at a revision. */
const COUNTED = 60_000;

/** What is everyone's, and what is the asker's own beside it. */
export function readingRoutes(community: Hono<Env>, { db, now, live }: Serving): void {
  const open = new OpenAnswers(live, () => now().getTime());
  const counts = new Held<number>(COUNTED);

  /** Answers each with what is theirs, and everyone else with what was found a moment ago. */
  const reply = async (context: Context<Env>, find: (trx: Within) => Promise<object>): Promise<Response> => {
    const community = context.get('community');
    const { member, guest } = context.get('asker');
    const look = () => looking(db, community, find);
    if (member !== undefined || guest !== undefined) return context.json(await look());
    const { pathname, search } = new URL(context.req.url);
    const text = await open.get(community, pathname + search, look);
    return context.body(text, 200, { 'content-type': 'application/json' });
  };
  const ask = (context: Context<Env>, query: Query): Promise<Response> =>
    reply(context, (trx) => answer(trx, context, query, now(), counts));

  community.get('/', (context) =>
    reply(context, async (trx) => ({
      ...(await answer(trx, context, { kind: 'roles' }, now(), counts)),
      ladders: await laddersOf(trx, context.get('community')),
      ...(await answer(trx, context, { kind: 'purpose' }, now(), counts)),
    })),
  );
  community.get('/members', (context) => ask(context, { kind: 'members', ...asked(context, 'q', 'role') }));
  community.get('/members/:id', (context) => ask(context, { kind: 'member', id: context.req.param('id') }));
  community.get('/wall', (context) => {
    const { ids } = context.req.query();
    const some = ids === undefined ? {} : { ids: ids.split(' ').filter(Boolean).slice(0, MOST) };
    const filters = said(context, ['member', 'role', 'reward', 'occasion']);
    return ask(context, { kind: 'wall', filters, ...some, ...asked(context) });
  });
  community.get('/ladders/:id?', (context) => {
    const id = context.req.param('id');
    const which = { ...(id !== undefined && { id }), ...said(context, ['member']) };
    return ask(context, { kind: 'ladder', ...which });
  });
  community.get('/suggestions', (context) => ask(context, { kind: 'suggestions', ...asked(context, 'with') }));
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
  const { member, guest } = context.get('asker');
  const viewer = member ?? (guest === undefined ? undefined : `guest ${guest}`);
  return read(trx, context.get('community'), viewer === undefined ? query : { ...query, viewer }, now, counts);
}

async function laddersOf(trx: Within, community: string) {
  const pieces = await load({ trx, community }, [['ladder', undefined]]);
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
