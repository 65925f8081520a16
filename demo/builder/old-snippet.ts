import { readAsIs, type CommunityDocument } from '@kith/core';
import { widgets, type Widget } from '@kith/embed/static';
import { languages, nothing, type Making } from './making.js';

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
  const page = parse(markupOf(text));
  const found = [...page.querySelectorAll('*')].filter((element) => widgetOf(element) && !around(element));
  const [tag] = found;
  const widget = tag && widgetOf(tag);
  if (!tag || !widget) return fromFrame(page) ?? refuse(text, page);
  const notes = found.length > 1 ? ['There is more than one of Kith’s in it; this is the first.'] : [];
  return { making: { ...nothing, widget, ...(await fromTag(tag, widget, page, text, notes)) }, notes };
}

/** Of a component's text its tag: the rest is a program. */
function markupOf(text: string): string {
  return isProgram(text) ? (/<kith-(?!community)[\w-]+[^>]*>/.exec(text)?.[0] ?? '') : text;
}

const isProgram = (text: string) =>
  /^(?:<script(?: setup)?>\s*)?import [^]*from '@kith\//.test(text.trim()) || /^import '@kith\//.test(text.trim());

const widgetOf = (element: Element): Widget | undefined =>
  widgets.find(
    (name) =>
      element.localName === `kith-${name}` ||
      element.getAttribute('data-kith') === name ||
      element.classList.contains(`kith-${name}`),
  );

/** The tag that holds an element, where one does. */
const around = (element: Element): Element | undefined => {
  const above = element.parentElement;
  return above ? (widgetOf(above) ? above : around(above)) : undefined;
};

async function fromTag(
  tag: Element,
  widget: Widget,
  page: Document,
  text: string,
  notes: string[],
): Promise<Partial<Making>> {
  const community = page.querySelector('kith-community, [data-kith="community"]');
  const around = community ? attributesOf(community) : {};
  const {
    src = around['src'] ?? '',
    provider = around['provider'] ?? '',
    accent,
    lang,
    locale = lang,
    ...said
  } = attributesOf(tag);
  const { community: _, to: __, store: ___, ...attributes } = said;
  const language = languages.find((each) => locale?.toLowerCase().startsWith(each));
  const script = page.querySelector('script[src$="kith.js"]')?.getAttribute('src');
  const to = around['to'] ?? /mail\([^]*to: '([^']+)'/.exec(text)?.[1];
  return {
    attributes,
    ...(accent && { accent }),
    ...(language && { locale: language }),
    ...(script && /^https?:/.test(script) && { base: script.replace(/kith\.js$/, '') }),
    ...(provider === 'server' ? { part: { server: src } } : to ? { part: { mail: to } } : {}),
    ...(await peopleOf(tag, widget, page, text, provider === 'server' ? '' : src, notes)),
  };
}

/** Attributes by the names they have in a tag, wherever they are written. */
function attributesOf(element: Element): Record<string, string> {
  const isTag = element.localName.startsWith('kith-');
  return Object.fromEntries(
    [...element.attributes].flatMap(({ name, value }): [string, string][] => {
      if (name === 'lang') return [[name, value]];
      const own = isTag ? name : (/^data-(?!kith)(.+)$/.exec(name)?.[1] ?? '');
      return /^[a-z][a-z-]*$/.test(own) && !/^(class|id|style|dir|slot|hold)$/.test(own) ? [[own, value]] : [];
    }),
  );
}

async function peopleOf(
  tag: Element,
  widget: Widget,
  page: Document,
  text: string,
  src: string,
  notes: string[],
): Promise<Partial<Making>> {
  const program = isProgram(text) ? /const people = (\{[^]*?\n *\});/.exec(text)?.[1] : undefined;
  const json = program ?? page.querySelector('script[type="application/json"]')?.textContent;
  const document = json ? documentIn(json, notes) : undefined;
  if (document) return asLetter(document, widget) ?? { people: { kind: 'document', document } };
  if (src) return { people: { kind: 'link', src } };
  if (!tag.childElementCount) return {};
  const { readHtml } = await import('@kith/providers/html');
  const { document: read } = await readHtml(tag);
  return asLetter(read, widget) ?? { people: { kind: 'document', document: read } };
}

function documentIn(text: string, notes: string[]): CommunityDocument | undefined {
  try {
    const document = readAsIs(JSON.parse(text)) as CommunityDocument | undefined;
    if (document) return document;
  } catch {
    // Said below: no engine has words for it that help here.
  }
  notes.push('Its people could not be read: what stands between its tags was changed by hand, or cut.');
  return undefined;
}

/** A document that is one plain letter goes back to the questions it came from. */
function asLetter(
  { members = [], recognitions = [], ladders = [], purpose }: CommunityDocument,
  widget: Widget,
): Partial<Making> | undefined {
  const [letter] = recognitions;
  if (widget !== 'recognition-wall' || !letter || recognitions.length > 1 || ladders.length || purpose)
    return undefined;
  const { to: ids = [], from, text = '', unnamed = 0, at, role, evidence = [], labels = [] } = letter;
  if (ids.length + unnamed !== 1 || members.length > ids.length + (from ? 1 : 0)) return undefined;
  if (at || role || evidence.length || labels.length) return undefined;
  const name = (id: string | undefined) => members.find((member) => member.id === id)?.name ?? '';
  return {
    people: { kind: 'letter' },
    to: name(ids[0]),
    did: text,
    from: name(from),
    // Who is not named has not been forgotten, but nobody knows here who it was.
    consent: ids.length ? 'yes' : undefined,
  };
}

/** A frame of a Kith server says all there is in its address. */
function fromFrame(page: Document): Old | undefined {
  const src = page.querySelector('iframe')?.getAttribute('src') ?? '';
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const [, before = '', community, name] = url?.pathname.match(/^(.*)\/embed\/([^/]+)\/([\w-]+)$/) ?? [];
  const widget = widgets.find((each) => each === name);
  if (!url || !community || !widget) return undefined;
  const { locale, accent, ...attributes } = Object.fromEntries(url.searchParams);
  const language = languages.find((each) => locale?.startsWith(each));
  const server = `${url.origin}${before}/v1/${community}`;
  return {
    making: {
      ...nothing,
      widget,
      attributes,
      part: { server },
      ...(accent && { accent }),
      ...(language && { locale: language }),
      form: 'frame',
    },
    notes: [],
  };
}

function refuse(text: string, page: Document): never {
  throw new Error(
    !text.trim()
      ? 'There is nothing in it yet.'
      : page.querySelector('iframe')
        ? 'This is a frame around a page elsewhere. What it shows is changed there.'
        : page.querySelector('picture, img')
          ? 'This is a picture. What it shows is changed where it was drawn.'
          : /&lt;(kith-|div)/i.test(text)
            ? 'It was pasted as words, not as HTML: its angle brackets are written out. Paste the one you copied here.'
            : 'There is nothing of Kith’s in it: it should have a tag like <kith-recognition-wall>.',
  );
}
