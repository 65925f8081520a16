import { foreignUrl, listed, loose, momentOf, wordsIn, type Loose, type Validity } from './credential.js';
import type { StatusList } from './status-list.js';

/**
 * How it stands with a badge, as far as that is known. `in-date` says what its dates say, and no more; `not-checked` that
 * it names lists (`lists`: where) of which one was not handed in, or says nothing about it.
 */
export type BadgeStatus =
  | { state: 'in-date'; until: string | undefined }
  | { state: 'not-yet-valid'; from: string }
  | { state: 'expired'; on: string }
  | { state: 'revoked' }
  | { state: 'suspended' }
  | { state: 'not-checked'; lists: readonly string[] };

/** What is certain goes first: that it was taken back, then what its dates say, then what nobody looked up. */
export function statusOf(credential: Loose & Validity, lists: readonly StatusList[], now: Date): BadgeStatus {
  const { from, until } = credential;
  const entries = listed(credential['credentialStatus']).map((entry) => lookUp(entry, credential, lists, now));
  const is = (state: string) => entries.some((entry) => entry.state === state);
  if (is('revoked')) return { state: 'revoked' };
  if (until !== undefined && momentOf(until) < now.getTime()) return { state: 'expired', on: until };
  if (from !== undefined && momentOf(from) > now.getTime()) return { state: 'not-yet-valid', from };
  if (is('suspended')) return { state: 'suspended' };
  const open = entries.flatMap((entry) => (entry.state === 'not-checked' ? [entry.list] : []));
  if (open.length) return { state: 'not-checked', lists: [...new Set(open.flatMap((list) => list ?? []))] };
  return { state: 'in-date', until };
}

type Entry = { state: 'revoked' | 'suspended' | 'clear' } | { state: 'not-checked'; list: string | undefined };

const meanings = new Map([
  ['revocation', 'revoked'],
  ['suspension', 'suspended'],
] as const);

function lookUp(entry: unknown, credential: Loose, lists: readonly StatusList[], now: Date): Entry {
  const { type, id, statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = loose(entry) ?? {};
  const [kind = ''] = wordsIn(type);
  const isOfIds = kind === '1EdTechRevocationList';
  const address = isOfIds ? id : statusListCredential;
  const purpose = isOfIds ? 'revocation' : statusPurpose;
  const unknown: Entry = { state: 'not-checked', list: foreignUrl(address) };
  const isOfBits = kind === 'BitstringStatusListEntry' || kind === 'StatusList2021Entry';
  // What only carries a message, or says where a newer one is, takes nothing back.
  if (isOfBits && typeof purpose === 'string' && /^(message|refresh)$/.test(purpose)) return { state: 'clear' };
  const meaning = meanings.get(purpose as 'revocation');
  if (!meaning || !(isOfIds || isOfBits) || statusSize !== 1) return unknown;
  const own = credential['id'];
  const which = isOfIds ? { credential: typeof own === 'string' ? own : '' } : { place: placeIn(statusListIndex) };
  const said = lists
    .filter((list) => list.id === address && list.purposes.includes(purpose as string) && list.isCurrent(now))
    .map((list) => list.has(which));
  if (said.includes(true)) return { state: meaning };
  return said.includes(false) ? { state: 'clear' } : unknown;
}

function placeIn(index: unknown): number | undefined {
  return typeof index !== 'object' && /^\d{1,10}$/.test(String(index)) ? Number(index) : undefined;
}
