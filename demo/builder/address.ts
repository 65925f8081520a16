import { readAsIs, type CommunityDocument } from '@kith/core';
import { editors, forms } from '@kith/embed/snippet';
import { widgets } from '@kith/embed/static';
import { attributesOf, consents, languages, nothing, type Making } from './making.js';

/**
 * A making as the part of an address after `#`, which is never sent: `#v1&to=Ada&did=…`. What is as it is in the
 * beginning is left out, so that an empty page has an empty one. Addresses are passed on and kept in bookmarks: what
 * nobody said yes to is in none of them, but stays with the tab.
 */

const VERSION = 'v1';
/** Longer addresses are cut by programs that pass them on. What is longer stays with the tab. */
export const LONGEST = 8000;

/** What an address leaves to the tab it was made in, for its `history.state`. */
export type Kept = Partial<Pick<Making, 'to' | 'did' | 'from' | 'lookedAt' | 'attributes' | 'people' | 'base'>>;

/** What an address says, and which of its parts could not be read. */
export interface Found {
  making: Making;
  /** Parts as they stand in the address. */
  aside: string[];
  /** It spoke of a letter, or of people, that stayed with another tab. */
  lacks: 'letter' | 'people' | undefined;
  /** Where it would have Kith loaded from; '' for nowhere. That is nobody's to say in a link. */
  base: string;
}

export class Unreadable extends Error {}

/** The document that a making carries with it: its people, a letter as it was before, or what was brought of a link. */
function carriedBy({ people }: Making): CommunityDocument | undefined {
  return people.kind === 'document' ? people.document : people.kind === 'link' ? people.seen : people.before;
}

/** Whether what a making carries fits into an address. */
export function peopleFit(making: Making): boolean {
  return fits(carriedBy(making));
}

/** Whether a document fits into an address. */
export const fits = (document: CommunityDocument | undefined): boolean =>
  !document || encodeURIComponent(JSON.stringify(document)).length <= LONGEST;

/** Whether the letter may be told: they said yes. */
const isSaid = ({ consent }: Making): boolean => consent === 'yes';

/** Whether a making's people may stand in an address: those who were brought stand by name, a letter with a yes. */
const mayTell = (making: Making): boolean => making.people.kind !== 'letter' || isSaid(making);

/** What of a making stays with the tab: words and names without a yes, people who do not fit, and whose code is run. */
export function keptOf(making: Making): Kept | undefined {
  const { to, did, from, lookedAt, attributes, people, base } = making;
  const kept: Kept = {
    ...(!isSaid(making) && (to || did || from) && { to, did, from }),
    ...(attributesOf(making) !== attributes && { attributes }),
    ...(lookedAt && { lookedAt }),
    ...(carriedBy(making) && !(mayTell(making) && peopleFit(making)) && { people }),
    ...(base && { base }),
  };
  return Object.keys(kept).length ? kept : undefined;
}

/** The part of an address after `#`, without it; '' for an empty page. */
export function addressOf(making: Making): string {
  const { widget, consent, accent, place, sees, form, locale, people, part } = making;
  const { to, did, from } = isSaid(making) ? making : nothing;
  const said = new URLSearchParams();
  const say = (key: string, value: string | undefined, usual = '') => {
    if (value !== undefined && value !== usual) said.append(key, value);
  };
  say('to', to);
  say('did', did);
  say('from', from);
  say('yes', consent);
  say('color', accent);
  say('in', place);
  say('sees', sees === undefined ? undefined : sees ? 'yes' : 'no');
  say('widget', widget, nothing.widget);
  say('form', form);
  say('lang', locale, nothing.locale);
  if (typeof part === 'object') for (const [how, where] of Object.entries(part)) said.append(how, where as string);
  if (people.kind === 'link') {
    said.append('src', people.src);
    say('provider', people.provider);
  }
  const carried = carriedBy(making);
  if (carried && mayTell(making))
    said.append(people.kind === 'letter' ? 'letter' : 'people', fits(carried) ? JSON.stringify(carried) : '');
  for (const [name, value] of Object.entries(attributesOf(making))) said.append(`a.${name}`, value);
  const text = said.toString();
  return text && `${VERSION}&${text}`;
}

