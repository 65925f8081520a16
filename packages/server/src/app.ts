import { Hono, type Context } from 'hono';
import type { Logger } from 'pino';
import { givingAgain } from './again.js';
import { answered, asked } from './answered.js';
import { askerOf, type Env } from './asker.js';
import { within } from './db/database.js';
import type { Database, Within } from './db/schema.js';
import type { Development } from './development.js';
import { gateFor } from './gate.js';
import { keysOf } from './keys.js';
import { usual, type Limits } from './limits.js';
import { createLive, type Live } from './live/live.js';
import { lettingIn, originsIn } from './origins.js';
import { builtCode, codeRoutes } from './outward/code.js';
import { answerProblem, Problem, problemOf } from './problem.js';
import { about } from './routes/about.js';
import { changeRoutes } from './routes/changes.js';
import { descriptionRoutes } from './routes/description.js';
import { developmentRoutes, marked } from './routes/development.js';
import { documentRoutes } from './routes/document.js';
import { mineRoutes } from './routes/mine.js';
import { moderationRoutes } from './routes/moderation.js';
import { outwardRoutes } from './routes/outward.js';
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
  /** The address under which everyone reaches it. Default: the one it is asked at. */
  url?: string;
  /**
   * Milliseconds for one thing to be taken from a line of changes before it is cut: who comes back is told what they
   * missed. Default 30,000.
   */
  patience?: number;
  /** Folder of the widgets' code. Default: where `@kith/embed` is built. */
  code?: string;
}

/** What routes have in common. */
export interface Serving {
  db: Database;
  log: Logger;
  now: () => Date;
  limits: Limits;
  live: Live;
  patience: number;
  /** The address under which everyone reaches it, where that is known. */
  url: string | undefined;
  /** Does all of `act` or nothing, for one community; then tells who listens. */
  write: <T>(community: string, act: (trx: Within) => Promise<T>) => Promise<T>;
}

/** Answers over HTTP: the inverse of the `server` provider. */
export function createApp(options: AppOptions): Hono<Env> {
  const { db, log, now = () => new Date(), limits, proxies = [], development } = options;
  const { live = createLive({ db, log }), patience = 30_000, url, code = builtCode() } = options;
  const write: Serving['write'] = async (community, act) => {
    const done = await within(db, community, act);
    live.changed(community);
    return done;
  };
  const serving: Serving = { db, log, now, limits: { ...usual, ...limits }, live, patience, url, write };
  const app = new Hono<Env>({ strict: false });

  if (development) app.use(marked);
  app.use(answered(log));
  app.use(async (context, next) => {
    // What is said before there is an answer costs it nothing.
    context.header('x-content-type-options', 'nosniff');
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
  app.notFound((context) => answerProblem(context, notThere(app, context)));

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

  codeRoutes(app, code);
  descriptionRoutes(app);

  const originsOf = originsIn(db);
  const ownKeys = keysOf(db, () => now().getTime());
  const gate = gateFor(serving.limits.address, proxies);
  const asker = askerOf({ ...serving, findKey: development?.beside(ownKeys) ?? ownKeys, gate });
  outwardRoutes(app, serving, asker, originsOf);

  const community = new Hono<Env>({ strict: false });
  community.use(about((context) => context.req.param('community')));
  community.use((context, next) => {
    context.header('cache-control', 'no-store');
    return next();
  });
  community.use(lettingIn(originsOf));
  community.use(asker);
  readingRoutes(community, serving);
  wishRoutes(community, serving);
  mineRoutes(community, serving);
  personalRoutes(community, serving);
  moderationRoutes(community, serving);
  documentRoutes(community, serving);
  changeRoutes(community, serving);
  if (development) developmentRoutes(community, serving, development);
  app.route('/v1/:community', community);
  app.fetch = givingAgain({ fetch: app.fetch, gate, live, log, now });
  return app;
}

/** Why nothing answers: the address is nothing, or it is not asked in that way. */
function notThere(app: Hono<Env>, context: Context): Problem {
  const { method, path } = context.req;
  const isAnswered = (each: string) => app.router.match(each, path)[0].some(([[, route]]) => route.method === each);
  const methods = ['GET', 'POST', 'PUT', 'DELETE'].filter((each) => each !== method && isAnswered(each));
  if (!methods.length) return new Problem(404, 'gone');
  context.header('allow', methods.join(', '));
  return new Problem(405, 'read-only');
}
