import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Serving } from '../app.js';
import { withDuty, type Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { looking } from '../db/database.js';
import { queueOf, rule } from '../moderate.js';
import { Problem } from '../problem.js';

export const rulingShape = v.object({
  recognition: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  act: v.picklist(['hide', 'show']),
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxGraphemes(1000)),
});

/** What moderators see to. */
export function moderationRoutes(community: Hono<Env>, { db, now, write }: Serving): void {
  community.get('/queue', async (context) => {
    const id = context.get('community');
    const waiting = await looking(db, id, async (trx) => {
      await withDuty(trx, context, 'moderator');
      return queueOf(trx, id);
    });
    return context.json({ waiting });
  });

  community.post('/moderate', async (context) => {
    const id = context.get('community');
    const said = await bodyIn(context.req.raw);
    const revision = await write(id, async (trx) => {
      const by = await withDuty(trx, context, 'moderator');
      const { success, output, issues } = v.safeParse(rulingShape, said);
      if (!success) throw new Problem(422, 'invalid', { params: { field: v.getDotPath(issues[0]) ?? 'body' } });
      return rule(trx, id, by, output, now());
    });
    return context.json({ revision });
  });
}
