import { wantedIn, type Found, type Wanted } from '@kith/embed/snippet';
import { fits } from './address.js';
import { askedOf } from './kept-letter.js';
import { languages, nothing, type Making } from './making.js';
import { isolated } from './questions.js';
import { faultOfBase } from './reachable.js';

/** What an old snippet says, and what of it could not be kept. */
export interface Old {
  making: Making;
  notes: string[];
}

interface Policy {
  createHTML(text: string): string;
}
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
/** What is parsed by it is only looked at: nothing of it runs, is fetched or put into this page. */
const policy = trustedTypes?.createPolicy('kith-builder', { createHTML: (text) => text });
/** Reads HTML into a document of its own. */
export const parse = (text: string): Document =>
  new DOMParser().parseFromString((policy?.createHTML(text) ?? text) as string, 'text/html');

/** Reads what was pasted into a page before. Rejects with an `Error` that says why where it is nothing of Kith's. */
export async function readOld(text: string): Promise<Old> {
  return oldOf(await wantedIn(text, { parse }), new URL('kith/', document.baseURI).href);
}

/** What is made here of what a snippet wants. `beside`: where code lies that stands with this page. */
export function oldOf({ wanted, isFrame, base, notes }: Found, beside?: string): Old {
  const { widget, attributes, accent, part, people, locale } = wanted;
  // A snippet may have been made by anybody.
  const receiver = typeof part === 'object' ? Object.values(part).join('') : '';
  const isElsewhere = base !== undefined && !faultOfBase(base) && !(beside && base.startsWith(beside));
  const language = languages.find((each) => locale.toLowerCase().startsWith(each));
  return {
    making: {
      ...nothing,
      ...{ widget, attributes, part },
      ...(accent && { accent }),
      ...(base && { base }),
      ...(language && { locale: language }),
      ...(isFrame && { form: 'frame' }),
      ...peopleOf(people, widget),
    },
    notes: [
      ...notes,
      isElsewhere
        ? `By it Kith is loaded from ${isolated(base)}: who trusts that leaves it so, else it is changed at “Where Kith’s code lies”.`
        : '',
      receiver ? `By it, what visitors write goes to ${isolated(receiver)}.` : '',
      language ? '' : `Kith has no words in “${locale}”: it says them in English.`,
    ].filter(Boolean),
  };
}

function peopleOf(people: Wanted['people'], widget: Wanted['widget']): Partial<Making> {
  if ('src' in people) return { people: { kind: 'link', ...people } };
  const { document } = people;
  // One plain letter goes back to the questions it came from, and keeps what they do not ask.
  const asked = widget === 'recognition-wall' && fits(document) ? askedOf(document) : undefined;
  return asked
    ? { ...asked, people: { kind: 'letter', before: document } }
    : { people: { kind: 'document', document } };
}