/**
 * Reads the part of an address after `#`, and what the tab has `kept` beside it. Throws `Unreadable` where it is of
 * another kind, with the reason.
 */
export function readAddress(hash: string, kept: Kept = {}): Found {
  const text = hash.replace(/^#/, '');
  if (!text) return { making: { ...nothing, ...kept }, aside: [], lacks: undefined, base: '' };
  const [, version, rest] = /^(v\d+)(?:&|$)([^]*)$/.exec(text) ?? [];
  if (version === undefined) throw new Unreadable('This address holds nothing that was made here.');
  if (version !== VERSION) throw new Unreadable('This address was made by a later builder than this one.');
  const aside: string[] = [];
  let making = nothing;
  let lacksPeople = false;
  let base = '';
  for (const [key, value] of new URLSearchParams(rest)) {
    if ((key === 'people' || key === 'letter') && !value) {
      lacksPeople = true;
      continue;
    }
    if (key === 'base') {
      base = value;
      continue;
    }
    const read = key.startsWith('a.')
      ? attribute(key.slice(2), value, making)
      : Object.hasOwn(parts, key)
        ? parts[key]?.(value, making)
        : undefined;
    if (read) making = { ...making, ...read };
    else aside.push(`${key}=${value}`);
  }
  making = { ...making, ...kept };
  const { consent, to, did } = making;
  const lacksLetter = making.people.kind === 'letter' && consent && !isSaid(making) && !to && !did;
  const lacks = lacksPeople && !kept.people ? 'people' : lacksLetter ? 'letter' : undefined;
  return { making, aside, lacks, base };
}

type Part = Partial<Making> | undefined;

const oneOf =
  <const T extends string>(choices: readonly T[], read: (choice: T) => Part) =>
  (value: string): Part => {
    const choice = choices.find((each) => each === value);
    return choice === undefined ? undefined : read(choice);
  };

/** What each key means. */
const parts: Record<string, (value: string, making: Making) => Part> = {
  to: (to) => ({ to }),
  did: (did) => ({ did }),
  from: (from) => ({ from }),
  yes: oneOf(consents, (consent) => ({ consent })),
  color: (accent) => ({ accent }),
  in: oneOf(
    editors.map(({ id }) => id),
    (place) => ({ place }),
  ),
  sees: oneOf(['yes', 'no'], (sees) => ({ sees: sees === 'yes' })),
  widget: oneOf(widgets, (widget) => ({ widget })),
  form: oneOf(forms, (form) => ({ form })),
  lang: oneOf(languages, (locale) => ({ locale })),
  mail: (mail) => ({ part: { mail } }),
  server: (server) => ({ part: { server } }),
  src: (src) => (src ? { people: { kind: 'link', src } } : undefined),
  provider: (provider, { people }) => (people.kind === 'link' ? { people: { ...people, provider } } : undefined),
  people(text, making) {
    const document = documentIn(text);
    return document && carrying(making, document);
  },
  letter(text) {
    const before = documentIn(text);
    return before && { people: { kind: 'letter', before } };
  },
};

/** What there is to a making with a document that it speaks of. */
function carrying({ people }: Making, document: CommunityDocument): Part {
  return { people: people.kind === 'link' ? { ...people, seen: document } : { kind: 'document', document } };
}

function documentIn(text: string): CommunityDocument | undefined {
  try {
    return readAsIs(JSON.parse(text)) as CommunityDocument | undefined;
  } catch {
    return undefined;
  }
}

function attribute(name: string, value: string, { attributes }: Making): Part {
  return /^[a-z][a-z-]*$/.test(name) ? { attributes: { ...attributes, [name]: value } } : undefined;
}
