import { SignJWT } from 'jose';
import { newKey } from '@kith/core/rules';
import { addKey, openDatabase, replace, within } from '@kith/server';
import type { Storage } from '@kith/server';
import type { CommunityDocument } from '@kith/core';
import { village } from '../core/village.js';

export type Database = Awaited<ReturnType<typeof openDatabase>>;

const secret = new Uint8Array(64).fill(7);
const jwk = { kty: 'oct', k: Buffer.from(secret).toString('base64url') };
const issuer = 'https://site.example';
const kid = 'shared';

/** Puts a village with a key of its site where there is none; then nobody has the place open. */
export async function found(storage: Storage, community: string): Promise<void> {
  const db = await openDatabase(storage);
  await foundIn(db, community, village());
  await db.destroy();
}

/** Puts a community with a key of its site. */
export function foundIn(db: Database, community: string, document: CommunityDocument, settings = {}): Promise<void> {
  return within(db, community, async (trx) => {
    await replace(trx, community, document);
    await trx.updateTable('home').set({ settings }).where('community', '=', community).execute();
    await addKey(trx, community, { kid, issuer, algorithm: 'HS256', jwk });
  });
}

/** A token of the village's site, for an hour from `at`. */
export function tokenOf(community: string, member: string, at = new Date()): Promise<string> {
  const iat = Math.floor(at.getTime() / 1000);
  return new SignJWT({ iss: issuer, aud: community, sub: member, iat, exp: iat + 3600 })
    .setProtectedHeader({ alg: 'HS256', kid })
    .sign(secret);
}

/** What somebody sends, as from an address of their own: that of a site's proxy is believed on this machine. */
export async function writerOf(community: string, member: string, n: number) {
  const headers = {
    authorization: `Bearer ${await tokenOf(community, member)}`,
    'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  };
  return (base: string, body: object): Promise<Response> =>
    fetch(`${base}/v1/${community}/intents`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A letter to everyone that says its own key. */
export function story(key = newKey()) {
  return { key, name: 'recognize', detail: { to: [], occasion: 'story', text: `Mended ${key}.` } };
}
