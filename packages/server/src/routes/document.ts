import { ProviderError, readDocument, toPublic, type CommunityDocument } from '@kith/core';
import type { Hono } from 'hono';
import type { Serving } from '../app.js';
import { withDuty, type Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { looking } from '../db/database.js';
import { Problem } from '../problem.js';
import { exchange, wholeOf } from '../whole.js';

/** A whole community. */
const large = { bytes: 20_000_000, depth: 32 };

/** The community as one document: what everyone may see of it, or all of it for those who see to it. */
export function documentRoutes(community: Hono<Env>, { db, now, write }: Serving): void {
  community.get('/document', async (context) => {
    const id = context.get('community');
    const isArchive = context.req.query('archive') !== undefined;
    const whole = await looking(db, id, async (trx) => {
      if (isArchive) await withDuty(trx, context, 'admin');
      return wholeOf(trx, id);
    });
    if (!whole) throw new ProviderError('gone');
    return context.json(isArchive ? whole : toPublic(whole as CommunityDocument));
  });

  community.put('/document', async (context) => {
    const id = context.get('community');
    // Who may not is not read at length.
    await looking(db, id, (trx) => withDuty(trx, context, 'admin'));
    const { document, aside } = readDocument(await bodyIn(context.req.raw, large));
    const [first] = aside;
    if (first) throw new Problem(422, 'invalid', { params: { field: first.path }, detail: first.reason });
    const revision = await write(id, async (trx) => {
      const admin = await withDuty(trx, context, 'admin');
      // Nobody would be left who could put it right.
      if (!document.members?.some((member) => member.id === admin))
        throw new Problem(422, 'invalid', { params: { field: 'members' } });
      return exchange(trx, id, document, now());
    });
    return context.json({ revision });
  });
}
