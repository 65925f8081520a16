import { within } from '../db/database.js';
import type { Database, Duty } from '../db/schema.js';
import { signOut } from '../devices.js';
import { invite, NoInvitation } from '../invites.js';
import { isMember } from '../join.js';
import { Mistake } from './mistake.js';

/** What is said of an invitation, beside whom it is for. */
export interface Inviting {
  page?: string | undefined;
  duty?: Duty | undefined;
  days?: string | undefined;
  /** The address under which everyone reaches the server. */
  at?: string | undefined;
}

/** Makes a personal link; gives it, and what to know of it. */
export async function inviteTo(db: Database, id: string, who: string, said: Inviting): Promise<string> {
  const { page, duty, days, at } = said;
  if (page === undefined)
    throw new Mistake('Say the page that the link leads to: --page https://site.example/members.');
  const invitation = { who, page, duty, days: days === undefined ? undefined : Number(days), at };
  return within(db, id, async (trx) => {
    const link = await invite(trx, id, invitation, new Date()).catch((error: unknown) => {
      throw error instanceof NoInvitation ? new Mistake(error.message) : error;
    });
    const of = (await isMember(trx, id, who)) ? `the member "${who}"` : `"${who}", who becomes a member by it`;
    return `${link.href}\n\nFor ${of}. Whoever opens it first is signed in: send it to nobody else. It opens once.`;
  });
}

/** Signs a member out on all devices, and voids their links. */
export async function signOutOf(db: Database, id: string, member: string): Promise<string> {
  const ended = await within(db, id, async (trx) => {
    if (!(await isMember(trx, id, member))) throw new Mistake(`"${id}" has no member "${member}".`);
    return signOut(trx, id, member);
  });
  return `Within a minute ${member} is signed out on ${ended === 1 ? '1 device' : `${ended} devices`}; links that nobody opened are void.`;
}

/** Gives a member a duty, or `none`. */
export async function giveDuty(db: Database, id: string, member: string, duty: string): Promise<string> {
  await within(db, id, async (trx) => {
    if (!(await isMember(trx, id, member))) throw new Mistake(`"${id}" has no member "${member}".`);
    await trx.deleteFrom('duty').where('community', '=', id).where('member', '=', member).execute();
    if (duty === 'none') return;
    await trx
      .insertInto('duty')
      .values({ community: id, member, duty: duty as Duty })
      .execute();
  });
  return duty === 'none' ? `${member} has no duty.` : `${member} is ${duty}.`;
}
