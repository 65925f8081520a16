import { createStore, type CommunityDocument, type Provider } from '@kith/core';
import { json } from '@kith/providers/json';
import { asked, documentOf, letterOf, type Making } from './making.js';

/** How it is looked at; nothing of it goes into a snippet. */
export interface Looking {
  /** Pixels; undefined for as wide as there is room. */
  width: 320 | 768 | 1280 | undefined;
  ground: 'light' | 'dark' | undefined;
  direction: 'ltr' | 'rtl';
}

/** Which way each language that Kith speaks is read. */
const directions: Record<Making['locale'], 'ltr' | 'rtl'> = { en: 'ltr', ar: 'rtl' };

export const widths = [320, 768, 1280] as const;

const the = (id: string) => document.getElementById(id) as HTMLElement;

/** What the drawn page shows: the people of the making, or of somebody else where it has none of its own to look at. */
export function peopleShown(making: Making, sample: CommunityDocument | undefined): CommunityDocument {
  // Nobody else’s people stand for those who are elsewhere.
  if (making.people.kind === 'link') return making.people.seen ?? { kith: 1 };
  const own = asked(making) === 'place' ? documentOf(making) : letterOf(making, true);
  return sample && !hasSomething(making, own) ? sample : (own ?? { kith: 1 });
}

/** Whether a document has what its widget shows. */
export function hasSomething({ widget, attributes }: Making, document: CommunityDocument | undefined): boolean {
  const { members = [], recognitions = [], ladders = [], purpose } = document ?? {};
  switch (widget) {
    case 'recognition-wall':
      return recognitions.length > 0 || document !== undefined;
    case 'purpose-banner':
      return Boolean(attributes['statement'] ?? purpose);
    case 'role-badge':
      return Boolean(attributes['name']) || members.some(({ roles = [] }) => roles.length > 0);
    case 'progression-ladder':
      return ladders.length > 0;
    case 'peer-intro':
      return members.filter(({ offers, asks }) => offers?.length || asks?.length).length > 1;
  }
}

/** Shows a making in the drawn page. */
export class Mock {
  #shown = '';
  #read = '';

  /** `providerOf` gives what receives wishes, where visitors take part. */
  show(
    making: Making,
    looking: Looking,
    people: CommunityDocument,
    providerOf: (document: CommunityDocument) => Provider = (document) =>
      json({ document }, { report: () => undefined }),
  ): void {
    const page = the('page');
    page.dir = looking.direction;
    if (looking.ground) page.dataset['ground'] = looking.ground;
    else delete page.dataset['ground'];
    page.style.setProperty('--kith-accent', making.accent);
    page.dataset['consent'] = making.consent ?? 'open';
    this.fit(looking.width);
    const { widget, attributes, locale, part } = making;
    // What an element reads once of its page, it has to read anew.
    const shown = JSON.stringify([widget, attributes, locale, looking, part, making.people.kind]);
    const read = JSON.stringify(people);
    if (shown === this.#shown && read === this.#read) return;
    const tag = shown === this.#shown ? the('stands').firstElementChild : null;
    const element = (tag ?? document.createElement(`kith-${widget}`)) as HTMLElement & { store: unknown };
    if (!tag) {
      const known = (element.constructor as { observedAttributes?: string[] }).observedAttributes ?? [];
      for (const [name, value] of Object.entries(attributes))
        if (known.includes(name)) element.setAttribute(name, value);
      element.setAttribute('locale', locale);
      const empty = element.appendChild(document.createElement('p'));
      empty.slot = 'empty';
      empty.textContent =
        making.people.kind === 'link'
          ? 'Your people will stand here, once your page has fetched them.'
          : widget === 'recognition-wall'
            ? 'Your letter will stand here.'
            : 'Nothing stands here yet.';
    }
    element.store = createStore(providerOf(people));
    if (!tag) the('stands').replaceChildren(element);
    // The thread stands where the letter's lines begin.
    the('stands').dir = directions[locale];
    this.#shown = shown;
    this.#read = read;
  }

  /** Keeps a page of so many pixels within its room. */
  fit(width: Looking['width']): void {
    const page = the('page');
    const room = (page.parentElement as HTMLElement).clientWidth;
    page.style.setProperty('inline-size', width ? `${width}px` : '');
    page.style.setProperty('zoom', width && width > room ? String(room / width) : '');
  }
}
