import type { Member } from './document.js';
import type { Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import type { Language } from './strings.js';
import { safeUrl } from './links.js';
import { provenance } from './provenance.js';

/** What a purpose banner says. Absent parts are not known, and leave no gap. */
export interface PurposeSaid {
  statement: string;
  /** Whether enough members put their name to it: the thread is solid, else dashed. */
  shared: boolean;
  /** Who wrote it, and whether its people stand behind it. */
  provenance: string;
  counts: string | undefined;
  made: Phrase | undefined;
  invitation: Phrase | undefined;
  /** At most twelve people who said yes to standing here; more are said, not drawn. */
  people: readonly Member[];
}

const STONES = 12;

/** Puts a purpose into words. Counts that the source does not tell are not said. */
export function sayPurpose(answer: Answer<{ kind: 'purpose' }>, { words, format }: Language): PurposeSaid | undefined {
  const { purpose, members, people } = answer;
  if (!purpose) return undefined;
  const { state, pledged } = provenance(purpose, members);
  const { withUs, pledged: named, active } = purpose.counts ?? {};
  const counted = [
    withUs === undefined ? '' : words.countedIn(withUs),
    named === undefined ? '' : words.byName(named),
  ].filter(Boolean);
  const tookPart = active ? words.tookPart(active) : '';
  const { made, invitation } = purpose;
  return {
    statement: purpose.statement,
    shared: state === 'shared',
    provenance:
      pledged === undefined
        ? words.proposed
        : state === 'shared'
          ? words.sharedBy(pledged)
          : pledged === 0
            ? words.proposedNone
            : words.proposedBy(pledged),
    counts: withUs || tookPart ? words.counts(withUs ? counted.join(', ') : '', tookPart) : undefined,
    made: made && made.count > 0 ? linked(`${format.number(made.count)} ${made.unit}`, made.href) : undefined,
    invitation: invitation && linked(invitation.label, invitation.href),
    people: people.slice(0, STONES),
  };
}

function linked(text: string, href: string | undefined): Phrase {
  const url = safeUrl(href ?? '');
  return [url ? { link: text, href: url } : { name: text }, /[.!?。]$/.test(text) ? '' : '.'];
}
