import { byId } from './by-id.js';
import type { Ladder, Member, Progress, Rung } from './document.js';
import { own, standing, type NextAct } from './ladder.js';
import { pauseOf } from './pause.js';
import { called, listCalled } from './peers.js';
import { isSentence, type Mark, type Phrase } from './phrase.js';
import type { Answer } from './provider.js';
import { sayAct, saySoFar } from './say-act.js';
import { isOpen, sayBoard, type BestSaid } from './say-board.js';
import type { FindMember, LetterSaid } from './say-letter.js';
import { linked } from './say-purpose.js';
import { sayCheer, sayCheersFor, sayWord, type CheerSaid, type WordSaid } from './say-reader.js';
import type { Language, Words } from './strings.js';
import { rewards, type standings } from './words.js';

type Climbing = Answer<{ kind: 'ladder' }>;
type LadderLanguage = Language<Words<'ladder'>>;

/** Whose ladder it is, and who looks. */
export interface Eyes {
  /** A member's id; nobody's ladder where there is none. */
  member: string | undefined;
  viewer: string | undefined;
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
  /** That they rest, or left; to the reader also that they stand as before for now, and until when. */
  pause: Phrase | undefined;
  /** The next smallest act. */
  act: Phrase | undefined;
  soFar: Phrase | undefined;
  then: Phrase | undefined;
  opens: readonly Phrase[];
  /** It is the reader's own, and there is something to write up. */
  mayRecord: boolean;
  /** Whom the reader can tell that they are ready for a step a host goes through with them. */
  ready: readonly Member[];
  cheer: CheerSaid | undefined;
  word: WordSaid | undefined;
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
  { member: id, viewer }: Eyes,
  language: LadderLanguage,
  now: Date,
): LadderSaid | undefined {
  if (!ladder) return undefined;
  const { words } = language;
  const members = byId(people);
  const find: FindMember = (each) => members.get(each);
  const isOwn = id !== undefined && id === viewer;
  const row = progress.find((each) => each.member === id && (isOwn || isOpen(each, viewer)));
  const member = id === undefined ? undefined : find(id);
  const name = isOwn || !member ? undefined : called(member);
  // Nobody goes through a step with themselves.
  const hosts = people.filter((each) => each.host && each.id !== id);
  const told: Told = { ladder, row, name, viewer, find, hosts, language, now };
  // What everyone can on the first day is said to the reader, and of nobody who may have said that it be kept.
  const isHere = isOwn ? (member ?? row) : member && row;
  const climber = isHere ? sayClimber(told, member) : undefined;
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
    board: climber ? sayBoard(told) : [],
    isUnknown: id !== undefined && !isOwn && !member,
  };
}

/** What the sentences about one person's ladder are made from. */
export interface Told {
  ladder: Ladder;
  row: Progress | undefined;
  name: Mark | undefined;
  viewer: string | undefined;
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

function sayStep(rung: Rung, isReached: boolean, told: Told): StepSaid {
  const { row, language, now } = told;
  const day = isReached ? language.format.day(own(row?.reached, rung.id) ?? '', now) : undefined;
  return {
    id: rung.id,
    name: rung.name,
    can: rung.can,
    isReached,
    since: day ? language.words.since(day) : undefined,
    opens: sayOpens(rung, language),
    cheers: sayCheersFor(rung.id, row, told),
  };
}

function sayOpens({ unlocks = [] }: Rung, { words }: LadderLanguage): Phrase[] {
  return unlocks.map(({ reward, label, href }) =>
    words[rewards.find((each) => each === reward) ?? 'opens'](linked(label, href, words)),
  );
}

function sayClimber(told: Told, member: Member | undefined): ClimberSaid {
  const { ladder, row, name, viewer, hosts, language, now } = told;
  const { words, format } = language;
  const climb = standing(ladder, row);
  const { current, next, act } = climb;
  // That somebody fell behind is theirs to know: of another only what the source says of them is told.
  const paused = pauseOf(member ?? {}, ladder, row, now, name === undefined ? {} : { graceDays: Infinity });
  const { standing: how, since = '', grace, back } = paused;
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
    mayRecord: name === undefined && Boolean(ladder.measures?.length),
    ready: [],
    cheer: undefined,
    word: undefined,
  };
  // The reader's own is told without a name.
  const other = name === undefined ? undefined : member;
  if (how === 'past') {
    const { title } = member ?? {};
    return { ...said, pause: words.past(title ? clause(title) : undefined, format.year(since)) };
  }
  const doing = (what: NextAct) => ({
    act: sayAct(what, ladder, language, { name, hosts }),
    soFar: saySoFar(what, ladder, language),
  });
  const forward = act &&
    next && {
      ...doing(act),
      ...(!('measure' in act) && { soFar: sayVouched(next, told) }),
      then: words.thenCan(clause(next.can), name),
      ready: !other && 'manual' in act ? hosts : [],
      word: other && sayWord(next, told),
    };
  const cheer = other && current && sayCheer(other, current, row, viewer);
  const isGrace = grace && !other;
  if (how === 'active' && !isGrace) {
    const opens = next ? sayOpens(next, language) : [];
    const last = { act: [words.allSteps], then: words.afterLast(name) };
    return { ...said, ...(forward ?? last), opens, cheer };
  }
  const pause = isGrace ? words.grace(format.day(grace.until ?? '', now)) : words.resting(format.month(since, now));
  if (!back) return { ...said, ...forward, cheer, pause: [...pause, ' ', ...words.placeKept(name)] };
  const way = doing(back);
  const isWhole = endsWhole(way.act);
  return { ...said, ...way, cheer, pause, then: isGrace ? words.keepsHere(isWhole) : words.bringsBack(isWhole, name) };
}

/** Who put in a word for a step already, and how many of how many that makes; nothing where nobody did. */
function sayVouched({ id, needs = [] }: Rung, { row, find, language }: Told): Phrase | undefined {
  const by = new Set(own(row?.sponsors, id));
  const asked = needs.find((need) => 'sponsors' in need);
  if (!by.size || !asked) return undefined;
  const names = listCalled(
    [...by].flatMap((each) => find(each) ?? []),
    by.size,
    language,
  );
  return language.words.vouched(names, by.size, asked.sponsors);
}

function endsWhole(act: Phrase): boolean {
  const last = act.at(-1);
  return isSentence(typeof last === 'string' ? last : last && 'name' in last ? last.name : '');
}

/** Somebody's own words inside a sentence, which has its own end. */
function clause(text: string): Mark {
  return { name: text.replace(/[\s.。।۔]+$/u, '') };
}
