import { byId } from './by-id.js';
import type { Introduction, Member } from './document.js';
import { sharedHours, type Span } from './hours.js';
import { closesAt, daysSince, standingFor, type IntroductionStanding } from './introduction.js';
import { safeUrl } from './links.js';
import { called } from './peers.js';
import { phrase, type Mark, type Phrase } from './phrase.js';
import type { Answer, Reason } from './provider.js';
import type { FindMember } from './say-letter.js';
import type { Language, Words } from './strings.js';

type IntroLanguage = Language<Words<'intro'>>;

/** A friend's note: two people, and why. */
export interface IntroSaid {
  /** `suggested` is nobody's wish yet. */
  standing: IntroductionStanding | 'suggested';
  heading: Phrase;
  /** Who stands on the thread: the reader, the other, and a third who brings them together. */
  people: readonly Member[];
  /** What whoever asked wrote, signed where it is not plain who that is. */
  text: { said: string; by: { member: Member; name: Mark } | undefined } | undefined;
  /** At most three sentences, the best first. */
  reasons: readonly Phrase[];
  hours: HoursSaid | undefined;
  /** How it stands. */
  state: Phrase | undefined;
  /** Who the other is, in small: the whole name, pronouns, what they say of themselves. */
  about: { name: Phrase; headline: string | undefined } | undefined;
}

/** Two people's days, in minutes of the reader's, and what they share in words. */
export interface HoursSaid {
  /** Whose days: the reader's first. */
  days: readonly { label: Mark; spans: readonly Span[] }[];
  shared: readonly Span[];
  said: Phrase;
}

/** What an introduction shows: the reader's own first, as far as they are still news, then who else there is to meet. */
export interface IntrosFrom {
  me: Member;
  /** Only what there is between the reader and this member, however old. */
  whom?: string | undefined;
  introductions: Answer<{ kind: 'introductions' }>;
  suggestions: Answer<{ kind: 'suggestions' }>;
}

/** Days for which an introduction that was made or closed is news, counted from when it was asked for. */
const NEWS = 28;
const SENTENCES = 3;
const inTurn: readonly IntroductionStanding[] = ['incoming', 'asked', 'met', 'closed'];

/**
 * The notes somebody reads: their own introductions first (one to answer, then asked, met, closed), then suggestions.
 * With `whom` a closed one gives way to a new suggestion.
 */
export function sayIntros(
  { me, whom, introductions, suggestions }: IntrosFrom,
  language: IntroLanguage,
  now: Date,
): IntroSaid[] {
  const people = byId([...suggestions.people, ...introductions.people]);
  const own = introductions.introductions.flatMap((introduction) => {
    const standing = standingFor(introduction, me.id, now);
    if (!standing) return [];
    const isOpen = standing === 'incoming' || standing === 'asked';
    const isNews = isOpen || daysSince(introduction, now) <= NEWS;
    const isAgain = standing === 'closed' && suggestions.suggestions.some(({ member }) => member.id === whom);
    const isWanted = whom === undefined ? isNews : introduction.people.includes(whom) && !isAgain;
    const said = isWanted && sayIntroduction(introduction, standing, me, (id) => people.get(id), language, now);
    return said ? [said] : [];
  });
  const turn = ({ standing }: IntroSaid) => (standing === 'suggested' ? inTurn.length : inTurn.indexOf(standing));
  return [
    ...own.sort((a, b) => turn(a) - turn(b)),
    ...suggestions.suggestions.map(({ member, reasons }) => saySuggestion(me, member, reasons, language, now)),
  ];
}

/** Suggests to somebody that they meet a member. */
export function saySuggestion(
  me: Member,
  other: Member,
  reasons: readonly Reason[],
  language: IntroLanguage,
  now: Date,
): IntroSaid {
  return {
    standing: 'suggested',
    heading: language.words.meet(called(me), [called(other)]),
    people: [me, other],
    text: undefined,
    reasons: sayReasons(reasons, other, language),
    hours: sayHours(me, other, language, now),
    state: undefined,
    about: sayAbout(other),
  };
}

