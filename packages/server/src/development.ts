import { randomBytes, randomUUID } from 'node:crypto';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { SignJWT } from 'jose';
import type { FindKey } from './identity.js';

/** What has to be known of a process before anybody who asks it may say to be anyone. */
export interface Conditions {
  env: Record<string, string | undefined>;
  /** Where it listens. */
  hostname: string | undefined;
  /** Proxies it believes. */
  proxies: readonly string[];
  /** It keeps communities in a folder of its own, not in a database that others use. */
  isEmbedded: boolean;
}

/** Lets whoever asks be any member, for a demo or a site that is being built. */
export interface Development {
  /** What is to be told to who started it. */
  readonly warning: string;
  /** Finds this process's own key beside those that communities have. */
  beside(findKey: FindKey): FindKey;
  /** A token as a site would mint it, for ten minutes; believed by this process alone, and not after it ends. */
  tokenOf(community: string, member: string, now: Date): Promise<string>;
}

const issuer = 'development';
const algorithm = 'HS256';
/** Seconds. */
const LIVES = 600;

/**
 * Makes it possible to be any member without a site that says so. Throws an `Error` with a sentence where anybody but
 * who sits at this machine might get at it, or where it might be a community that is meant.
 */
export function developmentIdentity(conditions: Conditions): Development {
  const against = reasonAgainst(conditions);
  if (against) throw new Error(`Development identity lets anyone be any member. ${against}`);
  const kid = `development-${randomUUID()}`;
  const key = randomBytes(32);
  return {
    warning:
      'DEVELOPMENT IDENTITY IS ON: whoever opens a page on this machine can be any member, without a password. Never put this on the internet.',
    beside: (findKey) => async (community, asked) =>
      asked === kid ? { issuer, algorithm, key } : findKey(community, asked),
    tokenOf: (community, member, now) => {
      const iat = Math.floor(now.getTime() / 1000);
      return new SignJWT({ iss: issuer, aud: community, sub: member, iat, exp: iat + LIVES })
        .setProtectedHeader({ alg: algorithm, kid })
        .sign(key);
    },
  };
}

function reasonAgainst({ env, hostname = '', proxies, isEmbedded }: Conditions): string | undefined {
  if (env.NODE_ENV?.trim().toLowerCase() === 'production') return 'It is not there where NODE_ENV is production.';
  if (!isLoopback(hostname))
    return `It is there on this machine only: listen at 127.0.0.1 and not at "${hostname || 'every address'}".`;
  if (proxies.length) return 'It is not there behind a proxy, which others may ask: leave KITH_PROXIES out.';
  if (!isEmbedded) return 'It is there on the embedded database only: leave DATABASE_URL out.';
  return undefined;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether what has this name or address is this machine, to this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  if (!isIP(name)) return name === 'localhost';
  return loopback.check(name, isIPv6(name) ? 'ipv6' : 'ipv4');
}
