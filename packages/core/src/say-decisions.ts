import type { Purpose } from './document.js';
import { safeUrl } from './links.js';
import type { Mark } from './phrase.js';
import type { Language } from './strings.js';

/** Something that was decided because of a purpose. */
export interface DecisionSaid {
  /** What was decided, as a link where there is a safe address to read more at. */
  title: Mark;
  because: string | undefined;
  on: Mark | undefined;
}

/** What was decided because of a purpose, the newest first; what has no date comes last. */
export function sayDecisions({ decisions = [] }: Purpose, { format }: Language<unknown>, now: Date): DecisionSaid[] {
  const time = (at = '') => Date.parse(at) || -Infinity;
  // Of two without a date neither is the newer: -Infinity less itself is no number.
  return [...decisions]
    .sort((a, b) => time(b.at) - time(a.at) || 0)
    .map(({ title, because, href, at }) => {
      const url = safeUrl(href);
      return {
        title: url ? { link: title, href: url } : { name: title },
        because,
        on: at === undefined ? undefined : format.day(at, now),
      };
    });
}
