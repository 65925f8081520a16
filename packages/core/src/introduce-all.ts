import { byId } from './by-id.js';
import { canBeMet } from './can-be-met.js';
import { commonGround } from './common-ground.js';
import type { Member, Recognition, Role } from './document.js';
import { hash } from './graphemes.js';
import { groupsOf } from './grouping.js';
import { hubOf } from './hub.js';
import { coolDownDays, daysSince } from './introduction.js';
import type { Reason } from './provider.js';
import { sixRoles } from './roles.js';
import { createMatcher } from './suggest.js';
import { pairs, tiesIn } from './ties.js';
import { kinds, known } from './words.js';

/** Two who are introduced: why, told to the first of them. */
export interface Pairing {
  people: readonly [Member, Member];
  /** 0 where nothing they say of themselves matches. It says who goes with whom and nothing else: no page shows it. */
  score: number;
  reasons: Reason[];
}

/** Two people, or three, and every pair among them. */
export interface Group {
  people: readonly Member[];
  pairs: readonly Pairing[];
}

/**
 * Why somebody is in no group. They are no person (`organization`, `bot`), have left (`past`) or are an organiser (`host`);
 * there is nobody else (`alone`); they met or passed over everybody too lately (`rests`); or whoever is left for them goes
 * with somebody else, and no other groups would place more people (`over`). Or they show nothing of themselves, which a
 * round of a community says (`apart`; see `roundFor`).
 */
export type LeftBecause = 'organization' | 'bot' | 'past' | 'host' | 'alone' | 'rests' | 'over' | 'apart';

/** A round of introductions: everybody is in one group, or left out for a reason. */
export interface Round {
  groups: Group[];
  left: { member: Member; because: LeftBecause }[];
}

/** An introduction so far, as an archive has it. */
export interface Introduced {
  people: readonly string[];
  state?: string | undefined;
  /** When it was asked for, and when all had said yes. */
  at?: string | undefined;
  met?: string | undefined;
}

export interface IntroduceAllOptions {
  /** When it is: a Date or ISO 8601. Default now. */
  now?: Date | string;
  /** Introductions so far, whatever became of them; without a date one counts as lately. */
  introductions?: readonly Introduced[];
  /** Days for which two who were introduced are not again. Default 180. */
  coolDown?: number;
  /** Who passed whom over, and until when. */
  passes?: readonly { member: string; with: string; until: string }[];
  /** The letters everyone sees, newest first: who is tied to whom, and whom two helped. */
  letters?: readonly Recognition[];
  /** Default the six. */
  roles?: readonly Role[];
  /** Whether organisers take part. Default false: it is for members to get to know each other. */
  hosts?: boolean;
  /** Chooses among rounds that are as good. */
  seed?: string;
}

/**
 * Introduces everybody of a community to somebody, once: in pairs, and who is over in a trio. `people` are members as
 * everyone sees them. Two within the cool-down, or of whom one passed the other over, are in no group together, nor in one
 * trio.
 *
 * As many as can be are placed. Of all ways to make as many pairs as there can be, these have the most pairs that come
 * first whatever they score: a Connector and somebody new, and in a hub two with something in common whom nobody but the
 * hub ties to each other; and then the highest sum of the scores of `suggest`, exact to a ten-thousandth a pair (see
 * `groupsOf` for the method, its source and how trios are made). The order people are given in changes nothing; of people
 * with one id the first counts. Time grows with the cube of how many they are: 300 take a second, 1,000 half a minute.
 */
export function introduceAll(people: readonly Member[], options: IntroduceAllOptions = {}): Round {
  const { letters = [], introductions = [], roles = sixRoles, hosts = false, seed = '' } = options;
  const now = new Date(options.now ?? new Date());
  const members = byId(people);
  const all = inOrder([...members.values()], seed);
  const left = all.flatMap((member) => {
    const because = notMet(member, hosts);
    return because ? [{ member, because }] : [];
  });
  const taking = all.filter((member) => !notMet(member, hosts));
  const resting = restingPairs(options, now);
  const matcher = createMatcher(all);
  const ground = commonGround({ members: all, letters, roles, find: (id) => members.get(id), now: () => now });
  const hub = hubOf(all, tiesIn(letters, introductions));

  const scores = taking.map(
    (me) => new Map(matcher.suggest(me, { now, limit: Infinity }).map(({ member, score }) => [member, score])),
  );
  const welcomed = taking.map((me) => ground.welcomedBy(me));
  const groups = groupsOf(taking.length, (i, j) => {
    const [a, b] = [taking[i], taking[j]];
    if (!a || !b || resting.has(keyOf(a.id, b.id))) return undefined;
    const score = scores[i]?.get(b) ?? 0;
    const isWelcome = welcomed[i]?.(b) || welcomed[j]?.(a);
    return { score, first: !!isWelcome || (score > 0 && !!hub?.isOnlyWay(a.id, b.id)) };
  });

  const placed = new Set(groups.flat());
  const because = (me: Member): LeftBecause => {
    if (taking.length === 1) return 'alone';
    return taking.some((other) => other !== me && !resting.has(keyOf(me.id, other.id))) ? 'over' : 'rests';
  };
  return {
    groups: groups.map((group) => {
      const together = group.sort((a, b) => a - b);
      return {
        people: together.flatMap((i) => taking[i] ?? []),
        pairs: pairs(together).flatMap(([i, j]) => {
          const [a, b] = [taking[i], taking[j]];
          if (!a || !b) return [];
          return [
            { people: [a, b], score: scores[i]?.get(b) ?? 0, reasons: ground.why(a, b, matcher.reasons(a, b), hub) },
          ];
        }),
      };
    }),
    left: [...left, ...taking.filter((_, i) => !placed.has(i)).map((member) => ({ member, because: because(member) }))],
  };
}

/** An order that is anybody's: the same whatever order they come in. */
function inOrder(people: readonly Member[], seed: string): Member[] {
  // Twice: ids and seeds may differ in one letter, and that alone hardly changes which of two hashes is higher.
  const keys = new Map(people.map(({ id }) => [id, hash(`${hash(`${seed} ${id}`)}`)]));
  const key = ({ id }: Member) => keys.get(id) ?? 0;
  return [...people].sort((a, b) => key(a) - key(b) || (a.id < b.id ? -1 : 1));
}

/** Why somebody is not to be introduced to anybody. */
function notMet(member: Member, hosts: boolean): LeftBecause | undefined {
  const kind = known(member.kind, kinds, 'person');
  if (kind !== 'person') return kind;
  if (!canBeMet(member)) return 'past';
  return member.host && !hosts ? 'host' : undefined;
}

/** Every two who must not meet now. */
function restingPairs(
  { introductions = [], passes = [], coolDown = coolDownDays }: IntroduceAllOptions,
  now: Date,
): Set<string> {
  const lately = introductions.filter((one) => !(daysSince(one, now) >= coolDown));
  const passed = passes.filter(({ until }) => new Date(until) > now);
  return new Set([
    ...lately.flatMap(({ people }) => pairs(people).map(([a, b]) => keyOf(a, b))),
    ...passed.map((pass) => keyOf(pass.member, pass.with)),
  ]);
}

/** Ids have no spaces. */
function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
