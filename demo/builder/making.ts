import { sixRoles, type CommunityDocument, type Member, type Recognition } from '@kith/core';
import type { Editor, Form, Wanted } from '@kith/embed/snippet';
import type { Widget } from '@kith/embed/static';
import { faultOfPart } from './reachable.js';

/** What they who helped said to standing there with their name. */
export const consents = ['yes', 'ask', 'off'] as const;
export type Consent = (typeof consents)[number];

export const languages = ['en', 'ar'] as const;

/** Whose people they are: of the one letter that is written here, of what somebody brought, or at an address. */
export type People =
  { kind: 'letter' } | { kind: 'document'; document: CommunityDocument } | { kind: 'link'; src: string };

/** What somebody makes here: all that a snippet follows from, and nothing of how it is looked at. */
export interface Making {
  widget: Widget;
  /** Who helped, what they did, and who says so, as written. */
  to: string;
  did: string;
  from: string;
  /** What they said; undefined until that is known. */
  consent: Consent | undefined;
  /** A color as CSS writes it; '' for the page's own. */
  accent: string;
  place: Editor['id'] | undefined;
  /** Whether that place has what its steps look for; undefined until somebody looked. */
  sees: boolean | undefined;
  /** The form chosen by hand, where it is not the place's own. */
  form: Form | undefined;
  locale: (typeof languages)[number];
  /** The tag's own attributes, without those at their default. */
  attributes: Readonly<Record<string, string>>;
  people: People;
  part: 'show' | { mail: string } | { server: string };
  /** Where Kith's code lies; '' for beside this page. */
  base: string;
}

/** An empty page. */
export const nothing: Making = {
  widget: 'recognition-wall',
  to: '',
  did: '',
  from: '',
  consent: undefined,
  accent: '',
  place: undefined,
  sees: undefined,
  form: undefined,
  locale: 'en',
  attributes: {},
  people: { kind: 'letter' },
  part: 'show',
  base: '',
};

/** Where somebody stands in the first minute: how many of its questions can be asked. */
export function asked({ to, did, consent, people }: Making): 'letter' | 'consent' | 'place' {
  if (people.kind !== 'letter') return 'place';
  if (!to.trim() || !did.trim()) return 'letter';
  return consent ? 'place' : 'consent';
}

/**
 * The letter as a community document. A name stands in it only with a yes; `isDraft` shows whom it is to before that is
 * known, to who writes it and nobody else.
 */
export function letterOf({ to, did, from, consent }: Making, isDraft = false): CommunityDocument {
  const [name, text, writer] = [to, did, from].map((words) => words.trim());
  if (!name && !text) return { kith: 1 };
  const isNamed = Boolean(name) && (consent === 'yes' || (isDraft && !consent));
  const members: Member[] = [];
  const letter: Recognition = { id: 'letter' };
  if (isNamed && name) letter.to = [admit(members, name)];
  else if (name) letter.unnamed = 1;
  if (text) letter.text = text;
  if (writer) letter.from = admit(members, writer);
  return { kith: 1, members, recognitions: [letter] };
}

/** Puts somebody among the members, unless they are; gives their id. */
export function admit(members: Member[], name: string): string {
  const folded = fold(name);
  const before = members.find((member) => fold(member.name) === folded);
  if (before) return before.id;
  const wanted = idOf(name);
  let id = wanted;
  for (let n = 2; members.some((member) => member.id === id); n++) id = `${wanted}-${n}`;
  members.push({ id, name });
  return id;
}

