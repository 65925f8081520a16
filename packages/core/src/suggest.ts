import { byId } from './by-id.js';
import { canBeMet } from './can-be-met.js';
import type { Member } from './document.js';
import { hash } from './graphemes.js';
import { sharedHours } from './hours.js';
import { comparePeers } from './peers.js';
import type { Reason } from './provider.js';

/** Somebody to meet, and why. */
export interface Suggestion {
  member: Member;
  /** More than 0. It says who comes first and nothing else: no page shows it. */
  score: number;
  /** What matched, the rarest first. */
  reasons: Reason[];
}

export interface SuggestOptions {
  /** When it is, for summer time and cool-downs: a Date or ISO 8601. Default now. */
  now?: Date | string;
  /** Until when somebody, by id, is not suggested: they passed, or were passed. */
  coolDown?: ReadonlyMap<string, Date | string>;
  /** How many introductions somebody, by id, has open. Default 0. */
  load?: ReadonlyMap<string, number>;
  /** Who, of those there is a match with, comes before all others. */
  first?: (member: Member) => boolean;
  /** Chooses the order of those who score the same. */
  seed?: string;
  /** How many at most. Default 10. */
  limit?: number;
}

/** What tags weigh by, where not everyone is at hand who counts: how many people there are, and how many of them have each. */
export interface Crowd {
  people: number;
  /** By their tag, of those that are asked for here. */
  having: ReadonlyMap<string, number>;
}

/** The s of the formula. */
const SMOOTH = 0.5;

/** What of its weight a match of each kind adds. */
const share = { gives: 1, gets: 1, topic: 1 / 4 };

/**
 * Whom somebody might meet, best first. With N people, `me` among them, of whom n(x) have x among their offers, asks or
 * topics, a match on x weighs w(x) = ln(1 + N / n(x)): what is rare says more. With g = Σ w over my asks they offer,
 * r = Σ w over their asks I offer, t = Σ w over shared topics, and s = 0.5:
 *
 *     score = (sqrt((g + s)(r + s)) - s + t/4) × hours × language / (1 + load)
 *
 * hours is 1 if both are up for an hour of the same day or either does not say when, else 0.5; language is 1 if they
 * share one ("en-GB" and "en" are one) or either names none, else 0.25. Never suggested is who scores 0, is within a
 * cool-down, is a bot or an organisation, or is past. Of those who score the same peers come before hosts; then who comes
 * next on the ring on which everyone stands by a hash of their id, from where a seeded hash puts me. Tags are the same whatever their case and spaces. The order people are given in changes nothing; of
 * people with one id the first counts.
 */
export function suggest(people: readonly Member[], me: Member, options?: SuggestOptions): Suggestion[] {
  return createMatcher([...people, me]).suggest(me, options);
}

/** Matches the same people again and again: what is looked up is indexed once. */
export interface Matcher {
  suggest(me: Member, options?: SuggestOptions): Suggestion[];
  /** What of two people matches, the rarest first. */
  reasons(me: Member, other: Member): Reason[];
}

/** People to match, in any number; of those with one id the first counts. They may be some of a crowd. */
export function createMatcher(people: readonly Member[], crowd?: Crowd): Matcher {
  const all = [...byId(people).values()];
  const offering = indexed(all, ({ offers }) => offers);
  const asking = indexed(all, ({ asks }) => asks);
  const liking = indexed(all, ({ topics }) => topics);
  const having = indexed(all, ({ offers = [], asks = [], topics = [] }) => [...offers, ...asks, ...topics]);
  const count = (tag: string) => crowd?.having.get(tag) ?? having.get(tag)?.length ?? 1;
  const weight = (tag: string) => weightOf(crowd?.people ?? all.length, count(tag));

  /** Everyone there is a match with. */
  function matches(me: Member): Map<Member, Match> {
    const found = new Map<Member, Match>();
    const meet = (mine: readonly string[] | undefined, theirs: Index, kind: keyof typeof share) => {
      for (const [tag, words] of inOneOrder(mine)) {
        for (const { member, said } of theirs.get(tag) ?? []) {
          let match = found.get(member);
          if (!match) found.set(member, (match = { gives: 0, gets: 0, topic: 0, reasons: [] }));
          match[kind] += weight(tag);
          match.reasons.push({ kind, words: kind === 'gets' ? said : words, weight: weight(tag) * share[kind] });
        }
      }
    };
    meet(me.asks, offering, 'gives');
    meet(me.offers, asking, 'gets');
    meet(me.topics, liking, 'topic');
    return found;
  }

  function suggestTo(
    me: Member,
    { now = new Date(), coolDown, load, first = () => false, seed = '', limit = 10 }: SuggestOptions = {},
  ): Suggestion[] {
    const rests = (id: string) => new Date(coolDown?.get(id) ?? NaN) > new Date(now);
    const place = placeOf(me, seed);
    const ranked = [...matches(me)]
      .filter(([member]) => member.id !== me.id && canBeMet(member) && !rests(member.id))
      .map(([member, { gives, gets, topic, reasons }]): Ranked => {
        const score = fitOf({ gives, gets, topic }) / (1 + (load?.get(member.id) ?? 0));
        return { member, first: first(member), score, turn: turnFrom(place, member.id), reasons };
      })
      .filter(({ score }) => score > 0)
      .sort(inOrder);
    // Clocks are slow to read, and what they say only ever lowers a score: who is too low already is not asked.
    const best: Ranked[] = [];
    for (const one of ranked) {
      if (one.score < (best[limit - 1]?.score ?? 0)) break;
      best.push({ ...one, score: one.score * hoursFactor(me, one.member, now) * languageFactor(me, one.member) });
      if (best.length >= limit) best.sort(inOrder).splice(limit);
    }
    return best.sort(inOrder).map(({ member, score, reasons }) => ({ member, score, reasons: rarestFirst(reasons) }));
  }

  return {
    suggest: suggestTo,
    reasons: (me, other) => rarestFirst([...matches(me)].find(([{ id }]) => id === other.id)?.[1].reasons ?? []),
  };
}

