/**
 * Who is signed in on this device by a personal link. The device has a key that no script can take out of it, and signs
 * itself a token of five minutes with it whenever one is asked for: so no token, and nothing that could be turned into
 * one elsewhere, is ever stored or stands in an address.
 */
import { ProviderError } from '@kith/core';
import { ownDatabases } from '@kith/core/rules';
import { answerError } from './http.js';

/** A member, on this device. */
export interface Personal {
  readonly member: string;
  /** A token for the `server` provider; empty once the device is not believed any more. */
  getToken(): Promise<string>;
  /** Forgets the key, here at once; the server, which is told, does within a minute. */
  signOut(): Promise<void>;
}

export interface PersonalOptions {
  fetch?: typeof globalThis.fetch;
  /** Called once where the device is not believed any more. */
  left?: () => void;
  now?: () => number;
}

/** What is kept of a device: by its community's address, and without a member until the server knows it. */
interface Kept {
  place: string;
  keys: CryptoKeyPair;
  device?: string;
  member?: string;
  /** Milliseconds by which the server's clock is ahead of this one. */
  ahead: number;
}

/** Seconds. */
const LIVES = 300;
const MARGIN = 20;
const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Exchanges a link's code for being its member on this device. Rejects with `ProviderError`: `gone` where the link is not
 * good any more, `invalid` where the page is not on https.
 */
export async function openLink(url: string, code: string, options: PersonalOptions = {}): Promise<Personal> {
  if (!globalThis.crypto?.subtle)
    throw new ProviderError('invalid', { message: 'A personal link needs a page over https.' });
  const { fetch = globalThis.fetch, now = Date.now } = options;
  const place = placeOf(url);
  // The key of a try whose answer was lost is the one the server may know.
  const kept = (await look(place)) ?? {
    place,
    ahead: 0,
    keys: await crypto.subtle.generateKey(curve, false, ['sign']),
  };
  await keep(kept);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', kept.keys.publicKey);
  const proof = await signed(kept, { alg: 'ES256', jwk: { kty, crv, x, y } }, { aud: communityOf(place), code });
  const headers = { 'content-type': 'application/json' };
  // A code is for this place alone, wherever that would send it on to.
  const init: RequestInit = { method: 'POST', redirect: 'error', headers, body: JSON.stringify({ proof }) };
  const response = await reached(fetch, `${place}devices`, init);
  if (!response.ok) throw await answerError(`${place}devices`, response);
  const admitted = (await response.json()) as { device: string; member: string };
  const known = { ...kept, ...admitted, ahead: aheadIn(response, now) ?? 0 };
  await keep(known);
  note(place, admitted.member);
  return personal(known, options);
}

/** Who is signed in on this device already; `undefined` where nobody is. */
export async function personalAt(url: string, options: PersonalOptions = {}): Promise<Personal | undefined> {
  const kept = await look(placeOf(url)).catch(() => undefined);
  if (kept?.member === undefined) note(placeOf(url), undefined);
  return kept?.member === undefined ? undefined : personal(kept, options);
}

function personal(kept: Kept, { fetch = globalThis.fetch, left, now = Date.now }: PersonalOptions): Personal {
  const { place, device = '', member = '' } = kept;
  let { ahead } = kept;
  let last: { token: string; until: number } | undefined;

  async function mint(): Promise<string> {
    const iat = Math.floor((now() + ahead) / 1000);
    const header = { alg: 'ES256', kid: `device~${device}` };
    const claims = { iss: 'device', aud: communityOf(place), sub: member, iat, exp: iat + LIVES };
    const token = await signed(kept, header, claims);
    last = { token, until: now() + (LIVES - MARGIN) * 1000 };
    return token;
  }

  const asked = (token: string, path = 'devices', method = 'GET') =>
    reached(fetch, place + path, { method, headers: { authorization: `Bearer ${token}` } });

  /** Who asks again this soon was refused: the clock is wrong, or the device is not believed any more. */
  async function checked(): Promise<string> {
    for (let tries = 0; tries < 2; tries++) {
      const token = await mint();
      const response = await asked(token);
      if (response.status !== 401) {
        await keep({ ...kept, ahead });
        return token;
      }
      ahead = aheadIn(response, now) ?? ahead;
    }
    await forget();
    left?.();
    return '';
  }

  async function forget(): Promise<void> {
    last = undefined;
    note(place, undefined);
    await remove(place);
  }

  return {
    member,
    async getToken() {
      if ((await look(place))?.device !== device) {
        left?.();
        return '';
      }
      return last && last.until > now() ? checked() : mint();
    },
    async signOut() {
      const token = await mint();
      await forget();
      await asked(token, `devices/${device}`, 'DELETE').catch(() => undefined);
    },
  };
}

/** By how much the server is ahead, by the date of its answer. */
function aheadIn({ headers }: Response, now: () => number): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date - now();
}

function placeOf(url: string): string {
  return url.replace(/\/*$/, '/');
}

function communityOf(place: string): string {
  return decodeURIComponent(place.split('/').at(-2) ?? '');
}

async function reached(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
  } catch (cause) {
    throw new ProviderError('offline', { message: `${url} could not be reached.`, cause });
  }
}

/** A token in the compact form: what WebCrypto signs by is what ES256 means. */
async function signed({ keys }: Kept, header: object, claims: object): Promise<string> {
  const said = [header, claims].map((part) => base64url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  const signature = await crypto.subtle.sign(curve, keys.privateKey, new TextEncoder().encode(said));
  return `${said}.${base64url(new Uint8Array(signature))}`;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (each) => ({ '+': '-', '/': '_' })[each] ?? '');
}

/** Whose device it is, where a page can see it without loading anything: a name, which opens nothing. */
function note(place: string, member: string | undefined): void {
  try {
    if (member === undefined) localStorage.removeItem(`kith-member ${place}`);
    else localStorage.setItem(`kith-member ${place}`, member);
  } catch {
    // A browser that keeps nothing signs in for as long as the page.
  }
}

const name = 'kith-devices';

const look = (place: string) => transact<Kept | undefined>('readonly', (rows) => rows.get(place));
const keep = (kept: Kept) => transact('readwrite', (rows) => rows.put(kept));
const remove = (place: string) => transact('readwrite', (rows) => rows.delete(place));

async function transact<T>(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest): Promise<T> {
  const factory = ownDatabases();
  if (!factory) throw new ProviderError('invalid', { message: 'This browser keeps no key.' });
  const database = await settled<IDBDatabase>(
    Object.assign(factory.open(name), {
      onupgradeneeded: ({ target }: Event) =>
        (target as IDBOpenDBRequest).result.createObjectStore(name, { keyPath: 'place' }),
    }),
  );
  try {
    return await settled<T>(act(database.transaction(name, mode).objectStore(name)));
  } finally {
    // So that the page can rest in the back-forward cache.
    database.close();
  }
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('No database.'));
  });
}
