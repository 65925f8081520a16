import type { Intent } from '@kith/core';

/** Whether a wish is about letters, and so a wall's to show. */
export function isOfLetters({ name, detail }: Intent): boolean {
  return name === 'recognize' || letterIn(detail) !== undefined;
}

/** The letter a wish is about. */
export function letterOf({ detail }: Intent): string | undefined {
  return letterIn(detail);
}

function letterIn(detail: Intent['detail']): string | undefined {
  if ('recognition' in detail) return detail.recognition;
  if ('ask' in detail) return detail.ask;
  return 'subject' in detail && detail.subject.kind !== 'line' ? detail.subject.id : undefined;
}
