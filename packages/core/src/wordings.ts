import type { Line, Purpose } from './document.js';

/**
 * The lines that may be the next wording: as many say them too as make a wording shared (`provenance`). What the wording
 * says already is not offered again.
 */
export function nextWordings({ lines = [], statement }: Purpose, threshold: number): Line[] {
  return lines.filter(({ text, backed }) => Number(backed?.count) >= threshold && bare(text) !== bare(statement));
}

/** A sentence is the same with a full stop and without. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
