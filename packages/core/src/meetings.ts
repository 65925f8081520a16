import { byId } from './by-id.js';
import { canBeMet } from './can-be-met.js';
import type { Member, Recognition } from './document.js';
import { hash } from './graphemes.js';
import { acquainted, standingFor, type IntroductionStanding } from './introduction.js';
import { comparePeers } from './peers.js';
import type { Answer, Query, Reason } from './provider.js';
import type { Pieces } from './rules/place.js';
import { createMatcher, tagged, type Crowd } from './suggest.js';
import { known, occasions } from './words.js';

/**
 * What meetings are made of: everyone public, the letters newest first, and introductions, which are nobody else's.
 * `acquaintances` are members the viewer knows more of, or who only they know; `passes` are theirs.
 */
export interface MeetingsFrom {
  members: readonly Member[];
  letters: readonly Recognition[];
  introductions: readonly Pieces['introduction'][];
  acquaintances: readonly Member[];
  passes: readonly { with: string; until: string }[];
  /** Where the members are some of all there are: who else there is. */
  crowd?: MeetingCrowd | undefined;
  now: () => Date;
}

/** How many there are of all who count, also of those who offer something, by its tag. */
export interface MeetingCrowd extends Crowd {
  offering: ReadonlyMap<string, number>;
}

/** Answers who might meet. A module of its own, so that a page without introductions does not load it. */
export interface Meetings {
  suggestions(query: { viewer?: string; with?: string; limit?: number }): Said<'suggestions'>;
  introductions(query: { viewer?: string }): Said<'introductions'>;
}

type Said<K extends 'suggestions' | 'introductions'> = Omit<Answer<Extract<Query, { kind: K }>>, 'revision'>;

/** When who is known is suggested again. */
const EVER = new Date(8.64e15);

/** How many who helped the same person are worth saying. */
const HELPED = 3;

export function meetingsFrom(from: MeetingsFrom): Meetings {
  const { members, letters, introductions, acquaintances, crowd, now } = from;
  const memberById = byId([...acquaintances, ...members]);
  const thanks = letters.filter(
    ({ occasion, to = [] }) => known(occasion, occasions, 'thanks') === 'thanks' && to.length > 1,
  );
  const matcher = createMatcher(members, crowd);

  function why(me: Member, other: Member, reasons = matcher.reasons(me, other)): Reason[] {
    const helped = thanks
      .filter(({ to = [] }) => to.includes(me.id) && to.includes(other.id))
      .flatMap(({ from }) =>
        from === undefined || from === me.id || from === other.id ? [] : (memberById.get(from) ?? []),
      )
      .map(({ name, called = name }) => called);
    const together = [...new Set(helped)].slice(0, HELPED).map((words): Reason => ({ kind: 'together', words }));
    // What two people did together says more than what both like.
    const liked = reasons.findIndex(({ kind }) => kind === 'topic');
    const before = liked < 0 ? reasons.length : liked;
    return [...reasons.slice(0, before), ...together, ...reasons.slice(before)];
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
    return matcher
      .suggest(me, { now: now(), coolDown: new Map([...known].map((id) => [id, EVER])), load, limit })
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

/** The state as somebody may know it: that it was declined is nobody's but the decliner's. */
function stateOf(standing: IntroductionStanding): string {
  return standing === 'met' ? 'met' : standing === 'closed' ? 'expired' : 'asked';
}
