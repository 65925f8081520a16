import { byId } from './by-id.js';
import type { Member, Recognition } from './document.js';
import { hash } from './graphemes.js';
import { daysSince, standingFor, type IntroductionStanding } from './introduction.js';
import { comparePeers } from './peers.js';
import type { Answer, Query, Reason } from './provider.js';
import type { Pieces } from './rules/place.js';
import { asTag, canBeMet, createMatcher } from './suggest.js';
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
  now: () => Date;
}

/** Answers who might meet. A module of its own, so that a page without introductions does not load it. */
export interface Meetings {
  suggestions(query: { viewer?: string; with?: string; limit?: number }): Said<'suggestions'>;
  introductions(query: { viewer?: string }): Said<'introductions'>;
}

type Said<K extends 'suggestions' | 'introductions'> = Omit<Answer<Extract<Query, { kind: K }>>, 'revision'>;

/** Days after asking for which two people are not suggested to each other again, when nothing came of it. */
const COOL_DOWN = 180;

/** How many who helped the same person are worth saying. */
const HELPED = 3;

export function meetingsFrom({ members, letters, introductions, acquaintances, passes, now }: MeetingsFrom): Meetings {
  const memberById = byId([...acquaintances, ...members]);
  const thanks = letters.filter(
    ({ occasion, to = [] }) => known(occasion, occasions, 'thanks') === 'thanks' && to.length > 1,
  );
  const matcher = createMatcher(members);

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

  /** Whom somebody has met, has asked, or asked too lately, or passed over; and who has how many introductions open. */
  function asked(me: Member) {
    const known = new Set(passes.flatMap(({ with: other, until }) => (new Date(until) > now() ? [other] : [])));
    const load = new Map<string, number>();
    for (const introduction of introductions) {
      const { people, state } = introduction;
      if (people.includes(me.id) && (state === 'met' || !(daysSince(introduction, now()) >= COOL_DOWN)))
        people.forEach((id) => known.add(id));
      // One that was declined stays as heavy as one that is open: nobody shall tell them apart by it.
      const isOpen = people.some((id) => isWaiting(standingFor({ ...introduction, answers: [] }, id, now())));
      if (isOpen) for (const id of people) load.set(id, (load.get(id) ?? 0) + 1);
    }
    return { known, load };
  }

  /** People somebody could give a hand: who is asked about, then those whom nobody here seems to be able to. */
  function inNeed(limit: number, whom: string | undefined) {
    const offered = new Map<string, number>();
    for (const { offers = [] } of members)
      for (const tag of new Set(offers.map(asTag))) offered.set(tag, (offered.get(tag) ?? 0) + 1);
    const supply = (words: string) => offered.get(asTag(words)) ?? 0;
    const isWhom = ({ id }: Member) => Number(id === whom);
    return members
      .filter((member) => canBeMet(member) && member.asks?.length)
      .map((member) => {
        const words = member.asks?.reduce((a, b) => (supply(b) < supply(a) ? b : a)) ?? '';
        return { member, reasons: [{ kind: 'gets', words } as const], supply: supply(words), tie: hash(member.id) };
      })
      .sort(
        (a, b) =>
          isWhom(b.member) - isWhom(a.member) ||
          comparePeers(a.member, b.member) ||
          a.supply - b.supply ||
          a.tie - b.tie,
      )
      .slice(0, limit)
      .map(({ member, reasons }) => ({ member, reasons }));
  }

  function meeting(me: Member, limit: number, whom: string | undefined) {
    const { known, load } = asked(me);
    if (whom !== undefined) {
      const other = memberById.get(whom);
      return other && canBeMet(other) && other !== me && !known.has(whom)
        ? [{ member: other, reasons: why(me, other) }]
        : [];
    }
    const never = new Map([...known].map((id) => [id, new Date(8.64e15)]));
    return matcher
      .suggest(me, { now: now(), coolDown: never, load, limit })
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

function isWaiting(standing: IntroductionStanding | undefined): boolean {
  return standing === 'incoming' || standing === 'asked';
}

/** The state as somebody may know it: that it was declined is nobody's but the decliner's. */
function stateOf(standing: IntroductionStanding): string {
  return standing === 'met' ? 'met' : standing === 'closed' ? 'expired' : 'asked';
}
