import type { Purpose } from './document.js';
import type { Mark } from './phrase.js';
import type { Language } from './strings.js';
import { wordChanges, type Stretch } from './word-changes.js';

/** The wording somebody signed, beside the present one. */
export interface WordingsSaid {
  signed: Stretch[];
  now: Stretch[];
  /** The day on which the one they signed was another's, where that is known. */
  until: Mark | undefined;
  isSame: boolean;
}

/** What changed between the wording the viewer signed and the present one. */
export function sayWordings(purpose: Purpose, { format }: Language<unknown>, now: Date): WordingsSaid | undefined {
  const { earlier, mine, version = 1 } = purpose;
  const signed = earlier?.find((each) => each.version === mine?.pledged && each.version !== version);
  if (!signed) return undefined;
  const { was, is } = wordChanges(signed.statement, purpose.statement, format.locale);
  return {
    signed: was,
    now: is,
    until: signed.until === undefined ? undefined : format.day(signed.until, now),
    isSame: ![...was, ...is].some(({ changed }) => changed),
  };
}
