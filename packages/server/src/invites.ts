import { randomBytes } from 'node:crypto';
import { graphemes } from '@kith/core';
import { keyOf } from '@kith/core/rules';
import type { Duty, Within } from './db/schema.js';
import { isId } from './ids.js';
import { digestOf, isMember } from './join.js';
import { revise, type Home } from './revise.js';

/** Whom a personal link is for. */
export interface Invitation {
  /** A member's id, or what somebody is called who is none yet. */
  who: string;
  /** The page it leads to, which is one of the community's own sites'. */
  page: string;
  duty?: Duty | undefined;
  /** Days for which it can be opened. Default 7. */
  days?: number | undefined;
  /** The server's own address, where everyone's is known: then a page gives the code to no other. */
  at?: string | undefined;
}

/** What is wrong with an invitation, in a sentence. */
export class NoInvitation extends Error {
  constructor(
    readonly field: keyof Invitation,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** Days. */
const USUAL = 7;
const MOST = 90;
/** Characters. */
const NAME = 80;

/**
 * Makes a personal link, of which only a hash is kept; earlier ones for the same member that nobody opened are void. Throws
 * a `NoInvitation`.
 */
export async function invite(trx: Within, community: string, invitation: Invitation, now: Date): Promise<URL> {
  const { who, duty, days = USUAL, at } = invitation;
  const page = await pageIn(trx, community, invitation.page);
  if (!Number.isInteger(days) || days < 1 || days > MOST)
    throw new NoInvitation('days', `A link can be opened for 1 to ${MOST} days.`);
  const member = (await isMember(trx, community, who)) ? who : null;
  if (member === null && !isName(who))
    throw new NoInvitation('who', `Say whom it is for: a member's id, or a name of at most ${NAME} characters.`);
  await trx
    .deleteFrom('invite')
    .where('community', '=', community)
    .where((is) =>
      is.or([
        is('until', '<=', now),
        is.and([is('device', 'is', null), member === null ? is('name', '=', who.trim()) : is('member', '=', member)]),
      ]),
    )
    .execute();
  const code = randomBytes(16).toString('base64url');
  const until = new Date(now.getTime() + days * 86_400_000);
  const name = member === null ? who.trim() : null;
  await trx
    .insertInto('invite')
    .values({ community, code: digestOf(community, code), member, name, duty: duty ?? null, until, device: null })
    .execute();
  const server = at === undefined ? '' : `&at=${encodeURIComponent(new URL(at).host)}`;
  page.hash = `kith-invite=${encodeURIComponent(community)}.${code}${server}`;
  return page;
}

/** Characters are what a person sees as one. */
function isName(who: string): boolean {
  return who.trim() !== '' && [...graphemes(who)].length <= NAME && !/\p{Cc}|\p{Cs}/u.test(who);
}

/** The page, if it is one to which a code may be sent: a stranger's would keep it. */
async function pageIn(trx: Within, community: string, page: string): Promise<URL> {
  const url = URL.canParse(page) ? new URL(page) : undefined;
  const isSecret = url?.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || !isSecret)
    throw new NoInvitation('page', 'Say the page that the link leads to, beginning with https://.');
  const origins = await trx.selectFrom('origin').select('origin').where('community', '=', community).execute();
  if (!origins.some(({ origin }) => origin === url.origin))
    throw new NoInvitation('page', `${url.origin} is no site of "${community}": say it first, as its --origin.`);
  return url;
}

/** Whom an opened link is of, who is a member from now on. `undefined` where the member it was for is none any more. */
export async function welcome(
  home: Home,
  { member, name, duty }: { member: string | null; name: string | null; duty: Duty | null },
  now: Date,
): Promise<string | undefined> {
  const { trx, community } = home.rows;
  const id = member ?? (await freeId(trx, community, name ?? ''));
  if (member === null)
    await revise(home, { names: [`member ${id}`] }, () =>
      home.rows.put(keyOf('member', id), { id, name: name ?? id, joinedAt: now.toISOString() }),
    );
  else if (!(await isMember(trx, community, member))) return undefined;
  if (duty)
    await trx
      .insertInto('duty')
      .values({ community, member: id, duty })
      .onConflict((clash) => clash.columns(['community', 'member']).doUpdateSet({ duty }))
      .execute();
  return id;
}

/** An id that can be told whose it is. */
async function freeId(trx: Within, community: string, name: string): Promise<string> {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const plain = words.join('-').slice(0, 100) || 'member';
  for (let n = 1; ; n++) {
    const id = n === 1 ? plain : `${plain}-${n}`;
    if (isId(id) && !(await isMember(trx, community, id))) return id;
  }
}
