import { readAsIs, type CommunityDocument } from '@kith/core';
import { forms } from '@kith/embed/snippet';
import { widgets } from '@kith/embed/static';
import { consents, languages, nothing, type Making } from './making.js';

/**
 * A making as the part of an address after `#`, which is never sent: `#v1&to=Ada&did=…`. What is as it is in the
 * beginning is left out, so that an empty page has an empty one.
 */

const VERSION = 'v1';
/** Longer addresses are cut by programs that pass them on. What is longer stays with the tab. */
export const LONGEST = 8000;

export const places = ['wordpress', 'squarespace', 'wix', 'ghost', 'readme', 'html'] as const;

/** What an address says, and which of its parts could not be read. */
export interface Found {
  making: Making;
  /** Parts as they stand in the address. */
  aside: string[];
  /** It spoke of people who stayed with the tab. */
  lacksPeople: boolean;
}

export class Unreadable extends Error {}

/** Whether a making's people fit into an address. */
export function peopleFit({ people }: Making): boolean {
  return people.kind !== 'document' || encodeURIComponent(JSON.stringify(people.document)).length <= LONGEST;
}

/** The part of an address after `#`, without it; '' for an empty page. */
export function addressOf(making: Making): string {
  const { widget, to, did, from, consent, accent, place, sees, form, locale, attributes, people, part, base } = making;
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
  say('base', base);
  if (people.kind === 'link') said.append('src', people.src);
  if (people.kind === 'document') said.append('people', peopleFit(making) ? JSON.stringify(people.document) : '');
  for (const [name, value] of Object.entries(attributes)) said.append(`a.${name}`, value);
  const text = said.toString();
  return text && `${VERSION}&${text}`;
}

/** Reads the part of an address after `#`. Throws `Unreadable` where it is of another kind, with the reason. */
export function readAddress(hash: string): Found {
  const text = hash.replace(/^#/, '');
  if (!text) return { making: nothing, aside: [], lacksPeople: false };
  const [, version, rest] = /^(v\d+)(?:&|$)([^]*)$/.exec(text) ?? [];
  if (version === undefined) throw new Unreadable('This address holds nothing that was made here.');
  if (version !== VERSION) throw new Unreadable('This address was made by a later builder than this one.');
  const aside: string[] = [];
  let making = nothing;
  let lacksPeople = false;
  for (const [key, value] of new URLSearchParams(rest)) {
    if (key === 'people' && !value) {
      lacksPeople = true;
      continue;
    }
    const read = key.startsWith('a.')
      ? attribute(key.slice(2), value, making)
      : Object.hasOwn(parts, key)
        ? parts[key]?.(value)
        : undefined;
    if (read) making = { ...making, ...read };
    else aside.push(`${key}=${value}`);
  }
  return { making, aside, lacksPeople };
}

type Part = Partial<Making> | undefined;

const oneOf =
  <const T extends string>(choices: readonly T[], read: (choice: T) => Part) =>
  (value: string): Part => {
    const choice = choices.find((each) => each === value);
    return choice === undefined ? undefined : read(choice);
  };

/** What each key means. */
const parts: Record<string, (value: string) => Part> = {
  to: (to) => ({ to }),
  did: (did) => ({ did }),
  from: (from) => ({ from }),
  yes: oneOf(consents, (consent) => ({ consent })),
  color: (accent) => ({ accent }),
  in: oneOf(places, (place) => ({ place })),
  sees: oneOf(['yes', 'no'], (sees) => ({ sees: sees === 'yes' })),
  widget: oneOf(widgets, (widget) => ({ widget })),
  form: oneOf(forms, (form) => ({ form })),
  lang: oneOf(languages, (locale) => ({ locale })),
  mail: (mail) => ({ part: { mail } }),
  server: (server) => ({ part: { server } }),
  base: (base) => ({ base }),
  src: (src) => (src ? { people: { kind: 'link', src } } : undefined),
  people(text) {
    const document = documentIn(text);
    return document && { people: { kind: 'document', document } };
  },
};

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
