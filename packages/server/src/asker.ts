import type { Context, MiddlewareHandler } from 'hono';
import type { Serving } from './app.js';
import { within } from './db/database.js';
import type { Duty, Within } from './db/schema.js';
import type { Gate, Heard } from './gate.js';
import { Held } from './held.js';
import { identify, type FindKey } from './identity.js';
import { digestOf, join } from './join.js';
import { Buckets } from './limits.js';
import { Problem } from './problem.js';

/** Who asks: a member of the community, a device that is no member, or nobody who says so. */
export interface Asker {
  member?: string;
  /** What stands for the device in this community and in no other. */
  guest?: string;
  address: string;
  /** Makes a member of whom a site speaks of for the first time; gives whether they are one now. */
  arrive?: () => Promise<boolean>;
}

/** What a route knows of a request. */
export interface Env {
  Bindings: Heard;
  Variables: { community: string; asker: Asker };
}

export interface AskerOptions extends Pick<Serving, 'db' | 'live' | 'now' | 'limits'> {
  findKey: FindKey;
  gate: Gate;
}

/** Milliseconds after which it is looked again whether who has a token is a member. */
const HOLDS = 10_000;

/** Says who asks, and makes a member of whom a site speaks of for the first time. Holds everybody to their limits. */
export function askerOf({ db, live, findKey, now, limits, gate }: AskerOptions): MiddlewareHandler<Env> {
  const joined = new Held<boolean>(HOLDS);
  const members = new Buckets(limits.member);

  return async (context, next) => {
    const community = context.get('community');
    const address = gate.addressOf(context.env, context.req.header('x-forwarded-for'));
    inTime(gate.spend(address));
    const header = context.req.header('authorization');
    const said = header === undefined ? {} : await whoIn(header, community);
    if (context.req.method !== 'GET') inTime(members.spend(`${community} ${said.member ?? said.guest ?? address}`));
    // Whether who wishes is a member is looked at with the rest of what their wish needs.
    if (said.arrive && !isWish(context)) await said.arrive();
    context.set('asker', { ...said, address });
    await next();
    if (context.req.method === 'DELETE') joined.forget(`${community} ${said.member}`);
  };

  async function whoIn(header: string, community: string): Promise<Omit<Asker, 'address'>> {
    const [, scheme = '', word = ''] = /^(Bearer|Kith-Guest) +(\S+)$/i.exec(header) ?? [];
    if (scheme.toLowerCase() === 'kith-guest' && /^[0-9a-f]{32}$/.test(word))
      return { guest: digestOf(community, word) };
    if (scheme.toLowerCase() !== 'bearer') throw new Problem(401, 'signed-out');
    const identity = await identify(word, community, findKey, now());
    const { member } = identity;
    const arrive = () =>
      joined.get(`${community} ${member}`, async () => {
        const came = await within(db, community, (trx) => join(trx, community, identity, now()));
        if (came === 'new') live.changed(community);
        return came !== 'none';
      });
    return { member, arrive };
  }
}

function isWish({ req }: Context): boolean {
  return req.method === 'POST' && req.path.endsWith('/intents');
}

/** Throws where somebody has to wait. */
export function inTime(seconds: number): void {
  if (seconds > 0) throw new Problem(429, 'busy', { retryAfter: seconds });
}

/** The member who asks; nobody else may. */
export function memberIn(context: Context<Env>): string {
  const { member } = context.get('asker');
  if (member === undefined) throw new Problem(401, 'signed-out');
  return member;
}

/** Who asks, if they see to this: who sees to everything sees to what moderators do. */
export async function withDuty(trx: Within, context: Context<Env>, duty: Duty): Promise<string> {
  const member = memberIn(context);
  const row = await trx
    .selectFrom('duty')
    .select('duty')
    .where('community', '=', context.get('community'))
    .where('member', '=', member)
    .executeTakeFirst();
  if (row?.duty !== duty && row?.duty !== 'admin') throw new Problem(403, 'not-allowed');
  return member;
}
