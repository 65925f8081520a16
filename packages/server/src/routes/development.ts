import type { Context, Hono, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { Serving } from '../app.js';
import type { Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { looking } from '../db/database.js';
import { isLoopback, type Development } from '../development.js';
import { isMember } from '../join.js';
import { Problem } from '../problem.js';

const askedShape = v.object({ member: v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)) });

/** Marks each answer, so that nobody takes it for one of a server that knows who asks. */
export const marked: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('kith-identity', 'development');
};

/** Mints a token for whichever member is asked for, in the place of a site. Only where development identity is on. */
export function developmentRoutes(community: Hono<Env>, { db, now }: Serving, development: Development): void {
  community.post('/development', async (context) => {
    if (!isFromHere(context)) throw new Problem(403, 'not-allowed');
    const id = context.get('community');
    const said = v.safeParse(askedShape, await bodyIn(context.req.raw));
    if (!said.success) throw new Problem(422, 'invalid', { params: { field: 'member' } });
    const { member } = said.output;
    if (!(await looking(db, id, (trx) => isMember(trx, id, member)))) throw new Problem(404, 'gone');
    return context.json({ token: await development.tokenOf(id, member, now()) });
  });
}

/**
 * Whether it was asked on this machine, under a name of this machine: no proxy brought it here, no page of elsewhere did,
 * and no page whose name was made to lead here.
 */
function isFromHere({ req }: Context): boolean {
  const origin = req.header('origin');
  const wasForwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((name) =>
    req.header(name),
  );
  return !wasForwarded && isLoopback(hostIn(req.url)) && (origin === undefined || isLoopback(hostIn(origin)));
}

function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
