import type { Answer, Provider, Query } from './provider.js';

export type ProviderErrorKind = 'offline' | 'refused' | 'invalid' | 'gone' | 'busy';

export interface ProviderErrorDetails {
  /** The cause, for the page's author. Visitors read a sentence of the element's own. */
  message?: string;
  reason?: string;
  params?: Record<string, unknown>;
  /** Seconds. */
  retryAfter?: number;
  cause?: unknown;
}

/** The one kind of error a provider gives. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly kind: ProviderErrorKind;
  readonly reason: string | undefined;
  readonly params: Record<string, unknown> | undefined;
  readonly retryAfter: number | undefined;

  constructor(kind: ProviderErrorKind, details: ProviderErrorDetails = {}) {
    super(details.message ?? kind, { cause: details.cause });
    this.kind = kind;
    this.reason = details.reason;
    this.params = details.params;
    this.retryAfter = details.retryAfter;
  }
}

/** What was thrown, whatever that is: what is no `ProviderError`, of this version of Kith or another, becomes one. */
export function asProviderError(error: unknown, kind: ProviderErrorKind): ProviderError {
  if (error instanceof Error && error.name === 'ProviderError') return error as ProviderError;
  const message =
    error instanceof Error ? error.message : typeof error === 'string' ? error : 'The provider gave no reason.';
  return new ProviderError(kind, { message, cause: error });
}

/** Asks a provider, which fails where it says nothing for so many milliseconds or gives no answer to the question. */
export async function readPatiently<Q extends Query>(
  provider: Provider,
  query: Q,
  signal: AbortSignal,
  patience: number,
): Promise<Answer<Q>> {
  const answer = await inTime(provider, patience, signal, (stop) => provider.read(query, stop));
  if (isAnswer(query, answer)) return answer;
  throw new ProviderError('invalid', { message: `${provider.name} gave no answer to the question (${query.kind})` });
}

/** Does what a provider is asked to; fails as busy where it says nothing for so many milliseconds. */
export async function inTime<T>(
  { name }: Provider,
  patience: number,
  signal: AbortSignal | undefined,
  act: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const stop = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
  let onStop = () => {};
  const stopped = new Promise<never>((_, reject) => (onStop = () => reject(stop.reason)));
  stop.addEventListener('abort', onStop);
  const giveUp = setTimeout(() => {
    late.abort(new ProviderError('busy', { message: `${name} said nothing for ${patience / 1000} s` }));
  }, patience);
  try {
    // Asked inside the race: a provider that throws at once would leave the other promise to nobody.
    return await Promise.race([(async () => act(stop))(), stopped]);
  } finally {
    clearTimeout(giveUp);
    // A signal that is listened to is held for as long as one it is made of.
    stop.removeEventListener('abort', onStop);
  }
}

/** What of each answer is a list of pieces. */
const LISTS: { readonly [K in Query['kind']]: readonly (keyof Answer<Extract<Query, { kind: K }>>)[] } = {
  community: [],
  purpose: ['people'],
  roles: ['roles'],
  members: ['members'],
  member: ['people'],
  wall: ['letters', 'people'],
  ladder: ['progress', 'people'],
  suggestions: ['suggestions', 'people'],
  introductions: ['introductions', 'people'],
  inbox: ['letters', 'people'],
};

/** Whether an answer has the outline of one. What is inside its pieces is the provider's to check. */
export function isAnswer(query: Query, answer: unknown): boolean {
  if (!isPiece(answer) || !Number.isFinite(answer.revision)) return false;
  return LISTS[query.kind]
    .map((name: string) => answer[name])
    .every((list) => Array.isArray(list) && list.every(isPiece));
}

/** Whether it is a piece of something; reads every field, so that one that throws does so here and not where it is drawn. */
export function isPiece(piece: unknown): piece is Record<string, unknown> {
  return typeof piece === 'object' && piece !== null && Object.values(piece).length > 0;
}
