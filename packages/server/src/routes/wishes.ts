import { ProviderError } from '@kith/core';
import { intentNames, type Actor, type Intent } from '@kith/core/rules';
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Serving } from '../app.js';
import { inTime, type Asker, type Env } from '../asker.js';
import { bodyIn } from '../body.js';
import { Buckets } from '../limits.js';
import { Problem } from '../problem.js';
import { takingTogether } from '../take/together.js';

export const intentShape = v.object({
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
  name: v.picklist(intentNames),
  detail: v.unknown(),
});

/** Wishes, one at a time, of whom the request is: what a wish says of itself does not count. */
export function wishRoutes(community: Hono<Env>, { now, limits, write }: Serving): void {
  const guests = new Buckets(limits.guests);
  const take = takingTogether(write);

  community.post('/intents', async (context) => {
    const intent = await intentIn(context, now());
    const { address, arrive } = context.get('asker');
    let isAdmitted = false;
    const admit = () => {
      if (!isAdmitted) inTime(guests.spend(address));
      isAdmitted = true;
    };
    const wish = { intent, now: now(), admit };
    const receipt = await take(wish).catch(async (error: unknown) => {
      if (!isStranger(error) || !(await arrive?.())) throw error;
      return take(wish);
    });
    return context.json(receipt);
  });
}

/** Whether a wish may have been refused since who wishes was no member yet. */
function isStranger(error: unknown): boolean {
  return error instanceof ProviderError && error.reason === 'not-allowed';
}

async function intentIn(context: Context<Env>, now: Date): Promise<Intent> {
  const said = v.safeParse(intentShape, await bodyIn(context.req.raw));
  if (!said.success) throw invalid(v.getDotPath(said.issues[0]) ?? 'body');
  const { key } = said.output;
  if ((context.req.header('idempotency-key') ?? key) !== key) throw invalid('key');
  const actor = actorOf(context.get('asker'));
  return { ...said.output, actor, community: context.get('community'), at: now.toISOString() } as Intent;
}

function invalid(field: string): Problem {
  return new Problem(422, 'invalid', { params: { field } });
}

function actorOf({ member, guest }: Asker): Actor | undefined {
  if (member !== undefined) return { member };
  return guest === undefined ? undefined : { guest };
}