/** One name however it was typed. */
export const fold = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const idOf = (name: string): string =>
  [...fold(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '') || 'somebody';

/** Whether a letter that is to stand without a name still says it. */
export function saysName({ to, did, consent }: Making): boolean {
  return Boolean(consent) && consent !== 'yes' && namesSaidIn(did)(to);
}

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
/** Scripts that put no space between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;

/** Tells of names whether a text says one, or a part of it. */
export function namesSaidIn(text: string): (name: string) => boolean {
  const folded = fold(text);
  const words = new Set(wordsOf(text));
  return (name) =>
    wordsOf(name).some((part) => (unspaced.test(part) ? folded.includes(part) : part.length > 1 && words.has(part)));
}

/** The document that a snippet of this making holds; undefined where its people are at an address. */
export function documentOf(making: Making): CommunityDocument | undefined {
  const { people } = making;
  if (people.kind === 'link') return undefined;
  return people.kind === 'document' ? people.document : letterOf(making);
}

/** Whether visitors can take part as was chosen: there is an address to do it at. */
export function canTakePart({ part }: Making): boolean {
  if (part === 'show') return true;
  return Boolean('mail' in part ? part.mail : part.server) && !faultOfPart(part);
}

/** What a snippet is to show; `seen` is what was found at the address of its people, where that was looked at. */
export function wantedOf(making: Making, seen?: CommunityDocument): Wanted {
  const { widget, attributes, people, accent, part, locale } = making;
  const document = documentOf(making);
  const { member, ...others } = attributes;
  // Who may not be named is nobody's to choose either.
  const isHere = !document || document.members?.some(({ id }) => id === member);
  return {
    widget,
    attributes: isHere ? attributes : others,
    people: document ? { document } : { src: people.kind === 'link' ? people.src : '', ...(seen && { seen }) },
    part: canTakePart(making) ? part : 'show',
    locale,
    ...(accent && { accent }),
  };
}

/** Whether a making can have a form: a frame is of a page that somebody keeps, and here only a server does. */
export function canHave(form: Form, making: Making): boolean {
  return form !== 'frame' || (making.part !== 'show' && 'server' in making.part && canTakePart(making));
}

/** What it was to be made of: as chosen by hand, else what works where it will stand. */
function wishedForm(making: Making, editors: readonly Editor[]): Form {
  const { form, place, sees } = making;
  if (form && canHave(form, making)) return form;
  const editor = editors.find(({ id }) => id === place);
  if (!editor) return 'tag';
  return sees === false && editor.unless ? editor.unless.form : editor.form;
}

/** What it is made of: as was wished, or its words where that is a picture and there is none of it. */
export function formOf(making: Making, editors: readonly Editor[]): Form {
  const form = wishedForm(making, editors);
  return form === 'picture' && whyNoPicture(making) ? 'static' : form;
}

/** In a sentence, why it is no picture though it was to be one; '' where it is, or was not. */
export function lacksPicture(making: Making, editors: readonly Editor[]): string {
  return wishedForm(making, editors) === 'picture' ? whyNoPicture(making) : '';
}

function whyNoPicture(making: Making): string {
  const { widget, attributes } = making;
  const { purpose, members = [], ladders = [] } = documentOf(making) ?? {};
  const { statement, member, ladder } = attributes;
  switch (making.people.kind === 'link' && !(widget === 'purpose-banner' && statement?.trim()) ? 'link' : widget) {
    case 'link':
      return 'Its people are at an address that isn’t asked from here, so there is no picture: a link to them is copied. For a picture, paste the people themselves under More.';
    case 'purpose-banner':
      return statement?.trim() || purpose
        ? ''
        : 'No purpose is stated yet, so there is no picture: its words are copied.';
    case 'role-badge':
      return members.some(({ id }) => id === member)
        ? ''
        : 'A picture of roles is of one person, and nobody is chosen under More: its words are copied.';
    case 'progression-ladder':
      return ladders.some(({ id }) => !ladder || id === ladder)
        ? ''
        : 'There is no such ladder among these people, so there is no picture: its words are copied.';
    case 'peer-intro':
      return 'Whom to meet is another for each who reads, so there is no picture: its words are copied.';
    case 'recognition-wall':
      return '';
  }
}

/** What is asked of a place, where its answer changes something. */
export function questionOf(making: Making, editors: readonly Editor[]): string | undefined {
  const editor = editors.find(({ id }) => id === making.place);
  // Who has no picture need not say whether one could be added.
  return editor?.form === 'picture' && whyNoPicture(making) ? undefined : editor?.unless?.question;
}

/** Where to go in a place and what to press, for what is copied there. */
export function stepsOf(making: Making, editors: readonly Editor[]): readonly string[] {
  const editor = editors.find(({ id }) => id === making.place);
  if (!editor) return [];
  const { unless, steps } = editor;
  const isOther = making.sees === false || (editor.form === 'picture' && formOf(making, editors) !== 'picture');
  return unless && isOther ? unless.steps : steps;
}

/** What can be copied: what was asked is known. */
export function isMade(making: Making, editors: readonly Editor[]): boolean {
  const isPlaced = editors.some(({ id }) => id === making.place);
  return asked(making) === 'place' && isPlaced && (!questionOf(making, editors) || making.sees !== undefined);
}

/** What there is to show of a kind: people to point at by name instead of by id. */
export function namedIn({ members = [], roles, ladders = [] }: CommunityDocument) {
  return {
    members: members.map(({ id, name }) => ({ id, name })),
    roles: (roles?.length ? roles : sixRoles).map(({ id, name }) => ({ id, name })),
    ladders: ladders.map(({ id, name }) => ({ id, name })),
  };
}
