import { sixRoles, type CommunityDocument, type Member, type Recognition } from '@kith/core';
import type { Editor, Form, Wanted } from '@kith/embed/snippet';
import type { Widget } from '@kith/embed/static';
import { changed, isUnnamed } from './kept-letter.js';
import { admit } from './members.js';
import { findsNames, fold, type Span } from './names.js';
import { faultOfPart } from './reachable.js';

/** What they who helped said to standing there with their name. */
export const consents = ['yes', 'ask', 'off'] as const;
export type Consent = (typeof consents)[number];

export const languages = ['en', 'ar'] as const;

/**
 * Whose people they are: of the one letter that is written here, which may have stood somewhere before; of what somebody
 * brought; or at an address, with what somebody brought of it.
 */
export type People =
  | { kind: 'letter'; before?: CommunityDocument }
  | { kind: 'document'; document: CommunityDocument }
  | { kind: 'link'; src: string; provider?: string; seen?: CommunityDocument };

/** What somebody makes here: all that a snippet follows from, and nothing of how it is looked at. */
export interface Making {
  widget: Widget;
  /** Who helped, what they did, and who says so, as written. */
  to: string;
  did: string;
  from: string;
  /** What they said; undefined until that is known. */
  consent: Consent | undefined;
  /** The letter of which somebody said that its words only look like the name, as `lookOf` has it; '' for none. */
  lookedAt: string;
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
  lookedAt: '',
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
  if ((!to.trim() && !isUnnamed({ people })) || !did.trim()) return 'letter';
  return consent ? 'place' : 'consent';
}

/**
 * The letter as a community document. A name stands in it only with a yes; `isDraft` shows whom it is to before that is
 * known, to who writes it and nobody else.
 */
export function letterOf({ to, did, from, consent, people }: Making, isDraft = false): CommunityDocument {
  const [name, text] = [to, did].map((words) => words.trim());
  if (!name && !text) return { kith: 1 };
  const isNamed = Boolean(name) && (consent === 'yes' || (isDraft && !consent));
  // Who is off is off as a writer too.
  const isOff = !isNamed && (fold(from) === fold(to) || findsNames([to])(from).length > 0);
  const writer = isOff ? '' : from.trim();
  if (people.kind === 'letter' && people.before) return changed(people.before, { to, did, from: writer }, isNamed);
  const members: Member[] = [];
  const letter: Recognition = { id: 'letter' };
  if (isNamed && name) letter.to = [admit(members, name)];
  else if (name) letter.unnamed = 1;
  if (text) letter.text = text;
  if (writer) letter.from = admit(members, writer);
  return { kith: 1, members, recognitions: [letter] };
}

/** A letter as somebody looked at it: whom it is to, and its words. */
export const lookOf = ({ to, did }: Making): string => `${to}\n${did}`;

/**
 * Where the words of a letter that is to stand without a name still say it; undefined where they do not. Such a letter
 * is not copied.
 */
export function nameLeftIn(making: Making): Span | undefined {
  const { to, did, consent, people, lookedAt } = making;
  if (people.kind !== 'letter' || !consent || consent === 'yes' || lookedAt === lookOf(making)) return undefined;
  return findsNames([to])(did)[0];
}

/** The tag's own attributes, without a choice of somebody who is not named. */
export function attributesOf(making: Making): Making['attributes'] {
  const { member, ...others } = making.attributes;
  const isHere =
    member === undefined ||
    making.people.kind === 'link' ||
    documentOf(making)?.members?.some(({ id }) => id === member);
  return isHere ? making.attributes : others;
}

/** The document that a snippet of this making holds; undefined where its people are at an address nobody looked at. */
export function documentOf(making: Making): CommunityDocument | undefined {
  const { people } = making;
  if (people.kind === 'link') return people.seen;
  return people.kind === 'document' ? people.document : letterOf(making);
}

/** Whether visitors can take part as was chosen: there is an address to do it at. */
export function canTakePart({ part }: Making): boolean {
  if (part === 'show') return true;
  return Boolean('mail' in part ? part.mail : part.server) && !faultOfPart(part);
}

/** What a snippet is to show. */
export function wantedOf(making: Making): Wanted {
  const { widget, people, accent, part, locale } = making;
  return {
    widget,
    // Who may not be named is nobody's to choose either.
    attributes: attributesOf(making),
    people: whoseOf(people, documentOf(making)),
    part: canTakePart(making) ? part : 'show',
    locale,
    ...(accent && { accent }),
  };
}

function whoseOf(people: People, document: CommunityDocument = { kith: 1 }): Wanted['people'] {
  if (people.kind !== 'link') return { document };
  const { kind: _, ...link } = people;
  return link;
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
  switch (
    making.people.kind === 'link' && !making.people.seen && !(widget === 'purpose-banner' && statement?.trim())
      ? 'link'
      : widget
  ) {
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
