import { graphemes } from '@kith/core';
import { isId } from './ids.js';
import { decodeProtectedHeader, jwtVerify, type CryptoKey, type JWTPayload } from 'jose';
import { Problem } from './problem.js';

/** A key a site signs its members' tokens with. */
export interface SigningKey {
  issuer: string;
  /** How it is signed: the key says, never the token. */
  algorithm: string;
  key: CryptoKey | Uint8Array;
  /** The only member it speaks for: whose device it is. Default whomever it names. */
  member?: string;
  /** Seconds a token of it may live. Default an hour. */
  longest?: number;
}

/** Who asks, as a site's token says. */
export interface Identity {
  member: string;
  name?: string;
  /** It is a device that says so, which makes nobody a member. */
  isDevice?: true;
  /** When the token was minted. */
  since: Date;
  /** Seconds since 1970 at which it is over. */
  until: number;
}

/** Finds a community's key by its `kid`; `undefined` where there is none, or none any more. */
export type FindKey = (community: string, kid: string) => Promise<SigningKey | undefined>;

/** Seconds a token of a site may live. */
const LONGEST = 3600;
/** Seconds by which clocks may differ. */
const SKEW = 30;
/** Characters that are seen of a name. */
const NAME = 80;
/** Most tokens that are remembered as good ones of a key. */
const MOST = 10_000;
const compact = /^[\w-]{1,1000}\.[\w-]{1,4000}\.[\w-]{1,1000}$/;

/**
 * Tokens a key was found to have signed. They go with the key, which is looked up anew twice a minute: so a revoked one
 * takes them with it.
 */
const good = new WeakMap<SigningKey, Map<string, Identity>>();

/** Who a token is of. Throws a `Problem` (401) where it is none of this community's. */
export async function identify(token: string, community: string, findKey: FindKey, now: Date): Promise<Identity> {
  const signing = await findKey(
    community,
    orSignedOut(() => kidIn(token)),
  );
  try {
    if (!signing) throw new Error('The community has no such key.');
    const seen = good.get(signing) ?? new Map<string, Identity>();
    const before = seen.get(token);
    if (before && before.until + SKEW > now.getTime() / 1000) return before;
    const { payload } = await jwtVerify(token, signing.key, {
      algorithms: [signing.algorithm],
      audience: community,
      issuer: signing.issuer,
      requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp'],
      clockTolerance: SKEW,
      currentDate: now,
    });
    const identity = identityIn(payload, signing, community, now);
    if (seen.size >= MOST) seen.clear();
    good.set(signing, seen.set(token, identity));
    return identity;
  } catch (cause) {
    throw signedOut(cause);
  }
}

function kidIn(token: string): string {
  if (!compact.test(token)) throw new Error('It is no compact token.');
  const { kid } = decodeProtectedHeader(token);
  if (typeof kid !== 'string' || !/^[\w.~-]{1,128}$/.test(kid)) throw new Error('It names no key.');
  return kid;
}

function identityIn(
  { sub = '', iat = 0, exp = Infinity, aud, name }: JWTPayload,
  { member, longest = LONGEST }: SigningKey,
  community: string,
  now: Date,
): Identity {
  if (aud !== community) throw new Error('It is meant for others, too.');
  if (exp - iat > longest) throw new Error('It lives too long.');
  if (iat > now.getTime() / 1000 + SKEW) throw new Error('It is of tomorrow.');
  if (member !== undefined && sub !== member) throw new Error('It speaks for another.');
  if (!isId(sub)) throw new Error('Its subject is no id.');
  const said = typeof name === 'string' ? nameIn(name) : '';
  const isDevice = member !== undefined && ({ isDevice: true } as const);
  return { member: sub, ...(said && { name: said }), ...isDevice, since: new Date(iat * 1000), until: exp };
}

function nameIn(name: string): string {
  return [...graphemes(name.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())].slice(0, NAME).join('');
}

function orSignedOut<T>(act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw signedOut(cause);
  }
}

/** Why is nobody's business who holds no good one. */
function signedOut(cause: unknown): Problem {
  return Object.assign(new Problem(401, 'signed-out'), { cause });
}
