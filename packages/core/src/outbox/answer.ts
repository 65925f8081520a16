import { asProviderError } from '../asking.js';
import type { ProviderError, Receipt } from '../provider.js';
import type { Refusal } from '../rules/intent.js';

/** Milliseconds: the first wait is at most the first, no wait is longer than the second, unless it is asked for. */
export interface Patience {
  first: number;
  longest: number;
}

/** What came back as a receipt; throws where it is none. */
export function receiptIn(answer: unknown): Receipt {
  const { revision } = (answer ?? {}) as Partial<Receipt>;
  if (typeof revision !== 'number' || !Number.isFinite(revision)) throw new Error('The provider gave no receipt.');
  return { revision };
}

/** Why a wish will never be taken as it is; `undefined` where trying again may help. */
export function refusalIn(error: unknown): Refusal | undefined {
  const { kind, reason, params } = asProviderError(error, 'busy');
  if (kind !== 'refused' && kind !== 'invalid' && kind !== 'gone') return undefined;
  return {
    reason: (reason ??
      (kind === 'gone' ? 'gone' : kind === 'refused' ? 'not-allowed' : 'invalid')) as Refusal['reason'],
    ...(params && { params: params as NonNullable<Refusal['params']> }),
  };
}

const day = 86_400_000;

/** How long to wait after so many tries: by chance, from 0 to 1, and longer each time; at least what was asked for. */
export function waitAfter(
  { retryAfter }: ProviderError,
  tries: number,
  chance: number,
  { first, longest }: Patience,
): { milliseconds: number; least: number } {
  const least = Math.min(Math.max(Number(retryAfter) * 1000 || 0, 0), day);
  return { milliseconds: Math.max(least, chance * Math.min(longest, first * 2 ** tries)), least };
}
