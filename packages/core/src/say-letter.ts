import type { Member, Recognition, Tally } from './document.js';
import { countGraphemes } from './graphemes.js';
import { isIn } from './letter-acts.js';
import { hostOf, safePicture, safeUrl } from './links.js';
import { called, isPeer, listCalled, peersFirst } from './peers.js';
import type { Mark, Phrase } from './phrase.js';
import type { Language, Words } from './strings.js';
import { known, occasions, type Occasion } from './words.js';

/**
 * What a letter on the wall says, whichever renderer draws it. The form follows what is known: a `line` has no
 * words of its own ("name — labels"), a `board` is one deed on a whiteboard, `shipped` has two dates, the rest
 * are letters.
 */
export interface LetterSaid {
  id: string;
  form: 'line' | 'board' | 'shipped' | 'letter';
  occasion: Occasion;
  /** Those to whom it is who may be named, and how many more there are. */
  to: readonly Member[];
  unnamed: number;
  /** Who it is to, as a letter begins; a line or a board has none. */
  salutation: Phrase | undefined;
  /** The line's "name — labels", or who did the deed on the board, or who shaped what shipped, or who gave. */
  people: Phrase | undefined;
  need: string | undefined;
  /** What was needed is not here yet: what shows it comes with it, and is not told before. */
  held: string | undefined;
  evidence: Evidence;
  text: string | undefined;
  lang: string | undefined;
  /** How large the words are set: the fewer, the larger. */
  size: 'large' | 'middle' | 'body';
  /** Surely more than nine lines: in any column, or in a narrow one. */
  fold: 'always' | 'narrow' | 'never';
  /** Asked, here, and the days between; only of what shipped. */
  days: { asked: Phrase; here: Phrase; took: string } | undefined;
  /** An ask no member has answered, in words; and who answered it: an organiser's answer leaves it open. */
  open: string | undefined;
  answered: Phrase | undefined;
  answerers: readonly Member[];
  /** Who stands at the end, with a stone. */
  by: Member | undefined;
  /** Who put a deed on the board, where that is not who did it. */
  writtenUp: Phrase | undefined;
  role: string | undefined;
  at: Mark | undefined;
  /** How many would say that too, of an ask or an idea. */
  backed: string | undefined;
  cheers: { people: readonly Member[]; said: Phrase } | undefined;
  /** Who keeps it where others find it, and why. */
  kept: Phrase | undefined;
  /** What was answered to an ask, then what was said to a letter. */
  replies: readonly { id: string | undefined; said: Phrase; lang: string | undefined; evidence: Evidence }[];
  /** There is more to tell of it: see `sayRest`. */
  hasRest: boolean;
}

/** What shows that it is so: pictures, each with the host it would come from where that is another's, and links. */
export interface Evidence {
  pictures: readonly { src: string; alt: string; host: string | undefined }[];
  links: readonly Phrase[];
}

type WallLanguage = Language<Words<'wall'>>;

const LARGE = 70;
const MIDDLE = 280;
const NINE_LINES = { wide: 700, narrow: 480 };
/** Code units that surely hold more graphemes than nine lines do: an emoji of a family has eleven. */
const ENOUGH = 12 * NINE_LINES.wide;
const PILE = 3;

/** Finds a member by id; undefined where the person is not public. */
export type FindMember = (id: string) => Member | undefined;

/**
 * Puts a recognition into words. A person who cannot be found is counted as unnamed, never shown as an id. Whose eyes read
 * it is among those named wherever they are among those counted.
 */
