import { ProviderError, readAsIs, type CommunityDocument } from '@kith/core';
import { widgets, type Widget } from '../static/shown.js';
import { isOwn } from './attributes.js';
import { programIn, type Program } from './program.js';
import type { Attributes } from './source.js';
import type { Wanted } from './wanted.js';

/** What a snippet wants, and how it says so. */
export interface Found {
  wanted: Wanted;
  /** That it is a frame of a server's, which says all in its address. */
  isFrame: boolean;
  /** Where its code lies, with a slash at its end, where it says so as an address of the web. */
  base?: string;
  /** What of it is not in `wanted`, in sentences. */
  notes: string[];
}

export interface ReadingOptions {
  /** Reads HTML into a document of its own and runs none of it; for a page with Trusted Types. Default: a `DOMParser`. */
  parse?: (html: string) => Document;
}

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/**
 * Reads what a snippet wants from its text, as it is or as an editor left it: what `snippetFor` wrote is written the same
 * again from it. Of many it is the first, with its own community. Rejects with `ProviderError('invalid')` where the text
 * is none, and says what it is instead.
 */
export async function wantedIn(text: string, { parse = parsed }: ReadingOptions = {}): Promise<Found> {
  const lines = text.replace(/\r\n?/g, '\n');
  const program = programIn(lines);
  const page = parse(program?.tag ?? lines);
  const all = [...page.querySelectorAll('*')].filter((element) => widgetOf(element) && !isWithin(element));
  const [tag] = all;
  const widget = tag && widgetOf(tag);
  if (!tag || !widget) return frameIn(page) ?? refuse(lines, page);
  const community = program ? undefined : communityOf(tag, page);
  const said = attributesIn(tag);
  const [kept, left] = sorted(said, widget);
  const notes = [
    ...(all.length > 1
      ? [`There are ${all.length} of Kith’s in it. This is the first; for another, paste that one by itself.`]
      : []),
    ...(left.length ? [`What else its tag says is left out: ${left.join(', ')}.`] : []),
  ];
  const { base } = /^(?<base>https?:.*\/)kith\.js$/.exec(scriptIn(page))?.groups ?? {};
  const locale = said['locale'] ?? tag.closest('[lang]')?.getAttribute('lang');
  return {
    wanted: {
      widget,
      attributes: kept,
      locale: locale || 'en',
      ...(said['accent'] && { accent: said['accent'] }),
      ...(await whoseOf(tag, community, program, notes)),
    },
    isFrame: false,
    ...(base && { base }),
    notes,
  };
}

const widgetOf = (element: Element): Widget | undefined =>
  widgets.find((name) => nameOf(element) === name || element.classList.contains(`kith-${name}`));

/** What an element is of Kith's: `community`, or a widget's name; in words alone it is none. */
const nameOf = (element: Element): string | undefined =>
  /^kith-(.+)$/.exec(element.localName)?.[1] ??
  element
    .getAttribute('data-kith')
    ?.trim()
    .toLowerCase()
    .replace(/^kith-/, '');

/** Whether an element stands within one that shows it. */
const isWithin = ({ parentElement: above }: Element): boolean =>
  above !== null && (Boolean(widgetOf(above)) || isWithin(above));

const scriptIn = (page: Document) => page.querySelector('script[src$="kith.js"]')?.getAttribute('src') ?? '';

/** The community a tag belongs to: of its name, else the nearest around it, else the page's first. */
function communityOf(tag: Element, page: Document): Element | undefined {
  const all = [...page.querySelectorAll('*')].filter((element) => nameOf(element) === 'community');
  const id = attributesIn(tag)['community'];
  const around = all.filter((each) => each.contains(tag));
  return (id && all.find((each) => each.id === id)) || around.at(-1) || all[0];
}

/** Attributes by the names they have in a tag, wherever they are written; of words alone, their language. */
function attributesIn(element: Element): Record<string, string> {
  const isTag = element.localName.startsWith('kith-');
  return Object.fromEntries(
    [...element.attributes].flatMap(({ name, value }): [string, string][] => {
      if (isTag || name === 'lang' || name === 'id') return [[name, value]];
      const own = element.hasAttribute('data-kith') ? /^data-(?!kith$)(.+)$/.exec(name)?.[1] : undefined;
      return own ? [[own, value]] : [];
    }),
  );
}

/** What is said by other means, or by how it is written. */
const read =
  /^(src|provider|community|locale|lang|dir|accent|to|class|store|\{store\}|prop:store|:store\.prop|\[store\])$/;

