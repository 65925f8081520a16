import { ProviderError, type Answer, type Query } from '@kith/core';
import { intentNames, type Intent } from '@kith/core/rules';
import { Hono, type Context } from 'hono';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { originsOf } from './origins.js';
import type { Database } from './db/schema.js';
import { within } from './db/database.js';
import { identify, type FindKey, type Identity } from './identity.js';
import { bodyIn } from './body.js';
import { answerProblem, Problem, problemOf } from './problem.js';
import { read } from './read/read.js';
import { take } from './take.js';

export interface AppOptions {
  db: Database;
  log: Logger;
  findKey: FindKey;
  now?: () => Date;
}

type Env = { Variables: { community: string; identity: Identity | undefined } };

/** Answers over HTTP: the inverse of the `server` provider. */
export function createApp({ db, log, findKey, now = () => new Date() }: AppOptions): Hono<Env> {
  const app = new Hono<Env>();

  app.onError((error, context) => {
    const problem = problemOf(error);
    if (problem) return answerProblem(context, problem);
    log.error({ err: error, path: context.req.path }, 'A request failed.');
    return answerProblem(context, new Problem(500, 'busy'));
  });
  app.notFound((context) => answerProblem(context, new Problem(404, 'gone')));

  app.get('/health', (context) => context.json({ ok: true }));
  app.get('/ready', async (context) => {
    await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
    return context.json({ ok: true });
  });

  const community = new Hono<Env>();
  community.use(async (context, next) => {
    context.set('community', context.req.param('community') ?? '');
    await next();
  });
  community.use(originsOf(db));
  community.use(async (context, next) => {
    const [, token] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
    context.set('identity', token === undefined ? undefined : await identify(token, context.get('community'), findKey));
    await next();
  });

  const ask = async <Q extends Query>(context: Context<Env>, query: Q): Promise<Answer<Q>> => {
    const viewer = context.get('identity')?.member;
    const asked: Q = viewer === undefined ? query : { ...query, viewer };
    return within(db, context.get('community'), (trx) => read(trx, context.get('community'), asked, now()));
  };
  const mine = (context: Context<Env>) => {
    if (!context.get('identity')) throw new Problem(401, 'signed-out');
  };

  community.get('/', async (context) => {
    const { roles } = await ask(context, { kind: 'roles' });
    return context.json({ roles, ...(await ask(context, { kind: 'purpose' })) });
  });
  community.get('/members', async (context) =>
    context.json(await ask(context, { kind: 'members', ...asked(context, 'q', 'role') })),
  );
  community.get('/members/:id', async (context) => {
    const answer = await ask(context, { kind: 'member', id: context.req.param('id') });
    return context.json(answer);
  });
  community.get('/wall', async (context) => {
    const { member, role, reward, occasion, ids } = context.req.query();
    const filters = Object.fromEntries(
      Object.entries({ member, role, reward, occasion }).filter(([, said]) => said !== undefined),
    );
    const some = ids === undefined ? {} : { ids: ids.split(' ').filter(Boolean) };
    return context.json(await ask(context, { kind: 'wall', filters, ...some, ...asked(context) }));
  });
  community.get('/ladders/:id?', async (context) => {
    const id = context.req.param('id');
    return context.json(
      await ask(context, { kind: 'ladder', ...(id !== undefined && { id }), ...asked(context, 'member') }),
    );
  });
  community.get('/suggestions', async (context) =>
    context.json(await ask(context, { kind: 'suggestions', ...asked(context, 'with') })),
  );
  community.get('/introductions', async (context) => {
    mine(context);
    return context.json(await ask(context, { kind: 'introductions' }));
  });
  community.get('/inbox', async (context) => {
    mine(context);
    return context.json(await ask(context, { kind: 'inbox' }));
  });
  community.post('/intents', async (context) => {
    const intent = await intentIn(context);
    const receipt = await within(db, context.get('community'), (trx) =>
      take(trx, context.get('community'), intent, now()),
    );
    return context.json(receipt);
  });
  app.route('/v1/:community', community);
  return app;

  async function intentIn(context: Context<Env>): Promise<Intent> {
    const said = v.safeParse(intentShape, await bodyIn(context.req.raw));
    if (!said.success) throw new Problem(400, 'invalid', { params: { field: v.getDotPath(said.issues[0]) ?? 'body' } });
    const { key, name, detail } = said.output;
    const header = context.req.header('idempotency-key');
    if (header !== undefined && header !== key) throw new Problem(400, 'invalid', { params: { field: 'key' } });
    const identity = context.get('identity');
    return {
      key,
      name,
      detail,
      actor: identity && { member: identity.member },
      community: context.get('community'),
      at: now().toISOString(),
    } as Intent;
  }
}

const intentShape = v.object({
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
  name: v.picklist(intentNames),
  detail: v.unknown(),
});

/** What an address asks, as far as it says it: these, a cursor and how many. */
function asked(context: Context, ...names: string[]): object {
  const said = context.req.query();
  const limit = said.limit === undefined ? undefined : Number(said.limit);
  if (limit !== undefined && !Number.isInteger(limit))
    throw new ProviderError('invalid', { params: { field: 'limit' } });
  return {
    ...Object.fromEntries(
      [...names, 'after'].flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
    ),
    ...(limit !== undefined && { limit }),
  };
}
