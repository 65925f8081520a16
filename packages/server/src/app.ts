import { Hono } from 'hono';
import type { Logger } from 'pino';
import { answered, asked } from './answered.js';
import { askerOf, type Env } from './asker.js';
import { within } from './db/database.js';
import type { Database, Within } from './db/schema.js';
import type { Development } from './development.js';
import { isId } from './ids.js';
import { keysOf } from './keys.js';
import { usual, type Limits } from './limits.js';
import { createLive, type Live } from './live/live.js';
import { originsOf } from './origins.js';
import { answerProblem, Problem, problemOf } from './problem.js';
import { changeRoutes } from './routes/changes.js';
import { developmentRoutes, marked } from './routes/development.js';
import { documentRoutes } from './routes/document.js';
import { mineRoutes } from './routes/mine.js';
import { moderationRoutes } from './routes/moderation.js';
import { personalRoutes } from './routes/personal.js';
import { readingRoutes } from './routes/reading.js';
import { wishRoutes } from './routes/wishes.js';

export interface AppOptions {
  db: Database;
  log: Logger;
  now?: () => Date;
  limits?: Partial<Limits>;
  /** Tells who listens what changes. Default: those of this process. */
  live?: Live;
  /** Proxies, by address or subnet, whose `X-Forwarded-For` is believed. Default none. */
  proxies?: readonly string[];
  /** Lets whoever asks be any member: see `developmentIdentity`. Default nobody. */
  development?: Development | undefined;
}

/** What routes have in common. */
export interface Serving {
  db: Database;
  log: Logger;
  now: () => Date;
  limits: Limits;
  live: Live;
  /** Does all of `act` or nothing, for one community; then tells who listens. */
  write: <T>(community: string, act: (trx: Within) => Promise<T>) => Promise<T>;
}

/** Answers over HTTP: the inverse of the `server` provider. */
export function createApp(options: AppOptions): Hono<Env> {
  const { db, log, now = () => new Date(), limits, proxies = [], development } = options;
  const { live = createLive({ db, log }) } = options;
  const write: Serving['write'] = async (community, act) => {
    const done = await within(db, community, act);
    live.changed(community);
    return done;
  };
  const serving: Serving = { db, log, now, limits: { ...usual, ...limits }, live, write };
  const app = new Hono<Env>({ strict: false });

  if (development) app.use(marked);
  app.use(answered(log));
  app.use(async (context, next) => {
    await next();
    // Whoever asks again asks another process, or this one when it is back.
    if (live.closing.aborted) context.header('connection', 'close');
  });
  app.onError((error, context) => {
    const problem = problemOf(error);
    if (problem) return answerProblem(context, problem);
    log.error({ err: error, ...asked(context) }, 'A request failed.');
    return answerProblem(context, new Problem(500, 'busy'));
  });
  app.notFound((context) => answerProblem(context, new Problem(404, 'gone')));

  app.get('/health', (context) => context.json({ ok: true }));
  app.get('/ready', async (context) => {
    if (live.closing.aborted) throw new Problem(503, 'busy');
    await db
      .selectNoFrom((eb) => eb.lit(1).as('one'))
      .execute()
      .catch((cause: unknown) => {
        log.error({ err: cause }, 'The database does not answer.');
        throw new Problem(503, 'busy');
      });
    return context.json({ ok: true });
  });

  const community = new Hono<Env>({ strict: false });
  community.use(async (context, next) => {
    const id = context.req.param('community') ?? '';
    // No text that is kept has a zero in it: nothing can be there under such a name.
    if (!isId(id) || /%00/.test(context.req.url)) throw new Problem(404, 'gone');
    context.set('community', id);
    await next();
    context.header('cache-control', 'no-store');
  });
  community.use(originsOf(db));
  const ownKeys = keysOf(db, () => now().getTime());
  community.use(askerOf({ ...serving, findKey: development?.beside(ownKeys) ?? ownKeys, proxies }));
  readingRoutes(community, serving);
  wishRoutes(community, serving);
  mineRoutes(community, serving);
  personalRoutes(community, serving);
  moderationRoutes(community, serving);
  documentRoutes(community, serving);
  changeRoutes(community, serving);
  if (development) developmentRoutes(community, serving, development);
  app.route('/v1/:community', community);
  return app;
}
