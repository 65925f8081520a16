import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../asker.js';
import { isId } from '../ids.js';
import { Problem } from '../problem.js';

/** Says which community a request is about. Throws a `Problem` (404) where it is about none. */
export function about(nameIn: (context: Context<Env>) => string | undefined): MiddlewareHandler<Env> {
  return async (context, next) => {
    const id = nameIn(context) ?? '';
    // No text that is kept has a zero in it: nothing can be there under such a name.
    if (!isId(id) || /%00/.test(context.req.url)) throw new Problem(404, 'gone');
    context.set('community', id);
    await next();
  };
}
