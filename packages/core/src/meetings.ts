import { byId } from './by-id.js';
import { canBeMet } from './can-be-met.js';
import { commonGround } from './common-ground.js';
import type { Member, Recognition, Role } from './document.js';
import { hash } from './graphemes.js';
import { hubOf, type Hub } from './hub.js';
import { acquainted, standingFor, type IntroductionStanding } from './introduction.js';
import { isNewcomer } from './newcomers.js';
import { comparePeers } from './peers.js';
import type { Answer, Query, Reason } from './provider.js';
import type { Pieces } from './rules/place.js';
import { createMatcher, placeOf, tagged, turnFrom, type Crowd } from './suggest.js';
import { tiesIn } from './ties.js';

/**
 * What meetings are made of: everyone public, the letters newest first, and introductions, which are nobody else's.
 * `acquaintances` are members the viewer knows more of, or who only they know; `passes` are theirs.
 */
export interface MeetingsFrom {
  members: readonly Member[];
  roles: readonly Role[];
  letters: readonly Recognition[];
  introductions: readonly Pieces['introduction'][];
  acquaintances: readonly Member[];
  passes: readonly { with: string; until: string }[];
  /** Where the members are some of all there are: who else there is. */
  crowd?: MeetingCrowd | undefined;
  /** What everyone sees: by its letters it is told who ties whom. */
  open: { members?: readonly Member[] | undefined; recognitions?: readonly Recognition[] | undefined };
  now: () => Date;
}

/** How many there are of all who count, also of those who offer something, by its tag. */
export interface MeetingCrowd extends Crowd {
  offering: ReadonlyMap<string, number>;
  /** The hub, as whoever asks can tell. */
  hub?: Hub | undefined;
}

/** Answers who might meet. A module of its own, so that a page without introductions does not load it. */
export interface Meetings {
  suggestions(query: { viewer?: string; with?: string; limit?: number }): Said<'suggestions'>;
  introductions(query: { viewer?: string }): Said<'introductions'>;
}

type Said<K extends 'suggestions' | 'introductions'> = Omit<Answer<Extract<Query, { kind: K }>>, 'revision'>;

/** When who is known is suggested again. */
const EVER = new Date(8.64e15);

