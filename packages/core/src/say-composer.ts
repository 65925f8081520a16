import type { Member } from './document.js';
import { countGraphemes } from './graphemes.js';
import { isGeneral, namesPrice } from './hints.js';
import { safePicture } from './links.js';
import { called } from './peers.js';
import { isSentence, type Phrase } from './phrase.js';
import type { Detail } from './rules/intent.js';
import { lengthOf, sizeOf, type FindMember, type LetterSaid } from './say-letter.js';
import type { Language, Words } from './strings.js';
import { known, toAll, written, type Written } from './words.js';

type Letter = Detail<'recognize'>;

/** What somebody has written of a letter so far. */
export interface Draft extends Omit<Letter, 'role'> {
  role?: string | undefined;
  /** What changed because of it: the letter's last line. */
  changed: string;
  /** Where it can be seen, as it was typed. */
  link: string;
}

/** What the composer says of a draft. */
export interface DraftSaid {
  /** Whether it is to somebody, who reads it first. */
  isToPeople: boolean;
  asks: { text: string; changed: string | undefined };
  /** How the letter begins, with one name for each person it is to; undefined while it is to nobody. */
  salutation: Phrase | undefined;
  /** How large its words are set, as they will stand. */
  size: LetterSaid['size'];
  /** Graphemes too many. */
  over: number;
  /** How many there is room for, where that comes to an end. */
  left: string | undefined;
  /** Advice, which nobody has to take. */
  hints: readonly string[];
  /** What keeps it from being sent. */
  wants: 'to' | 'text' | 'evidence' | undefined;
  submit: Phrase;
  /** Who will read it. */
  note: Phrase | undefined;
}

/** Limits of a letter, in graphemes and people; what takes it has the same. */
const LONGEST = 1000;
const MOST = 50;
/** Graphemes left of which it is told how many. */
const FEW = 100;

/** A letter nobody has written yet, with what is known of it. */
export function emptyDraft(given: Partial<Letter> = {}): Draft {
  return { occasion: 'thanks', to: [], text: '', changed: '', link: '', ...given };
}

/** Whether nothing was written in it. */
export function isEmptyDraft({ text, changed, link }: Draft): boolean {
  return !`${text}${changed}${link}`.trim();
}

/** A letter that was written before, to be changed. */
export function draftOf({ evidence = [], ...letter }: Letter): Draft {
  const link = evidence.find(({ kind, src }) => kind === 'link' && secureUrl(src));
  return { ...emptyDraft(letter), link: link?.src ?? '', evidence: evidence.filter((each) => each !== link) };
}

/** The draft as it is sent. */
export function letterOf({ text, changed, link, role, evidence = [], ...draft }: Draft): Letter {
  const src = secureUrl(link);
  const all = src ? [...evidence, { kind: 'link' as const, src }] : evidence;
  return { ...draft, text: whole({ text, changed }), ...(role && { role }), ...(all.length && { evidence: all }) };
}

/** A line of its own: a sentence after one that does not end as sentences do would run into it. */
function whole({ text, changed }: Pick<Draft, 'text' | 'changed'>): string {
  return `${text.trim()}\n${changed.trim()}`.trim();
}

/** Puts a draft into words. Who pauses reads also what may be said only of a finished sentence. */
export function sayDraft(
  draft: Draft,
  find: FindMember,
  isPausing: boolean,
  { words, format }: Language<Words<'wall' | 'composerActs'>>,
): DraftSaid {
  const occasion = known<Written>(draft.occasion, written, 'thanks');
  const isToPeople = !toAll.includes(occasion);
  const { to } = draft;
  const text = whole(draft);
  const left = LONGEST - countGraphemes(text);
  const over = Math.max(0, -left);
  const names = format.list(to.map((id) => calledIn(find(id)) ?? { name: words.somebody }));
  const { asks, changed } = prompts[occasion];
  return {
    isToPeople,
    asks: { text: words[asks], changed: changed && words[changed] },
    salutation: to.length ? words.salutation(names) : undefined,
    size: sizeOf(lengthOf(text)),
    over,
    left: left >= 0 && left <= FEW ? words.charactersLeft(left) : undefined,
    hints: occasion === 'thanks' ? hints(text, to.map(find), isPausing).map((hint) => words[hint]) : [],
    wants: wantsOf(draft, isToPeople, over),
    submit: !isToPeople ? [words.addIt] : to.length ? words.sendTo(names) : [words.sendIt],
    note: !isToPeople ? [words.standsAtOnce] : to.length ? words.readsFirst(names, to.length) : undefined,
  };
}

const prompts = {
  thanks: { asks: 'whatDid', changed: 'whatChanged' },
  welcome: { asks: 'whatToKnow', changed: undefined },
  ask: { asks: 'askForHand', changed: undefined },
  idea: { asks: 'whatTry', changed: 'whatWould' },
  story: { asks: 'whatHappened', changed: 'whatChanged' },
} as const;

function wantsOf({ to, text, link }: Draft, isToPeople: boolean, over: number): DraftSaid['wants'] {
  if (isToPeople && (!to.length || to.length > MOST)) return 'to';
  if (!text.trim() || over) return 'text';
  return link.trim() && !secureUrl(link) ? 'evidence' : undefined;
}

function calledIn(member: Member | undefined) {
  return member && called(member);
}

function hints(text: string, people: readonly (Member | undefined)[], isPausing: boolean): ('noPrice' | 'oneThing')[] {
  const names = people.flatMap((person) => [person?.name ?? '', person?.called ?? '']);
  const isThought = isPausing || isSentence(text);
  return [
    ...(namesPrice(text) ? (['noPrice'] as const) : []),
    ...(isThought && isGeneral(text, names) ? (['oneThing'] as const) : []),
  ];
}

/** The URL if it is one whose way nobody reads along (https), else undefined; "tools.example/61" becomes one. */
export function secureUrl(text: string): string | undefined {
  const written = text.trim();
  const url = safePicture(/^[^\s/:?#@]+\.[^\s/:?#@]+([/?#]|$)/.test(written) ? `https://${written}` : written);
  return url?.startsWith('https:') ? url : undefined;
}
