import { readEvidenceBadges, sayEvidenceBadge, speech } from '@kith/core';
import { openBadge } from '@kith/core/strings/en';

/** Reads badges from elsewhere, and what is said of them: for the few letters that have one. */
export { readEvidenceBadges, sayEvidenceBadge };

/** What is said of them, in each language. */
export const spoken = speech({ openBadge });
