import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Env } from './asker.js';
import type { Said } from './gate.js';

/** Asked by machines, all day. */
const probes = ['/health', '/ready'];

/** One line for each answer. */
export function answered(log: Logger): MiddlewareHandler<Env> {
  return async (context, next) => {
    const begun = performance.now();
    await next();
    const said = asked(context);
    // Who is given the same again is no other question.
    context.env.said = said;
    const ms = Math.round(performance.now() - begun);
    log[probes.includes(said.route) ? 'debug' : 'info']({ ...said, status: context.res.status, ms }, 'Answered.');
  };
}

/** What a log says of a request: neither headers nor address nor words in its path, which may be of a person. */
export function asked(context: Context<Env>): Said {
  const community = context.get('community') as string | undefined;
  return { method: context.req.method, route: routePath(context, -1), ...(community !== undefined && { community }) };
}