/** What a tag weighs that so many of the people have. */
export function weightOf(people: number, having: number): number {
  return Math.log(1 + people / having);
}

/** The score of two where neither hours nor languages nor what is open lower it: from the weights of what matches. */
export function fitOf({ gives, gets, topic }: Record<keyof typeof share, number>): number {
  return Math.sqrt((gives + SMOOTH) * (gets + SMOOTH)) - SMOOTH + topic * share.topic;
}

/** Where on the ring somebody begins to look, from 0 to 2³² - 1. Everyone stands at the hash of their id. */
export function placeOf({ id }: Pick<Member, 'id'>, seed = ''): number {
  return hash(`${seed} ${id}`);
}

/** How far on from a place of the ring somebody stands. */
export function turnFrom(place: number, id: string): number {
  return (hash(id) - place) >>> 0;
}

/** A tag as it is compared: without regard to case and spaces. */
export function asTag(words: string): string {
  return words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

type Weighed = Reason & { weight: number };
type Match = Record<keyof typeof share, number> & { reasons: Weighed[] };
type Index = ReadonlyMap<string, readonly { member: Member; said: string }[]>;

interface Ranked {
  member: Member;
  first: boolean;
  score: number;
  /** Who comes sooner. */
  turn: number;
  reasons: Weighed[];
}

function inOrder(a: Ranked, b: Ranked): number {
  const { member: one } = a;
  const { member: other } = b;
  return (
    Number(b.first) - Number(a.first) ||
    b.score - a.score ||
    comparePeers(one, other) ||
    a.turn - b.turn ||
    (one.id < other.id ? -1 : 1)
  );
}

function rarestFirst(reasons: readonly Weighed[]): Reason[] {
  return [...reasons].sort((a, b) => b.weight - a.weight).map(({ kind, words }) => ({ kind, words }));
}

/** Who has each tag, and in which words. */
function indexed(people: readonly Member[], tagsOf: (member: Member) => readonly string[] | undefined): Index {
  const index = new Map<string, { member: Member; said: string }[]>();
  for (const member of people) {
    for (const [tag, said] of tagged(tagsOf(member))) {
      const having = index.get(tag);
      if (having) having.push({ member, said });
      else index.set(tag, [{ member, said }]);
    }
  }
  return index;
}

/** Each tag with its words, in one order for all: the same weights added up in another may differ in their last digit. */
export function inOneOrder(words: readonly string[] | undefined): [tag: string, words: string][] {
  return [...tagged(words)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Each tag once, with the words it was first said in. */
export function tagged(words: readonly string[] = []): Map<string, string> {
  const tags = new Map<string, string>();
  for (const said of words) {
    const tag = asTag(said);
    if (tag && !tags.has(tag)) tags.set(tag, said.trim());
  }
  return tags;
}

function hoursFactor(a: Member, b: Member, now: Date | string): number {
  const shared = sharedHours(a, b, now);
  return !shared || shared.minutes >= 60 ? 1 : 0.5;
}

function languageFactor({ languages: a = [] }: Member, { languages: b = [] }: Member): number {
  const codes = new Set(a.map(languageOf));
  return !a.length || !b.length || b.some((language) => codes.has(languageOf(language))) ? 1 : 0.25;
}

/** The language of a tag like "pt-BR", without its country. */
function languageOf(tag: string): string | undefined {
  return tag.trim().toLowerCase().split(/[-_]/)[0];
}