export function sayLetter(
  letter: Recognition,
  find: FindMember,
  language: WallLanguage,
  now: Date,
  viewer?: string,
): LetterSaid {
  const { words, format } = language;
  const occasion = known(letter.occasion, occasions, 'thanks');
  const to = findAll(letter.to, find);
  const unnamed = (letter.unnamed ?? 0) + new Set(letter.to).size - to.length;
  const names = list(to, unnamed, language);
  const by = letter.from ? find(letter.from) : undefined;
  const isHeld = isOnItsWay(letter, now);
  const evidence = evidenceOf(isHeld ? {} : letter);
  const form = formOf(letter, occasion, evidence.pictures.length + evidence.links.length > 0);
  const length = letter.text ? lengthOf(letter.text) : 0;
  const day = (at: string | undefined) => (at ? format.day(at, now) : undefined);
  const answerers = findAll(
    letter.answers?.map(({ member }) => member),
    find,
  );
  return {
    id: letter.id,
    form,
    occasion,
    to,
    unnamed,
    salutation: form === 'letter' && !letter.need ? salute(to, unnamed, names, language) : undefined,
    people: peopleOf(letter, form, names, language),
    need: letter.need,
    held: isHeld ? words.onItsWay : undefined,
    evidence,
    text: letter.text,
    lang: letter.lang,
    size: sizeOf(length),
    fold: length > NINE_LINES.wide ? 'always' : length > NINE_LINES.narrow ? 'narrow' : 'never',
    days: form === 'shipped' ? sayDays(letter, language, now) : undefined,
    open: occasion === 'ask' && !isAnswered(letter, find) ? words.stillOpen : undefined,
    answered: answerers.length ? words.answered(list(peersFirst(answerers), 0, language)) : undefined,
    answerers,
    by,
    writtenUp: form === 'board' && by && !to.includes(by) ? words.writtenUpBy({ name: by.name }) : undefined,
    role: letter.role,
    at: day(letter.at),
    backed: letter.backed?.count ? words.backedBy(letter.backed.count) : undefined,
    cheers: sayCheers(letter, find, language, viewer),
    kept: sayKept(letter, find, language),
    replies: [...(letter.answers ?? []), ...(letter.replies ?? [])].map((reply) => {
      const { id, member, text, lang } = reply;
      const author = member ? find(member) : undefined;
      const said = author ? words.replied({ name: author.name }, [text]) : [text];
      return { id, said, lang, evidence: evidenceOf(reply) };
    }),
    hasRest: !!(letter.try ?? letter.measure ?? letter.result ?? letter.heardBy ?? letter.bornFrom),
  };
}

function sayKept({ kept }: Recognition, find: FindMember, { words }: WallLanguage): Phrase | undefined {
  const keeper = kept && find(kept.by);
  return keeper && words.keptBy({ name: keeper.name }, kept.because);
}

function formOf({ text, need }: Recognition, occasion: Occasion, isPictured: boolean): LetterSaid['form'] {
  if (!text && !need && !isPictured) return 'line';
  if (occasion === 'first' || occasion === 'best') return 'board';
  return occasion === 'shipped' ? 'shipped' : 'letter';
}

function peopleOf(letter: Recognition, form: LetterSaid['form'], names: Phrase, { words, format }: WallLanguage) {
  if (!names.length) return undefined;
  if (form === 'line') {
    const labels = letter.labels?.length ? format.list(letter.labels) : undefined;
    return labels ? words.labelled(names, labels) : names;
  }
  if (form === 'shipped') return words.shaped(names);
  if (form === 'board') return names;
  return letter.need ? words.sentence(names) : undefined;
}

function salute(
  to: readonly Member[],
  unnamed: number,
  names: Phrase,
  { words, format }: WallLanguage,
): Phrase | undefined {
  if (!to.length) return unnamed ? [words.toSomeone(unnamed)] : undefined;
  // A letter speaks to people as they are called; only a list of thanks gives names in full.
  return words.salutation(unnamed ? names : format.list(to.map(called)));
}

/** Everyone, in full and in order, and how many more would rather not be named. */
function list(people: readonly Member[], unnamed: number, { words, format }: WallLanguage): Phrase {
  if (!people.length) return unnamed ? [words.someUnnamed(unnamed)] : [];
  return format.list([...people.map(({ name }) => ({ name })), ...(unnamed ? [words.moreUnnamed(unnamed)] : [])]);
}

