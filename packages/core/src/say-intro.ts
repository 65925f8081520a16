import { byId } from './by-id.js';
import type { Member } from './document.js';
import { closesAt, daysSince, standingFor, type IntroductionStanding } from './introduction.js';
import { safeUrl } from './links.js';
import { called } from './peers.js';
import type { Mark, Phrase } from './phrase.js';
import type { Answer, Reason } from './provider.js';
import { sayHours, type HoursSaid } from './say-hours.js';
import type { FindMember } from './say-letter.js';
import type { Language, Words } from './strings.js';

type IntroLanguage = Language<Words<'note' | 'meeting'>>;
type Asked = Answer<{ kind: 'introductions' }>['introductions'][number];

/** A friend's note: two people, and why. */
export interface IntroSaid {
  /** Tells the note from the others, also once somebody acted on it. */
  key: string;
  /** The introduction it is of. */
  introduction: string | undefined;
  /** `suggested` is nobody's wish yet. */
  standing: IntroductionStanding | 'suggested';
  heading: Phrase;
  /** Who stands on the thread: the reader, the other, and a third who brings them together. */
  people: readonly Member[];
  /** What whoever asked wrote, signed where it is not plain who that is. */
  text: { said: string; by: { member: Member; name: Mark } | undefined } | undefined;
  /** At most three sentences, the best first. */
  reasons: readonly Phrase[];
  /** What those sentences say: what goes with a wish to meet. */
  because: readonly Reason[];
  hours: HoursSaid | undefined;
  /** How it stands. */
  state: Phrase | undefined;
  /** Who the other is, in small: the whole name, pronouns, what they say of themselves. */
  about: { name: Phrase; headline: string | undefined } | undefined;
  /** Who is not told where the reader says no. */
  untold: Phrase | undefined;
  /** Whether it is time to ask if they talked. */
  asksAfter: boolean;
}

/** What an introduction shows: the reader's own first, as far as they are still news, then who else there is to meet. */
export interface IntrosFrom {
  me: Member;
  /** Only what there is between the reader and this member, however old. */
  whom?: string | undefined;
  /** At most so many suggestions. */
  limit?: number | undefined;
  /** Members whom one answer may name before the other does. */
  also?: readonly Member[] | undefined;
  introductions: Answer<{ kind: 'introductions' }>;
  suggestions: Answer<{ kind: 'suggestions' }>;
}

/** Days for which an introduction that was made or closed is news, counted from when it was made, or else asked for. */
const NEWS = 28;
/** Days after two were introduced until they are asked whether they talked: a weekend in which they might have. */
const SOON = 3;
const SENTENCES = 3;
const inTurn: readonly IntroductionStanding[] = ['incoming', 'asked', 'met', 'closed'];

/**
 * The notes somebody reads: their own introductions first (one to answer, then asked, met, closed), then suggestions.
 * With `whom` a closed one gives way to a new suggestion.
 */
export function sayIntros(
  { me, whom, limit, also = [], introductions, suggestions }: IntrosFrom,
  language: IntroLanguage,
  now: Date,
): IntroSaid[] {
  const people = byId([...suggestions.people, ...introductions.people, ...also]);
  const own = introductions.introductions.flatMap((introduction) => {
    const standing = standingFor(introduction, me.id, now);
    if (!standing) return [];
    const isOpen = standing === 'incoming' || standing === 'asked';
    const isNews = isOpen || (daysSince(introduction, now) <= NEWS && !introduction.meetings?.length);
    const isAgain = standing === 'closed' && suggestions.suggestions.some(({ member }) => member.id === whom);
    const isWanted = whom === undefined ? isNews : introduction.people.includes(whom) && !isAgain;
    const said = isWanted && sayIntroduction(introduction, standing, me, (id) => people.get(id), language, now);
    return said ? [said] : [];
  });
  const turn = ({ standing }: IntroSaid) => (standing === 'suggested' ? inTurn.length : inTurn.indexOf(standing));
  return eachOnce([
    ...own.sort((a, b) => turn(a) - turn(b)),
    ...suggestions.suggestions
      .slice(0, limit)
      .map(({ member, reasons }) => saySuggestion(me, member, reasons, language, now)),
  ]);
}

