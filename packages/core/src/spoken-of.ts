import type { Recognition } from './document.js';

/** Everyone a letter speaks of. */
export function spokenOf({
  from,
  to = [],
  cheers,
  heardBy,
  kept,
  answers = [],
  replies = [],
}: Recognition): (string | undefined)[] {
  const sayers = [...answers, ...replies].map(({ member }) => member);
  return [from, ...to, ...(cheers?.by ?? []), heardBy?.member, kept?.by, ...sayers];
}