/** The same letters, of which asks that are still open come first. */
export function openFirst(letters: readonly Recognition[], find: FindMember): Recognition[] {
  const isOpen = (letter: Recognition) => letter.occasion === 'ask' && !isAnswered(letter, find);
  return [...letters].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
}

/** Whether a member answered; one we cannot name is a member as well, an organiser or a bot is none. */
function isAnswered({ answers = [] }: Recognition, find: FindMember): boolean {
  return answers.some(({ member }) => {
    const answerer = member === undefined ? undefined : find(member);
    return !answerer || isPeer(answerer);
  });
}

/** Who cheered: at most three by name, the others counted. Who reads it stands last, where they came to the others. */
export function sayCheers(
  { cheers }: { cheers?: Tally | undefined },
  find: FindMember,
  language: Language<Words>,
  viewer?: string,
): LetterSaid['cheers'] {
  if (!cheers?.count) return undefined;
  const { words } = language;
  const own = isIn(cheers, viewer) ? findAll([viewer], find) : [];
  const others = peersFirst(findAll(cheers.by, find)).filter((person) => !own.includes(person));
  const people = [...others.slice(0, PILE - own.length), ...own];
  const said = people.length
    ? words.cheered(listCalled(people, cheers.count, language))
    : [words.cheeredBy(cheers.count)];
  return { people, said };
}

/** Of an unknown kind it is something to look up. */
function evidenceOf({ evidence = [] }: Pick<Recognition, 'evidence'>): Evidence {
  return {
    pictures: evidence.flatMap(({ kind, src, alt = '' }) => {
      const picture = kind === 'image' ? safePicture(src) : undefined;
      return picture ? [{ src: picture, alt, host: hostOf(picture) }] : [];
    }),
    links: evidence.flatMap(({ kind, src, alt }): Phrase[] => {
      const href = kind === 'image' ? undefined : safeUrl(src);
      const host = href && hostOf(href);
      return href
        ? [[{ link: alt?.trim() || host || src, href }, ...(alt?.trim() && host ? [' (', { name: host }, ')'] : [])]]
        : [];
    }),
  };
}

/**
 * Whether what a letter is about was not delivered yet. Where nobody says that it was asked for, nobody waits for it; an
 * ask is open instead.
 */
export function isOnItsWay(letter: Recognition, now: Date): boolean {
  const { occasion, need, askedAt, deliveredAt, shippedAt } = letter;
  if (occasion === 'ask') return false;
  const arrived = deliveredAt ?? shippedAt;
  return arrived ? Date.parse(arrived) > now.getTime() : !!need && !!askedAt;
}

/** How large words of this length are set. */
export function sizeOf(length: number): LetterSaid['size'] {
  return length <= LARGE ? 'large' : length <= MIDDLE ? 'middle' : 'body';
}

/** Graphemes, where those that are a whole em wide count twice. */
export function lengthOf(text: string): number {
  const begun = text.slice(0, ENOUGH);
  const wide = begun.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  return countGraphemes(begun) + (wide?.length ?? 0);
}

/** What shipped before it was asked for has dates that tell nothing. */
function sayDays(
  { askedAt = '', shippedAt = '' }: Recognition,
  { words, format }: WallLanguage,
  now: Date,
): LetterSaid['days'] {
  const asked = format.day(askedAt, now);
  const here = format.day(shippedAt, now);
  const took = format.days(askedAt, shippedAt) ?? -1;
  if (!asked || !here || took < 0) return undefined;
  return { asked: words.asked(asked), here: words.shipped(here), took: words.took(took) };
}

type Ids = readonly (string | undefined)[];

/** Those of them who are public, each once. */
function findAll(ids: Ids | undefined, find: FindMember): Member[] {
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (find(id) ?? [])));
}
