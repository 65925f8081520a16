import { decodeProtectedHeader, importJWK, jwtVerify, type JWK, type CryptoKey } from 'jose';
import { Problem } from './problem.js';

/** A key a site signs its members' tokens with. */
export interface SigningKey {
  kid: string;
  issuer: string;
  /** How it is signed: the key says, never the token. */
  algorithm: string;
  key: CryptoKey | Uint8Array;
}

/** Who asks, as a site's token says. */
export interface Identity {
  member: string;
  name?: string;
}

/** Finds a community's key by its `kid`; `undefined` where there is none, or none any more. */
export type FindKey = (community: string, kid: string) => Promise<SigningKey | undefined>;

/** Seconds a token may live. */
const LONGEST = 3600;
/** Seconds by which clocks may differ. */
const SKEW = 30;
const compact = /^[\w-]{1,1000}\.[\w-]{1,4000}\.[\w-]{1,1000}$/;
const memberId = /^[^\s/\p{Cc}]{1,128}$/u;

/** Algorithms a key may be of: none in which the token could choose. */
export const algorithms = ['ES256', 'EdDSA', 'RS256', 'HS256'] as const;

export async function readKey(jwk: JWK, algorithm: string): Promise<CryptoKey | Uint8Array> {
  return importJWK(jwk, algorithm);
}

/** Who a token is of. Throws a `Problem` (401) where it is none of this community's. */
export async function identify(token: string, community: string, findKey: FindKey): Promise<Identity> {
  try {
    if (!compact.test(token)) throw new Error('It is no compact token.');
    const { kid } = decodeProtectedHeader(token);
    if (typeof kid !== 'string' || !kid) throw new Error('It names no key.');
    const signing = await findKey(community, kid);
    if (!signing) throw new Error('The community has no such key.');
    const { payload } = await jwtVerify(token, signing.key, {
      algorithms: [signing.algorithm],
      audience: community,
      issuer: signing.issuer,
      requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp'],
      clockTolerance: SKEW,
    });
    const { sub = '', iat = 0, exp = Infinity, aud, name } = payload;
    if (aud !== community) throw new Error('It is meant for others, too.');
    if (exp - iat > LONGEST) throw new Error('It lives too long.');
    if (iat > Date.now() / 1000 + SKEW) throw new Error('It is of tomorrow.');
    if (!memberId.test(sub)) throw new Error('Its subject is no id.');
    return { member: sub, ...(typeof name === 'string' && name.trim() && { name: name.trim().slice(0, 80) }) };
  } catch (cause) {
    // Why is nobody's business who holds no good one.
    throw Object.assign(new Problem(401, 'signed-out'), { cause });
  }
}
