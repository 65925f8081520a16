import { randomUUID } from 'node:crypto';
import { importJWK, type JWK } from 'jose';
import type { Within } from './db/schema.js';
import type { SigningKey } from './identity.js';
import { welcome } from './invites.js';
import { digestOf } from './join.js';
import { lock } from './revise.js';

/** What begins the `kid` of a device's key, and of no site's. */
export const ofDevice = 'device~';
/** Seconds that a token of a device may live: it mints one whenever it needs it. */
const LONGEST = 300;

/** What a device shows that somebody opened a link on: the code, and its key, whose other half it never gives away. */
export interface Shown {
  code: string;
  jwk: JWK;
  /** The key's thumbprint. */
  print: string;
}

/** A device on which a member is. */
export interface Admitted {
  device: string;
  member: string;
}

/**
 * Takes a code for a device's key; again for the same key where the first answer was lost. A code that comes from two
 * devices fell into other hands: then neither is believed. `undefined` where it is good for nothing, whatever the reason.
 */
export async function admit(trx: Within, community: string, shown: Shown, now: Date): Promise<Admitted | undefined> {
  const { code, jwk, print } = shown;
  const home = await lock(trx, community);
  const hash = digestOf(community, code);
  const invite = await trx
    .selectFrom('invite')
    .selectAll()
    .where('community', '=', community)
    .where('code', '=', hash)
    .where('until', '>', now)
    .executeTakeFirst();
  if (!invite) return undefined;
  if (invite.device !== null) return again(trx, community, invite.device, print);
  const member = await welcome(home, invite, now);
  if (member === undefined) return undefined;
  // A browser is one member at a time.
  await trx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .where('print', '=', print)
    .execute();
  const device = randomUUID();
  await trx.insertInto('device').values({ community, id: device, member, print, jwk, revoked_at: null }).execute();
  await trx
    .updateTable('invite')
    .set({ device, member, name: null })
    .where('community', '=', community)
    .where('code', '=', hash)
    .execute();
  return { device, member };
}

async function again(trx: Within, community: string, id: string, print: string): Promise<Admitted | undefined> {
  const known = await trx
    .selectFrom('device')
    .select(['member', 'print'])
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known?.print === print) return { device: id, member: known.member };
  await trx
    .updateTable('device')
    .set({ revoked_at: new Date() })
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .where('id', '=', id)
    .execute();
  return undefined;
}

/** A device's key, which speaks for its member alone, and while that is one. */
export async function deviceKey(trx: Within, community: string, kid: string): Promise<SigningKey | undefined> {
  const row = await trx
    .selectFrom('device')
    .select(['member', 'jwk'])
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .where('id', '=', kid.slice(ofDevice.length))
    .executeTakeFirst();
  if (!row) return undefined;
  const key = await importJWK(row.jwk as JWK, 'ES256');
  return { issuer: 'device', algorithm: 'ES256', key, member: row.member, longest: LONGEST };
}

/** The devices on which a member is, oldest first. */
export async function devicesOf(trx: Within, community: string, member: string): Promise<{ id: string; at: Date }[]> {
  const own = trx
    .selectFrom('device')
    .select(['id', 'added_at as at'])
    .where('community', '=', community)
    .where('revoked_at', 'is', null);
  return own.where('member', '=', member).orderBy('added_at').execute();
}

/** Signs out one device of a member, or all of them; gives how many. Links for them that nobody opened are void with all. */
export async function signOut(trx: Within, community: string, member: string, id?: string): Promise<number> {
  const theirs = trx
    .updateTable('device')
    .set({ revoked_at: new Date() })
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .where('member', '=', member);
  const { numUpdatedRows } = await (id === undefined ? theirs : theirs.where('id', '=', id)).executeTakeFirst();
  if (id === undefined)
    await trx
      .deleteFrom('invite')
      .where('community', '=', community)
      .where('member', '=', member)
      .where('device', 'is', null)
      .execute();
  return Number(numUpdatedRows);
}
