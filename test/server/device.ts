import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { createApp } from '@kith/server';

/** A browser in which somebody opens a personal link: its key, and what it makes of it. */
export async function createDevice() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  return {
    jwk,
    /** What it shows for a code. */
    proof: (community: string, code: string, header: object = { jwk }) =>
      new SignJWT({ code })
        .setAudience(community)
        .setProtectedHeader({ alg: 'ES256', ...header })
        .sign(privateKey),
    /** A token of its member. */
    token(community: string, { device, member }: { device: string; member: string }, claims: JWTPayload = {}) {
      const iat = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: 'device', aud: community, sub: member, iat, exp: iat + 120, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: `device~${device}` })
        .sign(privateKey);
    },
  };
}

export type Device = Awaited<ReturnType<typeof createDevice>>;

/** The code in a link. */
export function codeIn(link: string): string {
  return link.split('.').at(-1) ?? '';
}

/** Opens a link on a device, or shows a proof made otherwise. */
export async function open(app: ReturnType<typeof createApp>, community: string, proof: string) {
  const body = JSON.stringify({ proof });
  const response = await app.request(`/v1/${community}/devices`, { method: 'POST', body });
  return { status: response.status, said: (await response.json()) as { device: string; member: string } };
}