export function meetingsFrom(from: MeetingsFrom): Meetings {
  const { members, roles, letters, introductions, acquaintances, crowd, open, now } = from;
  const memberById = byId([...acquaintances, ...members]);
  const matcher = createMatcher(members, crowd);
  const ground = commonGround({ members, roles, letters, find: (id) => memberById.get(id), now });
  const hubs = new Map<string, Hub | undefined>();

  /** The hub, as somebody can tell: by what everyone sees, and by whom they have met themselves. */
  function hubFor({ id }: Member): Hub | undefined {
    if (crowd) return crowd.hub;
    const mine = introductions.filter(({ people }) => people.includes(id));
    if (!hubs.has(id)) hubs.set(id, hubOf(open.members ?? [], tiesIn(open.recognitions ?? [], mine)));
    return hubs.get(id);
  }

  function why(me: Member, other: Member, reasons = matcher.reasons(me, other)): Reason[] {
    return ground.why(me, other, reasons, hubFor(me));
  }

  /** People somebody could give a hand: who is asked about, then those whom nobody here seems to be able to. */
  function inNeed(limit: number, whom: string | undefined) {
    const offered = new Map<string, number>();
    for (const { offers } of members)
      for (const tag of tagged(offers).keys()) offered.set(tag, (offered.get(tag) ?? 0) + 1);
    const supplyOf = (tag: string) => (crowd ? crowd.offering : offered).get(tag) ?? 0;
    const isWhom = ({ id }: Member) => Number(id === whom);
    return members
      .filter(canBeMet)
      .flatMap((member) => {
        const asks = [...tagged(member.asks)].map(([tag, words]) => ({
          member,
          reasons: [{ kind: 'gets', words } as const],
          supply: supplyOf(tag),
          tie: hash(member.id),
        }));
        return asks.sort((a, b) => a.supply - b.supply).slice(0, 1);
      })
      .sort(
        (a, b) =>
          isWhom(b.member) - isWhom(a.member) ||
          comparePeers(a.member, b.member) ||
          a.supply - b.supply ||
          a.tie - b.tie ||
          (a.member.id < b.member.id ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ member, reasons }) => ({ member, reasons }));
  }

  function meeting(me: Member, limit: number, whom: string | undefined) {
    const { known, load } = acquainted(me, from);
    if (whom !== undefined) {
      const other = memberById.get(whom);
      return other && canBeMet(other) && other !== me && !known.has(whom)
        ? [{ member: other, reasons: why(me, other) }]
        : [];
    }
    const hub = hubFor(me);
    const isNew = ground.welcomedBy(me);
    const first = (other: Member) => isNew(other) || !!hub?.isOnlyWay(me.id, other.id);
    const coolDown = new Map([...known].map((id) => [id, EVER]));
    const fitting = matcher.suggest(me, { now: now(), coolDown, load, first, limit });
    const met = new Set([...known, me.id, ...fitting.map(({ member }) => member.id)]);
    // A Connector is there for whoever is new, whatever they say of themselves; and who is new has somebody to begin with.
    const others = (those: (other: Member) => boolean) => {
      const rows = members.filter((other) => !met.has(other.id) && those(other));
      return leastAsked(
        rows.map((member) => ({ member, reasons: [] })),
        me,
        load,
      );
    };
    const before = fitting.filter(({ member }) => isNew(member));
    const after = fitting.filter(({ member }) => !isNew(member));
    const welcomes = (other: Member) => canBeMet(other) && !isNew(other) && ground.welcomedBy(other)(me);
    return [...before, ...others(isNew), ...after, ...(isNewcomer(me, now()) ? others(welcomes) : [])]
      .slice(0, limit)
      .map(({ member, reasons }) => ({ member, reasons: why(me, member, reasons) }));
  }

  return {
    suggestions({ viewer = '', with: whom, limit = 10 }) {
      const me = memberById.get(viewer);
      const suggestions = me ? meeting(me, limit, whom) : inNeed(limit, whom);
      return {
        ...(me && { me }),
        suggestions,
        people: [...new Set([me, memberById.get(whom ?? ''), ...suggestions.map(({ member }) => member)])].flatMap(
          (one) => one ?? [],
        ),
      };
    },
    introductions({ viewer = '' }) {
      const me = memberById.get(viewer);
      if (!me) return { introductions: [], people: [] };
      const mine = introductions.flatMap((introduction) => {
        const standing = standingFor(introduction, me.id, now());
        if (!standing) return [];
        const other = memberById.get(introduction.people.find((id) => id !== me.id) ?? '');
        const { id, people, by, text, at, met, answers, meetings } = introduction;
        const isOwn = ({ member }: { member: string }) => member === me.id;
        const said = {
          ...(by !== undefined && { by }),
          ...(text !== undefined && { text }),
          ...(at !== undefined && { at }),
          ...(met !== undefined && { met }),
          ...(answers?.some(isOwn) && { answers: answers.filter(isOwn) }),
          ...(meetings?.some(isOwn) && { meetings: meetings.filter(isOwn) }),
        };
        return [{ id, people, ...said, state: stateOf(standing), reasons: other ? why(me, other) : [] }];
      });
      const ids = new Set(mine.flatMap(({ people, by }) => [...people, by ?? '']));
      return { introductions: mine, people: [...ids].flatMap((id) => memberById.get(id) ?? []) };
    },
  };
}

/** Peers first, of them who has the fewest introductions open: several Connectors do not all begin with the same. */
function leastAsked<R extends { member: Member }>(rows: R[], me: Member, load: ReadonlyMap<string, number>): R[] {
  const place = placeOf(me);
  const order = ({ member: { id } }: R) => [load.get(id) ?? 0, turnFrom(place, id)] as const;
  return rows.sort((a, b) => {
    const [[open, turn], [opened, turned]] = [order(a), order(b)];
    return comparePeers(a.member, b.member) || open - opened || turn - turned;
  });
}

/** The state as somebody may know it: that it was declined is nobody's but the decliner's. */
function stateOf(standing: IntroductionStanding): string {
  return standing === 'met' ? 'met' : standing === 'closed' ? 'expired' : 'asked';
}
