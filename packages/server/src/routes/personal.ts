import type { Hono } from 'hono';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import * as v from 'valibot';
import type { Serving } from '../app.js';
import { memberIn, withDuty, type Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { looking } from '../db/database.js';
import { admit, devicesOf, signOut, type Shown } from '../devices.js';
import { invite, NoInvitation } from '../invites.js';
import { Problem } from '../problem.js';

export const inviteShape = v.object({
  who: v.string(),
  page: v.string(),
  duty: v.optional(v.picklist(['moderator', 'admin'])),
  days: v.optional(v.number()),
});
export const proofShape = v.object({ proof: v.pipe(v.string(), v.maxLength(2000)) });

/** Personal links, and the devices they were opened on. */
export function personalRoutes(community: Hono<Env>, { db, now, url, write }: Serving): void {
  community.post('/invites', async (context) => {
    const id = context.get('community');
    const said = v.safeParse(inviteShape, await bodyIn(context.req.raw));
    const link = await write(id, async (trx) => {
      const by = await withDuty(trx, context, 'admin');
      if (!said.success)
        throw new Problem(422, 'invalid', { params: { field: v.getDotPath(said.issues[0]) ?? 'body' } });
      const made = await invite(trx, id, { ...said.output, at: url }, now()).catch(orRefused);
      const act = { act: 'invite', subject: said.output.duty ?? 'member', reason: '' };
      await trx
        .insertInto('audit')
        .values({ community: id, at: now(), by, ...act })
        .execute();
      return made;
    });
    return context.json({ link: link.href }, 201);
  });

  community.post('/devices', async (context) => {
    const id = context.get('community');
    const said = v.safeParse(proofShape, await bodyIn(context.req.raw));
    if (!said.success) throw new Problem(422, 'invalid', { params: { field: 'proof' } });
    const shown = await shownIn(said.output.proof, id);
    // Whatever is wrong with a code, it is said alike.
    const admitted = shown && (await write(id, (trx) => admit(trx, id, shown, now())));
    if (!admitted) throw new Problem(404, 'gone');
    return context.json(admitted, 201);
  });

  community.get('/devices', async (context) => {
    const id = context.get('community');
    const member = memberIn(context);
    return context.json({ devices: await looking(db, id, (trx) => devicesOf(trx, id, member)) });
  });

  community.delete('/devices/:device', async (context) => {
    const id = context.get('community');
    const member = memberIn(context);
    const ended = await write(id, (trx) => signOut(trx, id, member, context.req.param('device')));
    if (!ended) throw new Problem(404, 'gone');
    return context.json({ ended });
  });
}

function orRefused(error: unknown): never {
  if (!(error instanceof NoInvitation)) throw error;
  throw new Problem(422, 'invalid', { params: { field: error.field }, detail: error.message });
}

/** A code, signed for this community by the key that it is to be exchanged for; `undefined` where that is not so. */
async function shownIn(proof: string, community: string): Promise<Shown | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: ['ES256'],
      audience: community,
    });
    const { kty, crv, x, y } = protectedHeader.jwk as JWK;
    const { code } = payload;
    if (typeof code !== 'string') return undefined;
    const jwk = { kty, crv, x, y } as JWK;
    return { code, jwk, print: await calculateJwkThumbprint(jwk) };
  } catch {
    return undefined;
  }
}
