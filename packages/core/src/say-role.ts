import { byId } from './by-id.js';
import type { HeldRole, Member, Role } from './document.js';
import { called, listCalled, peersFirst } from './peers.js';
import type { Phrase } from './phrase.js';
import { acceptedRoles, byRing, rings, type Thread } from './rings.js';
import type { Language, Words } from './strings.js';

/** What a badge says of a role: somebody's, or the role itself. Absent parts are not known, and leave no gap. */
export interface RoleSaid {
  id: string;
  /** As the site calls it; one of the six in the reader's language. */
  name: string;
  /** Somebody's role with their name; the role itself with its own. */
  heading: Phrase;
  /** How far it has come; undefined where nobody was asked who said yes to it. */
  thread: Thread | undefined;
  /** The thread in words, for whoever does not see it. */
  ring: string | undefined;
  /** Which of the three rings are drawn. */
  rings: { hoped: boolean; affirmed: boolean; shown: boolean };
  /** The wish, in the person's own words where they gave any. */
  wish: Phrase | undefined;
  /** What the role is, and what it needs; only of the role itself. */
  description: Phrase | undefined;
  needs: Phrase | undefined;
  /** Who has seen it; of the role itself, who said yes to it. */
  seen: Phrase | undefined;
  /** How often it was shown. */
  shown: string | undefined;
  /** At most six of those who have seen it, or said yes to it; more are said, not drawn. */
  people: readonly Member[];
  /** What those who have seen it saw. */
  becauses: readonly Phrase[];
}

type BadgeLanguage = Language<Words<'badge'>>;

/** As many people as find room on a ring. */
export const BEADS = 6;

/** What a member does here, as badges stand: shown before affirmed before hoped. Only what they said yes to. */
export function sayRoles(
  { member, people }: { member: Member | undefined; people: readonly Member[] },
  roles: readonly Role[],
  language: BadgeLanguage,
): RoleSaid[] {
  if (!member) return [];
  const find = byId(people);
  return byRing([...acceptedRoles(member).values()]).map((held) => sayHeld(held, member, find, roles, language));
}

/** An affirmer who cannot be found is counted, and neither named nor quoted. */
function sayHeld(
  held: HeldRole,
  member: Member,
  find: ReadonlyMap<string, Member>,
  roles: readonly Role[],
  language: BadgeLanguage,
): RoleSaid {
  const { words } = language;
  const { id, name } = roleOf(held.role, roles, language);
  const { thread, counts, aspires, affirmed, shown } = rings(held);
  const saw = new Map(affirmed ? held.affirmed?.by?.map((peer) => [peer.member, peer.because?.trim()]) : []);
  const peers = peersFirst([...saw.keys()].flatMap((peer) => find.get(peer) ?? []));
  const named = peers.slice(0, BEADS);
  // Who said yes to a role, and of whom no more is known, hopes for it.
  const hoped = aspires || thread === 'dashed';
  const own = held.aspires?.trim();
  return {
    id,
    name,
    heading: words.inRole({ name: member.name }, { name }),
    thread,
    ring: thread === 'filled' ? words.proven : thread === 'solid' ? words.affirmed : words.hoped,
    rings: { hoped, affirmed, shown },
    wish: own ? words.wish(called(member), [{ name: own }]) : hoped ? words.wishes(called(member)) : undefined,
    description: undefined,
    needs: undefined,
    seen: affirmed ? saySeen(named, counts.affirmed ?? 0, language) : undefined,
    shown: counts.shown ? words.shown(counts.shown) : undefined,
    people: named,
    becauses: peers.flatMap((peer) => {
      const because = saw.get(peer.id);
      return because ? [words.replied(called(peer), [{ name: because }])] : [];
    }),
  };
}

/** The role itself: what it is, what it needs, and who said yes to it, as far as that was asked. */
export function sayRole(
  role: string,
  roles: readonly Role[],
  holders: { members: readonly Member[]; total: number } | undefined,
  language: BadgeLanguage,
): RoleSaid {
  const { words } = language;
  const { id, name, description, needs } = roleOf(role, roles, language);
  const people = peersFirst(holders?.members ?? []).slice(0, BEADS);
  const isOpen = holders && !people.length;
  return {
    id,
    name,
    heading: [{ name }],
    thread: holders && (isOpen ? 'dashed' : 'solid'),
    ring: undefined,
    rings: { hoped: Boolean(isOpen), affirmed: people.length > 0, shown: false },
    wish: undefined,
    description: description ? [{ name: description }] : undefined,
    needs: needs ? words.needs([{ name: needs }]) : undefined,
    seen: holders && (isOpen ? [words.openRole] : words.saidYes(listCalled(people, holders.total, language))),
    shown: undefined,
    people,
    becauses: [],
  };
}

/** A role by its id, also where its author wrote it with a capital. */
export function roleNamed(id: string, roles: readonly Role[]): Role | undefined {
  return [id, id.toLowerCase()].map((key) => roles.find((each) => each.id === key)).find(Boolean);
}

/** One that nobody described is called by its id. */
function roleOf(id: string, roles: readonly Role[], { words }: BadgeLanguage): Role {
  const role = roleNamed(id, roles);
  const { name, description = '', needs = '' } = role ?? { name: id };
  return {
    id: role?.id ?? id,
    name: words.ofRole(name),
    description: words.ofRole(description),
    needs: words.ofRole(needs),
  };
}

function saySeen(people: readonly Member[], count: number, language: BadgeLanguage): Phrase {
  if (!people.length) return [language.words.seenBy(count)];
  return language.words.seen(listCalled(people, count, language), Math.max(count, people.length));
}
