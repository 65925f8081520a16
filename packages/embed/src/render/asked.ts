import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Widget } from '../static/shown.js';
import { Mistake } from './mistake.js';
import { attributeNames, sharedOut, widgetsIn } from './widgets.js';

/** Letters that are read where nobody says how many: a page that a phone can load, and a file it can read. */
export const LIMIT = 1000;

/** What is to be rendered. */
export interface Asked {
  source: string;
  provider: string | undefined;
  widgets: ReadonlyMap<Widget, Readonly<Record<string, string>>>;
  out: string;
  locale: string | undefined;
  /** The address of the folder, once it is published; it ends with a slash. */
  url: string | undefined;
  /** The address of a picture that previews of links to the page show. */
  image: string | undefined;
  /** The address of the folder with `kith.js`; it ends with a slash. */
  code: string | undefined;
  now: Date;
  limit: number;
}

const options = {
  widget: { type: 'string', multiple: true },
  out: { type: 'string' },
  provider: { type: 'string' },
  locale: { type: 'string' },
  url: { type: 'string' },
  code: { type: 'string' },
  image: { type: 'string' },
  now: { type: 'string' },
  limit: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/** The names of all options, for `--help` to be held to. */
export const optionNames: readonly string[] = [...Object.keys(options), ...attributeNames.keys()];

/** What a command line asks for. Throws a `Mistake` that says which of it cannot be. */
export function askedIn(args: readonly string[], clock: () => Date): Asked {
  const { values, positionals } = parsed(args);
  const [command, source, ...more] = positionals;
  if (command !== 'render')
    throw new Mistake(`${command ? `There is no command "${command}"` : 'Say what to do'}. See --help.`);
  if (source === undefined) throw new Mistake('Say what to render: a file, an address, or - for what is piped in.');
  if (more.length) throw new Mistake(`One source at a time: "${more[0]}" is one too many.`);
  const { widget, out, provider, locale, url: site, image, code, now, limit = String(LIMIT), ...attributes } = values;
  if (!out) throw new Mistake('Say where it goes: --out <folder>.');
  if (!widget) throw new Mistake('Say which widget: --widget wall, banner, badge, ladder, intro or all.');
  const chosen = widgetsIn(widget as string[]);
  if (locale !== undefined && !/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}$/.test(locale as string))
    throw new Mistake(`--locale: "${locale as string}" is no language, such as en or ar-EG.`);
  const url = addressIn('url', site as string | undefined);
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1)
    throw new Mistake(`--limit: "${limit as string}" is no number of letters.`);
  return {
    source,
    provider: provider as string | undefined,
    widgets: sharedOut(chosen, attributes as Record<string, string | true>),
    out: out as string,
    locale: locale as string | undefined,
    url,
    image: imageIn(image as string | undefined, url),
    code: folderIn(code as string | undefined),
    now: now === undefined ? clock() : dateIn(now as string),
    limit: count,
  };
}

function parsed(args: readonly string[]) {
  const own = Object.fromEntries([...attributeNames].map(([name, type]) => [name, { type } as const]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...own },
      allowPositionals: true,
    });
    return { values: values as Record<string, string | string[] | true>, positionals };
  } catch (error) {
    // Node's own sentence says which option it is; what it adds of positionals is no help here.
    throw new Mistake(`${(error as Error).message.split('. ')[0] ?? ''}. See --help.`);
  }
}

function addressIn(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    throw new Mistake(`--${name}: "${text}" is no address, such as https://example.org/kith/.`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/[^/]*\.html$/, '').replace(/\/*$/, '/')}`;
}

/** A picture's whole address: who previews a link knows nothing of where it stood, and shows no SVG. */
function imageIn(text: string | undefined, url: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) && url === undefined)
    throw new Mistake(`--image: "${text}" is no whole address; with --url it may be one from there.`);
  const image = URL.canParse(text, url) ? new URL(text, url) : undefined;
  // A folder that is looked at on one's own machine has an address of http.
  const isOfTheWeb = image?.protocol === 'https:' || (url !== undefined && image?.origin === new URL(url).origin);
  if (!image || !isOfTheWeb)
    throw new Mistake(`--image: "${text}" is no address of a picture, such as https://example.org/card.png.`);
  if (/\.svgz?$/i.test(image.pathname))
    throw new Mistake(`--image: "${text}" is an SVG, which previews of links do not show. Give a PNG or a JPEG.`);
  return image.href;
}

/** An address, or a place on the page's own site. */
function folderIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isPlace = /^(\.{0,2}\/)(?!\/)[\w./~-]*$/.test(text);
  return isPlace
    ? text.replace(/(kith\.js)?\/*$/, '').replace(/\/*$/, '/')
    : addressIn('code', text.replace(/kith\.js$/, ''));
}

function dateIn(text: string): Date {
  const date = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime()))
    throw new Mistake(`--now: "${text}" is no date, such as 2026-03-01 or 2026-03-01T10:00:00Z.`);
  return date;
}
