import type { Hono } from 'hono';
import type { Serving } from '../app.js';
import { memberIn, type Env } from '../asker.js';
import { looking } from '../db/database.js';
import { copyOf } from '../mine/copy.js';
import { forget } from '../mine/forget.js';

/** What there is of the asker: all of it to keep, or none of it any more. */
export function mineRoutes(community: Hono<Env>, { db, now, write }: Serving): void {
  community.get('/me', async (context) => {
    const member = memberIn(context);
    const id = context.get('community');
    const copy = await looking(db, id, (trx) => copyOf(trx, id, member, now()));
    context.header('content-disposition', 'attachment; filename="my-kith.json"');
    return context.json(copy);
  });

  community.delete('/me', async (context) => {
    const member = memberIn(context);
    const id = context.get('community');
    const revision = await write(id, (trx) => forget(trx, id, member));
    return context.json({ revision });
  });
}
