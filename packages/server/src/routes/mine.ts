import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Serving } from '../app.js';
import { memberIn, type Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { looking } from '../db/database.js';
import { digestOf } from '../join.js';
import { mergeGuest } from '../merge.js';
import { copyOf } from '../mine/copy.js';
import { forget } from '../mine/forget.js';
import { Problem } from '../problem.js';

/** What a device says of itself while nobody is signed in on it. */
export const guestShape = v.object({ guest: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) });

/** What there is of the asker: all of it to keep, or none of it any more. */
export function mineRoutes(community: Hono<Env>, { db, now, write }: Serving): void {
  community.get('/me', async (context) => {
    const member = memberIn(context);
    const id = context.get('community');
    const copy = await looking(db, id, (trx) => copyOf(trx, id, member, now()));
    context.header('content-disposition', 'attachment; filename="my-kith.json"');
    return context.json(copy);
  });

  community.post('/me/guest', async (context) => {
    const member = memberIn(context);
    const id = context.get('community');
    const said = v.safeParse(guestShape, await bodyIn(context.req.raw));
    if (!said.success) throw new Problem(422, 'invalid', { params: { field: 'guest' } });
    const guest = digestOf(id, said.output.guest);
    return context.json(await write(id, (trx) => mergeGuest(trx, id, guest, member)));
  });

  community.delete('/me', async (context) => {
    const member = memberIn(context);
    const id = context.get('community');
    const revision = await write(id, (trx) => forget(trx, id, member));
    return context.json({ revision });
  });
}