/** The attributes that a widget has, and the names of those that nothing here speaks of. */
function sorted(said: Attributes, widget: Widget): [Attributes, string[]] {
  const own = Object.entries(said).filter(([name]) => isOwn(name, widget));
  return [Object.fromEntries(own), Object.keys(said).filter((name) => !isOwn(name, widget) && !read.test(name))];
}

type Whose = Pick<Wanted, 'people' | 'part'>;

/** Whose people they are, and whether visitors take part: as a tag would find out. */
async function whoseOf(
  tag: Element,
  community: Element | undefined,
  program: Program | undefined,
  notes: string[],
): Promise<Whose> {
  const json = program ? program.people : jsonIn(tag);
  const own = attributesIn(tag);
  const isItsOwn = json !== undefined || own['src'] !== undefined;
  const around = community && !isItsOwn ? attributesIn(community) : {};
  const { src = program?.src, provider } = own['src'] === undefined ? around : own;
  const to = program?.to ?? around['to'];
  const aroundJson = json ?? (community && !isItsOwn ? jsonIn(community) : undefined);
  const document = aroundJson === undefined ? undefined : await documentIn(aroundJson, notes);
  const seen = document ?? (await readableIn(tag));
  if (provider === 'server' && src !== undefined)
    return { part: { server: src }, people: seen ? { document: seen } : { src, provider } };
  const part = to ? { mail: to } : 'show';
  if (src === undefined || document) return { part, people: { document: seen ?? { kith: 1 } } };
  const isNamed = provider && provider !== 'mail' && provider !== 'html';
  return { part, people: { src, ...(isNamed && { provider }), ...(seen && { seen }) } };
}

/** The document written in a tag or community itself, and in none that stands in it. */
function jsonIn(element: Element): string | undefined {
  const scripts = [...element.querySelectorAll('script[type="application/json"]')];
  const holder = (script: Element): Element | null =>
    script.parentElement && (nameOf(script.parentElement) ? script.parentElement : holder(script.parentElement));
  return scripts.find((script) => holder(script) === element)?.textContent ?? undefined;
}

async function documentIn(text: string, notes: string[]): Promise<CommunityDocument | undefined> {
  try {
    const value: unknown = JSON.parse(text);
    const asIs = readAsIs(value);
    if (asIs) return asIs;
    const { readDocument, toPublic } = await import('@kith/core/careful');
    const { document, aside } = readDocument(value);
    notes.push(...aside.map(({ path, reason }) => `Set aside: ${path || 'the whole'} ${reason}.`));
    return toPublic(document);
  } catch {
    // No engine has words for it that help here.
    notes.push('Its people could not be read: what stands between its tags was changed by hand, or cut.');
    return undefined;
  }
}

/** What stands readable in a tag, as a document; undefined where that names nobody and states nothing. */
async function readableIn(tag: Element): Promise<CommunityDocument | undefined> {
  if (!tag.childElementCount) return undefined;
  const { readHtml } = await import('@kith/providers/html');
  const { document } = await readHtml(tag);
  const { purpose, members, recognitions, roles, ladders } = document;
  return (purpose ?? [members, recognitions, roles, ladders].some((all) => all?.length)) ? document : undefined;
}

/** A frame of a Kith server says all there is in its address. */
function frameIn(page: Document): Found | undefined {
  const src = page.querySelector('iframe')?.getAttribute('src') ?? '';
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const [, before = '', community, name] = url?.pathname.match(/^(.*)\/embed\/([^/]+)\/([\w-]+)$/) ?? [];
  const widget = widgets.find((each) => each === name);
  if (!url || !community || !widget) return undefined;
  const { locale = 'en', accent, ...said } = Object.fromEntries(url.searchParams);
  const server = `${url.origin}${before}/v1/${community}`;
  const [attributes, left] = sorted(said, widget);
  return {
    wanted: {
      widget,
      attributes,
      locale,
      ...(accent && { accent }),
      people: { src: server, provider: 'server' },
      part: { server },
    },
    isFrame: true,
    notes: left.length ? [`What else its address says is left out: ${left.join(', ')}.`] : [],
  };
}

function refuse(text: string, page: Document): never {
  const message = !text.trim()
    ? 'There is nothing in it yet.'
    : page.querySelector('iframe')
      ? 'This is a frame around a page elsewhere. What it shows is changed there.'
      : page.querySelector('picture, img')
        ? 'This is a picture. What it shows is changed where it was drawn.'
        : /&lt;(kith-|div)/i.test(text)
          ? 'It was pasted as words, not as HTML: its angle brackets are written out. Paste the one you copied here.'
          : 'There is nothing of Kith’s in it: it should have a tag like <kith-recognition-wall>.';
  throw new ProviderError('invalid', { message, params: { at: 'text' } });
}
