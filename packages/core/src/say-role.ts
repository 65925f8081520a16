import { byId } from './by-id.js';
import type { HeldRole, Member, Role } from './document.js';
import { called, listCalled, peersFirst } from './peers.js';
import type { Phrase } from './phrase.js';
import { acceptedRoles, byRing, ownRoles, rings, type Thread } from './rings.js';
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
  /** The viewer's part; undefined where nothing can be said. */
  mine: MyPart | undefined;
}

/** What the viewer may say of a role, and has said: that they have seen it of another, or want to be known for it. */
export interface MyPart {
  act: 'affirm' | 'claim';
  on: boolean;
  /** In words of their own; else empty. */
  words: string;
}

/** Who reads a badge where something can be said. */
export interface Reader {
  /** A member's id; undefined for a visitor. */
  viewer: string | undefined;
  /** The viewer, as far as they are known. */
  me: Member | undefined;
  /** Whether what others think of them for waits for their answer here, and is not theirs yet. */
  isAsked: boolean;
}

type BadgeLanguage = Language<Words<'badge'>>;

/** As many people as find room on a ring. */
export const BEADS = 6;

/** What a member does here, as badges stand: shown before affirmed before hoped. Only what they said yes to. */
export function sayRoles(
  { member, people }: { member: Member | undefined; people: readonly Member[] },
  roles: readonly Role[],
  language: BadgeLanguage,
  reader?: Reader,
): RoleSaid[] {
  if (!member) return [];
  const find = byId(reader?.me ? [...people, reader.me] : people);
  const held = rolesOf(member, reader);
  return byRing([...held.values()]).map((one) => sayHeld(one, member, find, roles, language, reader));
}

/** An affirmer who cannot be found is counted, and neither named nor quoted. */
function sayHeld(
  held: HeldRole,
  member: Member,
  find: ReadonlyMap<string, Member>,
  roles: readonly Role[],
  language: BadgeLanguage,
  reader: Reader | undefined,
): RoleSaid {
  const { words } = language;
  const { id, name } = roleOf(held.role, roles, language);
  const { thread, counts, aspires, affirmed, shown } = rings(held);
  const peers = affirmed ? affirmersOf(held, find) : [];
  const named = seated(peers, reader?.viewer);
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
    mine: reader && (reader.viewer === member.id ? claimOf(held) : affirmationBy(reader.viewer, held)),
  };
}

/** Those who have seen it and can be found, each once, as they are named. */
export function affirmersOf({ affirmed }: HeldRole, find: ReadonlyMap<string, Member>): Member[] {
  const ids = new Set(affirmed?.by?.map(({ member }) => member));
  return peersFirst([...ids].flatMap((id) => find.get(id) ?? []));
}

function rolesOf(member: Member, reader: Reader | undefined): Map<string, HeldRole> {
  return reader?.isAsked && reader.viewer === member.id ? ownRoles(member) : acceptedRoles(member);
}

/** Those who find room on a ring; the viewer always does among theirs. */
function seated(peers: readonly Member[], viewer: string | undefined): Member[] {
  const first = peers.slice(0, BEADS);
  const me = peers.slice(BEADS).find(({ id }) => id === viewer);
  return me ? [...first.slice(0, -1), me] : first;
}

function claimOf(held: HeldRole | undefined): MyPart {
  return { act: 'claim', on: held !== undefined, words: held?.aspires?.trim() ?? '' };
}

function affirmationBy(viewer: string | undefined, { affirmed }: HeldRole): MyPart {
  const mine = affirmed?.by?.find(({ member }) => member === viewer);
  return { act: 'affirm', on: Boolean(affirmed?.mine ?? mine), words: mine?.because?.trim() ?? '' };
}

/** Who said yes to a role, as far as that was asked. */
interface Holders {
  members: readonly Member[];
  total: number;
}
const nobody: Holders = { members: [], total: 0 };

/** The role itself: what it is, what it needs, and who said yes to it. */
export function sayRole(
  role: string,
  roles: readonly Role[],
  holders: Holders | undefined,
  language: BadgeLanguage,
  reader?: Reader,
): RoleSaid {
  const { words } = language;
  const { id, name, description, needs } = roleOf(role, roles, language);
  const mine = reader?.me && rolesOf(reader.me, reader).get(id);
  const { members, total } = holders ? withMe(holders, reader?.me, mine !== undefined) : nobody;
  const people = seated(peersFirst(members), reader?.viewer);
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
    seen: holders && (isOpen ? [words.openRole] : words.saidYes(listCalled(people, total, language))),
    shown: undefined,
    people,
    mine: reader && claimOf(mine),
  };
}

/**
 * The same people as the viewer knows them: with themselves, who come last whether or not everyone was counted anew, or
 * without.
 */
function withMe(holders: Holders, me: Member | undefined, holds: boolean): Holders {
  const { members, total } = holders;
  const others = members.filter(({ id }) => id !== me?.id);
  const isIn = others.length < members.length;
  if (!me || (!holds && !isIn)) return holders;
  if (isIn) return holds ? { members: [...others, me], total } : { members: others, total: total - 1 };
  // Who is not on the first page may be among those it counts.
  return total > members.length ? holders : { members: [...members, me], total: total + 1 };
}

/** A role by its id, also where its author wrote it with a capital. */
export function roleNamed(id: string, roles: readonly Role[]): Role | undefined {
  return [id, id.toLowerCase()].map((key) => roles.find((each) => each.id === key)).find(Boolean);
}

/** A role in the reader's language; one that nobody described is called by its id. */
export function roleOf(id: string, roles: readonly Role[], { words }: Language<Words>): Required<Role> {
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
