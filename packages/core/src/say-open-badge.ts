import type { BadgeStatus } from './badge-status.js';
import type { EvidenceBadge } from './evidence-badges.js';
import type { ForeignBadge } from './open-badge.js';
import type { Mark, Phrase } from './phrase.js';
import type { Language, Words } from './strings.js';

/** A badge from elsewhere among a letter's evidence, in words. */
export interface BadgeSaid {
  /** What it is for; a link where it can be looked at. */
  name: Mark;
  /** Who gave it, and that nobody here checked it. */
  issued: Phrase;
  /** How it stands with it, where that is more than its name says. */
  stands: Phrase | undefined;
}

/** Puts a badge among a letter's evidence into words: as it was read, or only where it is said to be. */
export function sayEvidenceBadge(
  { badge, label, href }: EvidenceBadge,
  language: Language<Words<'openBadge'>>,
  now: Date,
): BadgeSaid {
  const { words } = language;
  const name = badge?.name ?? (label || href || words.aBadge);
  return {
    name: href === undefined ? { name } : { link: name, href },
    stands: undefined,
    ...(badge ? sayOpenBadge(badge, language, now) : { issued: [words.notChecked] }),
  };
}

/** Who gave a badge from elsewhere, and how it stands with it where that is more than its name says. */
export function sayOpenBadge(
  { issuer, status }: ForeignBadge,
  language: Language<Words<'openBadge'>>,
  now: Date,
): { issued: Phrase; stands: Phrase | undefined } {
  const by = issuer.href === undefined ? { name: issuer.name } : { link: issuer.name, href: issuer.href };
  return { issued: language.words.issuedBy(by), stands: sayStatus(status, language, now) };
}

function sayStatus(
  status: BadgeStatus,
  { words, format }: Language<Words<'openBadge'>>,
  now: Date,
): Phrase | undefined {
  const day = (at: string) => format.day(at, now) ?? at;
  switch (status.state) {
    case 'in-date':
      return status.until === undefined ? undefined : words.runsUntil(day(status.until));
    case 'expired':
      return words.ranOut(day(status.on));
    case 'not-yet-valid':
      return words.runsFrom(day(status.from));
    case 'revoked':
      return [words.issuerTookBack];
    case 'suspended':
      return [words.issuerPutOnHold];
    case 'not-checked':
      return [words.listNotSeen];
  }
}
