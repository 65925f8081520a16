import { isInForce, listed, loose, readCredential, readLoose, refused, wordsIn, type Loose } from './credential.js';
import { ProviderError } from './provider.js';

/** A status list that was handed in, decoded. What it says was signed by nobody Kith asked. */
export interface StatusList {
  /** Under which address credentials name it. */
  readonly id: string;
  /** What being on it can mean. */
  readonly purposes: readonly string[];
  /** Whether it is in force. */
  isCurrent(now: Date): boolean;
  /** Whether a credential is on it, by its place or by its id; undefined where that is nowhere on the list. */
  has(which: { place?: number | undefined; credential?: string | undefined }): boolean | undefined;
}

const WHAT = 'status list';

/** Bytes of a list, of eight credentials each: a hostile one unpacks to more than a page has. */
const MOST = 8 * 1024 * 1024;

/**
 * Decodes a status list: a Bitstring Status List, a Status List 2021, or a list of 1EdTech's. `address` is where it was
 * fetched; without one its own id is believed. Fetches nothing.
 * Throws `ProviderError('invalid')` that says what is wrong with it, and where.
 * https://www.w3.org/TR/vc-bitstring-status-list/ https://purl.imsglobal.org/spec/vcrl/v1p0/context.json
 */
export async function readStatusList(input: unknown, address?: string): Promise<StatusList> {
  return statusListOf(readLoose(input, WHAT), address);
}

/** The same of what is plain JSON already. */
export async function statusListOf(whole: Readonly<Record<string, unknown>>, address?: string): Promise<StatusList> {
  const id = address ?? whole['id'];
  if (typeof id !== 'string' || !id) throw refused(WHAT, 'its id is missing');
  return whole['type'] === undefined || whole['credentialSubject'] === undefined
    ? listOfIds(whole, id)
    : listOfBits(whole, id);
}

/** Both spellings are in use; who is named without `revoked` is. */
function listOfIds(whole: Loose, id: string): StatusList {
  const rows = whole['revokedCredential'] ?? whole['revokedCredentials'];
  if (rows === undefined) throw refused(WHAT, 'its credentialSubject and its revokedCredential are missing');
  const revoked = new Set(
    listed(rows).map((row, i) => {
      const { id, revoked = true } = loose(row) ?? {};
      if (typeof id !== 'string') throw refused(WHAT, `its revokedCredential[${i}].id should be text`);
      return revoked === false ? '' : id;
    }),
  );
  return {
    id,
    purposes: ['revocation'],
    isCurrent: () => true,
    has: ({ credential }) => (credential ? revoked.has(credential) : undefined),
  };
}

async function listOfBits(whole: Loose, id: string): Promise<StatusList> {
  const credential = readCredential(whole, WHAT, ['BitstringStatusListCredential', 'StatusList2021Credential']);
  const subject = loose(listed(whole['credentialSubject'])[0]) ?? {};
  const purposes = wordsIn(subject['statusPurpose']);
  const { encodedList } = subject;
  if (typeof encodedList !== 'string') throw refused(WHAT, 'its credentialSubject.encodedList should be text');
  const bits = await unpacked(encodedList);
  return {
    id,
    purposes,
    isCurrent: (now) => isInForce(credential, now),
    has({ place }) {
      const byte = place === undefined ? undefined : bits[Math.floor(place / 8)];
      // The first place is the leftmost bit.
      return byte === undefined ? undefined : ((byte >> (7 - ((place ?? 0) % 8))) & 1) === 1;
    },
  };
}

/** GZIP in base64, in either alphabet; the newer format puts a multibase letter before it. */
async function unpacked(encoded: string): Promise<Uint8Array> {
  const text = /^[uUmM]?(H4sI[\w+/-]*)=*$/.exec(encoded)?.[1];
  const where = 'its credentialSubject.encodedList';
  if (!text) throw refused(WHAT, `${where} should be GZIP in base64url`);
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const packed = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > MOST) throw refused(WHAT, `${where} holds more than ${MOST} bytes`);
    }
  } catch (error) {
    throw error instanceof ProviderError ? error : refused(WHAT, `${where} cannot be unpacked`);
  }
  const bits = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bits.set(part, at);
    at += part.length;
  }
  return bits;
}
