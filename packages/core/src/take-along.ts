import type { Community, Member, Role } from './document.js';
import { safeUrl } from './links.js';
import { plain } from './phrase.js';
import { roleOf, sayRoles, type RoleSaid } from './say-role.js';
import type { Language, Words } from './strings.js';

/** What a member is known for, as it may leave the community: of others it has numbers and never names. */
export interface Along {
  name: string;
  /** The member's own page. */
  url: string | undefined;
  /** What the community is called. */
  where: string;
  /** The community's page. */
  site: string | undefined;
  /** Shown before affirmed before hoped for; each with what the role is. */
  said: readonly RoleSaid[];
}

/**
 * What a member takes along: the roles they said yes to. `isAsked` as in `Reader`: what others think of them for waits
 * for their answer here, and stays. Who affirmed is counted, since their yes was to this community.
 */
export function takeAlong(
  member: Member,
  community: Community,
  roles: readonly Role[],
  language: Language<Words<'badge'>>,
  { isAsked = false }: { isAsked?: boolean } = {},
): Along {
  const reader = { viewer: member.id, me: undefined, isAsked };
  const said = sayRoles({ member, people: [] }, roles, language, reader).map((one) => {
    const { description } = roleOf(one.id, roles, language);
    return { ...one, description: description ? [{ name: description }] : undefined };
  });
  return { name: member.name, url: webUrl(member.url), where: community.name, site: webUrl(community.url), said };
}

/** The three rings in words: "Connector: shown. 3 people have seen it. Shown twice." */
export function sayRings({ name, ring, seen, shown }: RoleSaid): string {
  return [`${name}: ${ring ?? ''}.`, seen && plain(seen), shown].filter(Boolean).join(' ');
}

/** Whether others have seen it, or it was shown: a wish alone is nothing to be known for yet. */
export function isKnownFor({ thread }: RoleSaid): boolean {
  return thread === 'solid' || thread === 'filled';
}

/** Elsewhere "/here" would be another page. */
function webUrl(url: string | undefined): string | undefined {
  return url && /^https?:/i.test(url) ? safeUrl(url) : undefined;
}
