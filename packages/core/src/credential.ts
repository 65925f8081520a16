import { safeUrl } from './links.js';
import { ProviderError } from './provider.js';
import { readPlain } from './read-plain.js';

/** A JSON object of a shape nobody vouches for. */
export type Loose = Readonly<Record<string, unknown>>;

/** From when until when something holds, as it was written; undefined where it does not say. */
export interface Validity {
  from: string | undefined;
  until: string | undefined;
}

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];

/**
 * A verifiable credential of either data model, 1.1 or 2.0, of a type that is wanted, as plain JSON.
 * Throws `ProviderError('invalid')` that says what is wrong with it, and where.
 * https://www.w3.org/TR/vc-data-model-2.0/ https://www.w3.org/TR/vc-data-model-1.1/
 */
export function readCredential(whole: Loose, what: string, wanted: readonly string[]): Loose & Validity {
  const types = wordsIn(whole['type']);
  if (!types.some((type) => wanted.includes(type))) {
    const said = types.length ? `says ${JSON.stringify(types.join(', ').slice(0, 80))}` : 'is missing';
    throw refused(what, `its type ${said}, and should name ${wanted.join(' or ')}`);
  }
  if (!wordsIn(whole['@context']).some((context) => contexts.includes(context)))
    throw refused(what, `its @context should name "${contexts[0]}"`);
  return { ...whole, ...validityOf(whole, what) };
}

/** The object in a value that may be anything. A part that cannot be read is no part to leave out: it may say no. */
export function readLoose(input: unknown, what: string): Loose {
  const { value, aside } = readPlain(input);
  const [first] = aside;
  if (first) throw refused(what, `${first.path || 'it'} ${first.reason}`);
  const whole = loose(value);
  if (!whole) throw refused(what, 'it should be an object');
  return whole;
}

/** The error for what cannot be read as what it should be. */
export function refused(what: string, why: string): ProviderError {
  return new ProviderError('invalid', { message: `This is no ${what}: ${why}.` });
}

/** JSON-LD writes a list of one as its one. */
export function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function wordsIn(value: unknown): string[] {
  return listed(value).filter((each) => typeof each === 'string');
}

export function loose(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
}

/** A web address as somebody elsewhere wrote it: what they call "/here" is not on the page's own site. */
export function foreignUrl(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:/i.test(value) ? safeUrl(value) : undefined;
}

/** The times of both data models. Where both are said, it holds only as long as all of them do. */
function validityOf(whole: Loose, what: string): Validity {
  const at = (key: string) => {
    const said = whole[key];
    if (said !== undefined && Number.isNaN(momentOf(said)))
      throw refused(what, `its ${key} should be a date like 2026-03-01T10:00:00Z`);
    return said === undefined ? [] : [said as string];
  };
  const inOrder = (...keys: string[]) => keys.flatMap(at).sort((a, b) => momentOf(a) - momentOf(b));
  return {
    from: inOrder('validFrom', 'issuanceDate').at(-1),
    until: inOrder('validUntil', 'expirationDate')[0],
  };
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** A moment in milliseconds; one that names no zone is in UTC. NaN for what is no date. */
export function momentOf(said: unknown): number {
  if (typeof said !== 'string' || said.length > 64) return NaN;
  const zone = DATE.exec(said);
  return zone ? Date.parse(zone[3] ? said : `${said}Z`) : NaN;
}

/** Whether it is in force at a moment: from its first millisecond to its last. */
export function isInForce({ from, until }: Validity, now: Date): boolean {
  return !(momentOf(from) > now.getTime()) && !(momentOf(until) < now.getTime());
}
