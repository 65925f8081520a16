import { byId } from './by-id.js';
import type { Ladder, Member, Progress, Rung } from './document.js';
import { nextAct, own, standing, type NextAct } from './ladder.js';
import { called, isPeer } from './peers.js';
import { isSentence, type Mark, type Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import { labelOf, sayAct } from './say-act.js';
import { isOpen, openRows, sayBoard, type BestSaid } from './say-board.js';
import { sayCheers, type FindMember, type LetterSaid } from './say-letter.js';
import { linked } from './say-purpose.js';
import type { Language, Words } from './strings.js';
import { known, rewards, standings } from './words.js';

type Climbing = Answer<{ kind: 'ladder' }>;
type LadderLanguage = Language<Words<'ladder'>>;

/** Whose ladder it is, and who looks. */
export interface Eyes {
  /** A member's id; nobody's ladder where there is none. */
  member: string | undefined;
  viewer: string | undefined;
  /** The progress of everyone, as far as it is here: it finds who comes after the reader. */
  everyone?: Climbing | undefined;
}

/** What a ladder says, from the first step to the last. */
export interface LadderSaid {
  id: string;
  name: string;
  /** What stands before the steps while nobody stands on them: a question, or why. */
  lead: Phrase | undefined;
  /** The lead asks the reader where to begin. */
  isQuestion: boolean;
  steps: readonly StepSaid[];
  climber: ClimberSaid | undefined;
  /** The steps that are in the open, from and up to which; of the others it is said how many there are. */
  from: number;
  to: number;
  behind: Phrase;
  further: string;
  /** Their own bests, the newest first. */
  board: readonly BestSaid[];
  /** The member asked for is not in this community. */
  isUnknown: boolean;
}

/** One step: what somebody who reached it can do. */
export interface StepSaid {
  id: string;
  name: string;
  can: string;
  isReached: boolean;
  since: Phrase | undefined;
  opens: readonly Phrase[];
  cheers: LetterSaid['cheers'];
}

/** Somebody who stands on a ladder. */
export interface ClimberSaid {
  /** Undefined where the reader is no member whom others see. */
  member: Member | undefined;
  standing: (typeof standings)[number];
  /** The step they stand on, -1 before the first. */
  at: number;
  /** What they can do already. */
  already: Phrase | undefined;
  /** That they rest, or left. */
  pause: Phrase | undefined;
  /** The next smallest act. */
  act: Phrase | undefined;
  soFar: Phrase | undefined;
  then: Phrase | undefined;
  opens: readonly Phrase[];
  /** Somebody who is where the reader was. */
  follower: { member: Member; said: Phrase } | undefined;
}

const AHEAD = 2;
/** So many steps are seen while nobody stands on them. */
const OVERVIEW = 7;

/**
 * Puts a ladder into words: to the reader where it is theirs, with the person's name where it is another's. Of another
 * only what everyone may see is said.
 */
export function sayLadder(
  { ladder, progress, people }: Climbing,
  { member: id, viewer, everyone }: Eyes,
  language: LadderLanguage,
  now: Date,
): LadderSaid | undefined {
  if (!ladder) return undefined;
  const { words } = language;
  const members = byId(people);
  const find: FindMember = (each) => members.get(each);
  const isOwn = id !== undefined && id === viewer;
  const row = progress.find((each) => each.member === id && (isOwn || isOpen(each)));
  const member = id === undefined ? undefined : find(id);
  const name = isOwn || !member ? undefined : called(member);
  const told: Told = { ladder, row, name, find, hosts: people.filter(({ host }) => host), language, now };
  // What everyone can on the first day is said to the reader, and of nobody who may have said that it be kept.
  const isHere = isOwn ? (member ?? row) : member && row;
  const climber = isHere ? sayClimber(told, member, isOwn ? everyone : undefined) : undefined;
  const { length } = ladder.rungs;
  const shown = climber ? Math.max(climber.at, 0) : 0;
  const to = climber ? climber.at + 1 + (climber.standing === 'past' ? 0 : AHEAD) : OVERVIEW;
  // A fold of one would take the room of the one.
  const from = shown === 1 ? 0 : shown;
  const until = length - to <= 1 ? length : to;
  return {
    id: ladder.id,
    name: ladder.name,
    lead: climber ? undefined : sayLead(id, member, isOwn, language),
    isQuestion: !climber && (id === undefined || isOwn),
    steps: ladder.rungs.map((rung, i) => sayStep(rung, climber !== undefined && i <= climber.at, told)),
    climber,
    from,
    to: until,
    behind: words.behind(from, name),
    further: words.further(length - until),
    board: climber ? sayBoard(told, everyone) : [],
    isUnknown: id !== undefined && !isOwn && !member,
  };
}

/** What the sentences about one person's ladder are made from. */
export interface Told {
  ladder: Ladder;
  row: Progress | undefined;
  name: Mark | undefined;
  find: FindMember;
  hosts: readonly Member[];
  language: LadderLanguage;
  now: Date;
}

function sayLead(
  id: string | undefined,
  member: Member | undefined,
  isOwn: boolean,
  { words }: LadderLanguage,
): Phrase {
  if (id === undefined || isOwn) return [words.whereStart];
  return member ? words.noWord(called(member)) : [words.nobodyHere];
}

function sayStep(rung: Rung, isReached: boolean, { row, find, language, now }: Told): StepSaid {
  const day = isReached ? language.format.day(own(row?.reached, rung.id) ?? '', now) : undefined;
  return {
    id: rung.id,
    name: rung.name,
    can: rung.can,
    isReached,
    since: day ? language.words.since(day) : undefined,
    opens: sayOpens(rung, language),
    cheers: sayCheers({ cheers: row?.cheers?.find((each) => each.rung === rung.id) }, find, language),
  };
}

function sayOpens({ unlocks = [] }: Rung, { words }: LadderLanguage): Phrase[] {
  return unlocks.map(({ reward, label, href }) =>
    words[rewards.find((each) => each === reward) ?? 'opens'](linked(label, href, words)),
  );
}

function sayClimber(told: Told, member: Member | undefined, everyone: Climbing | undefined): ClimberSaid {
  const { ladder, row, name, hosts, language, now } = told;
  const { words, format } = language;
  const climb = standing(ladder, row);
  const { current, next, act } = climb;
  const how = known(member?.standing, standings, 'active');
  const since = member?.standingSince ?? '';
  const said: ClimberSaid = {
    member,
    standing: how,
    at: climb.reached.length - 1,
    already: current && words.canAlready(clause(current.can), name),
    pause: undefined,
    act: undefined,
    soFar: undefined,
    then: undefined,
    opens: [],
    follower: undefined,
  };
  if (how === 'past') {
    const { title } = member ?? {};
    return { ...said, pause: words.past(title ? clause(title) : undefined, format.year(since)) };
  }
  const doing = (what: NextAct) => ({
    act: sayAct(what, ladder, language, { name, hosts }),
    soFar: saySoFar(what, ladder, language),
  });
  const forward = act && next && { ...doing(act), then: words.thenCan(clause(next.can), name) };
  if (how === 'active') {
    const opens = next ? sayOpens(next, language) : [];
    const last = { act: [words.allSteps], then: words.afterLast(name) };
    return { ...said, ...(forward ?? last), opens, follower: everyone && sayFollower(climb.reached, told, everyone) };
  }
  const pause = words.resting(format.month(since, now));
  const back = current && nextAct(current, row);
  // Who spoke for them, or went through it with them, did so once and for all: only a measure falls behind.
  if (!back || !('measure' in back)) return { ...said, ...forward, pause: [...pause, ' ', ...words.placeKept(name)] };
  const way = doing(back);
  return { ...said, ...way, pause, then: words.bringsBack(endsWhole(way.act), name) };
}

function endsWhole(act: Phrase): boolean {
  const last = act.at(-1);
  return isSentence(typeof last === 'string' ? last : last && 'name' in last ? last.name : '');
}

/** How far it is already; of nothing yet the act says enough. */
function saySoFar(act: NextAct, { measures }: Ladder, { words }: LadderLanguage): Phrase | undefined {
  if (!('measure' in act) || act.value <= 0) return undefined;
  const measure = measures?.find(({ id }) => id === act.measure);
  return words.soFar(act.value, act.atLeast, labelOf(act.atLeast, act, measure));
}

/** Who let everyone see that they are where the reader was before the last step; the latest to arrive there. */
function sayFollower(
  reached: readonly Rung[],
  { ladder, row, language, now }: Told,
  { progress, people }: Climbing,
): ClimberSaid['follower'] {
  const before = reached.at(-2);
  if (!before) return undefined;
  const month = language.format.month(own(row?.reached, before.id) ?? '', now);
  const there = openRows(progress, row?.member)
    .filter((each) => standing(ladder, each).current === before)
    .sort((a, b) => timeOf(own(b.reached, before.id)) - timeOf(own(a.reached, before.id)));
  const members = byId(people);
  const member = there
    .map((each) => members.get(each.member))
    .find((each) => each && isPeer(each) && known(each.standing, standings, 'active') === 'active');
  return member && month ? { member, said: language.words.whereYouWere(called(member), month) } : undefined;
}

function timeOf(at = ''): number {
  return Date.parse(at) || 0;
}

/** Somebody's own words inside a sentence, which has its own end. */
function clause(text: string): Mark {
  return { name: text.replace(/[\s.。।۔]+$/u, '') };
}
