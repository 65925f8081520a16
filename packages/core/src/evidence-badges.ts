import { foreignUrl } from './credential.js';
import type { Recognition } from './document.js';
import { badgeOf, type ForeignBadge } from './open-badge.js';
import { ProviderError } from './provider.js';
import { statusListOf, type StatusList } from './status-list.js';

type Evidence = NonNullable<Recognition['evidence']>[number];

/** A badge from elsewhere that stands as evidence, as far as it is here to be read. */
export interface EvidenceBadge {
  /** Undefined where only its address is known, or what is here is no badge. */
  badge: ForeignBadge | undefined;
  /** What the letter calls it. */
  label: string;
  /** Where it can be looked at. */
  href: string | undefined;
  /** What is wrong with it, for whoever keeps the page. */
  wrong: string | undefined;
}

/**
 * The badges from elsewhere among a letter's evidence, each with the status lists that stand beside it and no others.
 * Fetches nothing: one of which only the address is known stays unread.
 */
export function readEvidenceBadges(
  { evidence = [] }: Pick<Recognition, 'evidence'>,
  now: Date,
): Promise<EvidenceBadge[]> {
  return Promise.all(evidence.filter(isBadge).map((each) => readOne(each, now)));
}

async function readOne({ src, alt = '', credential, lists = [] }: Evidence, now: Date): Promise<EvidenceBadge> {
  const found = { badge: undefined, label: alt.trim(), href: foreignUrl(src), wrong: undefined };
  if (credential === undefined) return found;
  const read = await Promise.allSettled(lists.map((list) => statusListOf(list)));
  const known: StatusList[] = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  try {
    const badge = badgeOf(credential, { now, lists: known });
    return { ...found, badge, href: found.href ?? badge.href };
  } catch (error) {
    return { ...found, wrong: error instanceof ProviderError ? error.message : String(error) };
  }
}

function isBadge({ kind }: Evidence): boolean {
  return kind === 'badge';
}
