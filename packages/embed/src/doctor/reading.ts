import { widgets } from '../static/shown.js';
import { nearest } from './words.js';

/** A script that loads Kith, or would. */
export interface KithScript {
  element: HTMLScriptElement;
  /** Where the code is, as it is written; in whichever attribute it was put. */
  address: string;
  /** Whether the browser itself reads that address: not where another script took it away to give it back later. */
  isAsked: boolean;
}

/** What was pasted, as a browser would read it that runs nothing of it. */
export interface Reading {
  text: string;
  page: Document;
  /** Whether it is a whole page and not a piece of one. */
  isPage: boolean;
  scripts: readonly KithScript[];
  /** Kith’s tags, whether or not they are spelt right. */
  tags: readonly Element[];
  /** What stands for a tag where tags of Kith’s own are taken out: `<div data-kith="…">`. */
  divs: readonly Element[];
  /** Frames of Kith’s. */
  frames: readonly HTMLIFrameElement[];
  /** The line on which something stands, counted from 1; `undefined` where it is not found as it is written. */
  lineOf(piece: string): number | undefined;
}

export const tagNames: readonly string[] = ['kith-community', ...widgets.map((name) => `kith-${name}`)];

/** Where the code is, whoever publishes it. */
const CODE = /(?:^|\/)kith\.js(?=$|[?#&])|\/@kith\/(?:embed|elements)(?=[@/?#]|$)/;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\s]{1,500})["']/g;
/** A frame of a Kith server, of a widget's page that was rendered, or one whose address says that it is Kith’s. */
const FRAME = new RegExp(
  `(?:/embed/[^/?#]+/|(?:^|/)(?=[^/?#]*\\.html))(?:${widgets.join('|')})(?:\\.html)?(?=$|[?#])|\\bkith\\b`,
  'i',
);

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Reads HTML without running any of it: no script, no picture, no frame of it is asked for. */
export function readingOf(pasted: string, parse = parsed): Reading {
  const text = pasted.replace(/\r\n?/g, '\n');
  const isPage = /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text);
  // A piece is pasted into a page's body, where more may stand than at the head of nothing.
  const page = parse(isPage ? text : `<body>${text}`);
  const all = [...page.querySelectorAll('*')];
  const lineOf = (piece: string) => {
    const at = piece ? text.indexOf(piece) : -1;
    return at < 0 ? undefined : text.slice(0, at).split('\n').length;
  };
  return {
    text,
    page,
    isPage,
    scripts: [...page.scripts].flatMap(codeIn),
    tags: all.filter(({ localName }) => isTag(localName)),
    divs: all.filter((each) => each.hasAttribute('data-kith')),
    frames: [...page.querySelectorAll('iframe')].filter((each) => FRAME.test(addressIn(each) ?? '')),
    lineOf,
  };
}

/** Elements whose end nobody has to write, and those that have none. */
const endless =
  /^(?:p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|optgroup|colgroup|html|head|body|rt|rp|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const wordsAlone = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

/** Whether more elements stand open in a text than a parser bears: it looks through all of them at each further one. */
export function isTooDeep(text: string, most = 4000): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  const sign = /<!--|<(\/?)([a-z][^\s/>]{0,40})/gi;
  const lower = text.toLowerCase();
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const name = (found[2] ?? '').toLowerCase();
    const isStart = found[1] === '';
    if (!name || (isStart && wordsAlone.test(name))) {
      const end = lower.indexOf(name ? `</${name}` : '-->', sign.lastIndex);
      if (end < 0) return false;
      sign.lastIndex = end + 1;
    } else if (!endless.test(name)) {
      const before = open.get(name) ?? 0;
      if (!isStart && !before) continue;
      open.set(name, before + (isStart ? 1 : -1));
      depth += isStart ? 1 : -1;
      if (depth > most) return true;
    }
  }
  return false;
}

/** What an element’s `src` says, or whatever keeps that for later: `data-src`, `data-rocket-src`, … */
export function addressIn(element: Element): string | undefined {
  const src = element.getAttribute('src');
  if (src !== null) return src.trim();
  return [...element.attributes].find(({ name }) => /src$/.test(name))?.value.trim();
}

/** An address as a URL, at a made-up page where it says no host of its own. */
export function urlOf(address: string, base = 'https://page.invalid/'): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

function codeIn(element: HTMLScriptElement): KithScript[] {
  const address = addressIn(element);
  if (address !== undefined) {
    const isAsked = element.getAttribute('src') !== null;
    return CODE.test(unquoted(plainAddress(address))) ? [{ element, address, isAsked }] : [];
  }
  return [...(element.textContent ?? '').matchAll(IMPORT)].flatMap(([, from = '']) =>
    CODE.test(from) ? [{ element, address: from, isAsked: true }] : [],
  );
}

/** Whether anything is there that Kith would draw, or that draws it. */
export const hasKith = ({ tags, divs, scripts, frames }: Reading): boolean =>
  tags.length + divs.length + scripts.length + frames.length > 0;

/** An address with another in it, as links have that a mail program sends through its own site. */
function plainAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Without the quotation marks of a word processor, which became part of it. */
const unquoted = (address: string) => address.replace(/^[“”„«»‘’″]+|[“”„«»‘’″]+$/g, '');

/** A name as it is meant: what a word processor put into it is taken out. */
export const plainName = (name: string) => name.replace(/[\u00a0\u200b-\u200f\u2060\ufeff].*$/s, '');

function isTag(localName: string): boolean {
  if (localName.startsWith('kith')) return true;
  // Whoever registers the tags under another prefix means it.
  return (
    localName.includes('-') && /^[kc]\w{2,4}-/.test(localName) && nearest(plainName(localName), tagNames) !== undefined
  );
}
