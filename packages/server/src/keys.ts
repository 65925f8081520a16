import { importJWK, type JWK } from 'jose';
import { within } from './db/database.js';
import type { Database, Within } from './db/schema.js';
import { deviceKey, ofDevice } from './devices.js';
import { Held } from './held.js';
import type { FindKey, SigningKey } from './identity.js';

/** Milliseconds after which a revoked key is refused everywhere, at the latest. */
const HOLDS = 30_000;

/** How a key may sign: none in which the token could choose. */
export const algorithms = ['ES256', 'EdDSA', 'RS256', 'HS256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** A key as somebody gives it to a community. */
export interface GivenKey {
  kid: string;
  issuer: string;
  algorithm: Algorithm;
  jwk: JWK;
}

/** Finds a community's keys in its rows. */
export function keysOf(db: Database, clock?: () => number): FindKey {
  const held = new Held<SigningKey | undefined>(HOLDS, clock);
  return (community, kid) =>
    held.get(`${community} ${kid}`, () =>
      within(db, community, (trx) => (kid.startsWith(ofDevice) ? deviceKey : keyIn)(trx, community, kid)),
    );
}

async function keyIn(trx: Within, community: string, kid: string): Promise<SigningKey | undefined> {
  const row = await trx
    .selectFrom('signing_key')
    .select(['issuer', 'algorithm', 'jwk'])
    .where('community', '=', community)
    .where('kid', '=', kid)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return { issuer: row.issuer, algorithm: row.algorithm, key: await importJWK(row.jwk as JWK, row.algorithm) };
}

/** Gives a community a key. Throws an `Error` with a sentence where it is none, or says more than is needed. */
export async function addKey(trx: Within, community: string, { kid, issuer, algorithm, jwk }: GivenKey): Promise<void> {
  if (!/^[\w.~-]{1,128}$/.test(kid)) throw new Error('A kid is 1 to 128 letters, digits, ".", "_", "~" or "-".');
  if (kid.startsWith(ofDevice)) throw new Error(`A kid that begins with "${ofDevice}" is one of a member's device.`);
  if (!algorithms.includes(algorithm)) throw new Error(`A key signs by one of ${algorithms.join(', ')}.`);
  if ('d' in jwk) throw new Error('This is the private half of the key: it stays with the site.');
  if ((jwk.kty === 'oct') !== (algorithm === 'HS256')) throw new Error(`This key does not sign by ${algorithm}.`);
  if (jwk.kty === 'oct' && Buffer.from(jwk.k ?? '', 'base64url').length < 32)
    throw new Error('A shared secret has at least 32 bytes.');
  await importJWK(jwk, algorithm);
  const there = trx.selectFrom('signing_key').select('kid').where('community', '=', community).where('kid', '=', kid);
  if (await there.executeTakeFirst())
    throw new Error(`"${community}" has a key "${kid}" already: keys are never replaced, add another.`);
  await trx.insertInto('signing_key').values({ community, kid, issuer, algorithm, jwk, revoked_at: null }).execute();
}

/** Takes a key out of use, for good. Gives whether there was one in use. */
export async function revokeKey(trx: Within, community: string, kid: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('signing_key')
    .set({ revoked_at: new Date() })
    .where('community', '=', community)
    .where('kid', '=', kid)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
