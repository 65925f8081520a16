// A token for a member, by ES256, with Node's standard library.
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { KITH_KEY, KITH_KID, KITH_ISSUER, KITH_COMMUNITY, KITH_MEMBER, KITH_NAME } = process.env;

export function mint(key, { kid, issuer, community, member, name }) {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'ES256', typ: 'JWT', kid };
  const claims = { iss: issuer, aud: community, sub: member, name, iat: now, exp: now + 600 };
  const said = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  // A JWT wants the signature's two numbers side by side, not in DER.
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' });
  return `${said}.${signature.toString('base64url')}`;
}

const key = createPrivateKey(readFileSync(KITH_KEY));
const said = { kid: KITH_KID, issuer: KITH_ISSUER, community: KITH_COMMUNITY, member: KITH_MEMBER, name: KITH_NAME };
console.log(mint(key, said));