/** An introduction as it stands for one of its people; nothing where nobody else in it is public. */
export function sayIntroduction(
  introduction: Introduction & { reasons?: readonly Reason[] },
  standing: IntroductionStanding,
  me: Member,
  find: FindMember,
  language: IntroLanguage,
  now: Date,
): IntroSaid | undefined {
  const { words, format } = language;
  const others = introduction.people.filter((id) => id !== me.id).flatMap((id) => find(id) ?? []);
  const [other] = others;
  if (!other) return undefined;
  const by = introduction.by === me.id ? me : find(introduction.by ?? '');
  const third = by && by !== me && !others.includes(by) ? by : others[1];
  const names = format.list(others.map(called));
  const closes = closesAt(introduction);
  const isAsk = standing === 'incoming' && by === other;
  const isOver = standing === 'closed';
  return {
    standing,
    heading: isAsk
      ? words.wouldMeet(called(other))
      : standing === 'met'
        ? words.introduced(called(me), names)
        : words.meet(called(me), names),
    people: [me, other, ...(third ? [third] : [])],
    text: isOver || standing === 'met' ? undefined : sayText(introduction.text, by, isAsk, me, language),
    reasons: isOver ? [] : sayReasons(introduction.reasons ?? [], other, language),
    hours: isOver || others.length > 1 ? undefined : sayHours(me, other, language, now),
    state: {
      incoming: isAsk ? undefined : [words.eachAnswers],
      asked: words.askedToMeet(called(other), closes === undefined ? undefined : format.day(closes, now)),
      met: undefined,
      closed: [words.closed],
    }[standing],
    about: isOver ? undefined : sayAbout(other),
  };
}

/** Why two might meet: a sentence for each kind of reason, in the order the reasons come in. */
export function sayReasons(reasons: readonly Reason[], other: Member, { words, format }: IntroLanguage): Phrase[] {
  const kinds = [...new Set(reasons.map(({ kind }) => kind))].slice(0, SENTENCES);
  return kinds.map((kind) => {
    const matching = reasons.filter((reason) => reason.kind === kind).slice(0, SENTENCES);
    const list = format.list(matching.map(({ words: word }) => ({ word })));
    const name = called(other);
    return {
      gives: () => words.youAsked(list, name, matching.length),
      gets: () => words.theyAsked(name, list),
      topic: () => words.bothLike(list),
      role: () => words.bothHold(list),
      together: () => words.bothHelped(list),
    }[kind]();
  });
}

/** What a member could use a hand with, to somebody nobody knows yet. */
export function sayNeed(member: Member, reasons: readonly Reason[], { words, format }: IntroLanguage): Phrase {
  return words.couldUse(called(member), format.list(reasons.map(({ words: word }) => ({ word }))));
}

/** Two people's days in the first one's time; undefined where either's zone or hours are not known. */
export function sayHours(
  me: Member,
  other: Member,
  { words, format }: IntroLanguage,
  now: Date,
): HoursSaid | undefined {
  const mine = sharedHours(me, other, now);
  const theirs = sharedHours(other, me, now);
  if (!mine || !theirs) return undefined;
  const times = (spans: readonly Span[]) =>
    format.list(acrossMidnight(spans).map(([from, to]) => words.fromTo(format.time(from), format.time(to))));
  const isElsewhere = String(mine.shared) !== String(theirs.shared);
  const there: Phrase = isElsewhere ? phrase` ${words.forThem(called(other), times(theirs.shared))}` : [];
  return {
    days: [
      { label: words.you, spans: mine.a },
      { label: called(other), spans: mine.b },
    ],
    shared: mine.shared,
    said: mine.shared.length ? phrase`${words.bothUp(times(mine.shared))}${there}` : [words.neverUp],
  };
}

/** Spans as people say them: what was cut at midnight is one again, and begins in the evening. */
function acrossMidnight(spans: readonly Span[]): readonly Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || first === last || first[0] !== 0 || last[1] !== 1440) return spans;
  return [...spans.slice(1, -1), [last[0], first[1]]];
}

function sayText(
  text: string | undefined,
  by: Member | undefined,
  isAsk: boolean,
  me: Member,
  { words }: IntroLanguage,
): IntroSaid['text'] {
  if (!text?.trim()) return undefined;
  const signed = by && !isAsk ? { member: by, name: by === me ? words.you : called(by) } : undefined;
  return { said: words.quoted(text), by: signed };
}

function sayAbout(member: Member): IntroSaid['about'] {
  const { name, pronouns, url, headline, title } = member;
  const href = safeUrl(url);
  return {
    name: [href ? { link: name, href } : { name }, ...(pronouns ? [' (', { name: pronouns }, ')'] : [])],
    headline: headline ?? title,
  };
}