/** Notes in the places they were read in, as far as they were: what somebody acts on stays where it is. */
export function keepPlaces(notes: readonly IntroSaid[], before: readonly string[]): IntroSaid[] {
  const placeOf = ({ key, standing }: IntroSaid) => {
    const place = before.indexOf(key);
    return place >= 0 ? place : standing === 'suggested' ? before.length : -1;
  };
  return [...notes].sort((a, b) => placeOf(a) - placeOf(b));
}

/** What is between two has the other's key, whatever becomes of it; what else there is between them has its own. */
function eachOnce(notes: readonly IntroSaid[]): IntroSaid[] {
  const keys = new Set<string>();
  return notes.map((note) => {
    const key = keys.has(note.key) ? `${note.key} ${note.introduction}` : note.key;
    keys.add(key);
    return { ...note, key };
  });
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
    key: other.id,
    introduction: undefined,
    standing: 'suggested',
    heading: language.words.meet(called(me), [called(other)]),
    people: [me, other],
    text: undefined,
    reasons: sayReasons(reasons, other, language),
    because: saidOf(reasons),
    hours: sayHours(me, other, language, now),
    state: undefined,
    about: sayAbout(other),
    untold: undefined,
    asksAfter: false,
  };
}

/** An introduction as it stands for one of its people; nothing where nobody else in it is public. */
export function sayIntroduction(
  introduction: Asked,
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
    key: other.id,
    introduction: introduction.id,
    standing,
    heading: isAsk
      ? words.wouldMeet(called(other))
      : standing === 'met'
        ? words.introduced(called(me), names)
        : words.meet(called(me), names),
    people: [me, other, ...(third ? [third] : [])],
    text: isOver || standing === 'met' ? undefined : sayText(introduction.text, by, isAsk, me, language),
    reasons: isOver ? [] : sayReasons(introduction.reasons ?? [], other, language),
    because: [],
    // Who asks shows a name, a line and the reasons, and nothing else until both said yes.
    hours: isOver || isAsk || others.length > 1 ? undefined : sayHours(me, other, language, now),
    state: {
      incoming: isAsk ? undefined : [words.eachAnswers],
      asked: words.askedToMeet(called(other), closes === undefined ? undefined : format.day(closes, now)),
      met: undefined,
      closed: [words.closed],
    }[standing],
    about: isOver ? undefined : isAsk ? { name: [{ name: other.name }], headline: undefined } : sayAbout(other),
    untold: standing === 'incoming' ? sayUntold(isAsk || !third ? others : [...others, third], language) : undefined,
    asksAfter: standing === 'met' && daysSince(introduction, now) >= SOON && !introduction.meetings?.length,
  };
}

function sayUntold(people: readonly Member[], { words, format }: IntroLanguage): Phrase {
  const all = [...new Set(people)];
  return words.areNotTold(format.list(all.map(called)), all.length);
}

/** Why two might meet: a sentence for each kind of reason, in the order the reasons come in. */
export function sayReasons(reasons: readonly Reason[], other: Member, { words, format }: IntroLanguage): Phrase[] {
  const said = saidOf(reasons);
  return [...new Set(said.map(({ kind }) => kind))].map((kind) => {
    const matching = said.filter((reason) => reason.kind === kind);
    const list = format.list(matching.map(({ words: word }) => ({ word })));
    const roles = format.list(matching.map(({ words: word }) => ({ word: words.ofRole(word) })));
    const name = called(other);
    return {
      gives: () => words.youAsked(list, name, matching.length),
      gets: () => words.theyAsked(name, list),
      topic: () => words.bothLike(list),
      role: () => words.bothHold(roles),
      together: () => words.bothHelped(list),
      through: () => words.onlyThread(list),
      newcomer: () => words.newHere(name, roles),
      connector: () => words.youAreNew(name, roles),
    }[kind]();
  });
}

/** The reasons that are said: of three kinds, and three of a kind. Whom both helped is not told of again as the hub. */
export function saidOf(reasons: readonly Reason[]): Reason[] {
  const helped = reasons.flatMap(({ kind, words }) => (kind === 'together' ? words : []));
  const said = reasons.filter(({ kind, words }) => kind !== 'through' || !helped.includes(words));
  const kinds = [...new Set(said.map(({ kind }) => kind))].slice(0, SENTENCES);
  return kinds.flatMap((kind) => said.filter((reason) => reason.kind === kind).slice(0, SENTENCES));
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
