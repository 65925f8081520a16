import {
  safeUrl,
  siteUrl,
  speech,
  type Answer,
  type CommunityDocument,
  type Markup,
  type Provider,
  type Query,
} from '@kith/core';
import { badge, banner, intro, ladder, outside, wall } from '@kith/core/strings/en';
import { json } from '@kith/providers/json';
import { jsonFeed } from '../feeds/json-feed.js';
import { jsonLd, jsonLdElement } from '../feeds/json-ld.js';
import { shields } from '../feeds/shields.js';
import { framed, sizes, type Oembed } from '../page/oembed.js';
import { page, type Page } from '../page/page.js';
import { pageCss } from '../page/page-css.js';
import { pictureOf } from '../pictures/picture-of.js';
import { nameOf } from '../snippet/name.js';
import type { Shown, Widget } from '../static/shown.js';
import { lasting, staticHtml } from '../static/static-html.js';
import { staticTag } from '../static/tag.js';
import type { Asked } from './asked.js';
import type { Gathered } from './gather.js';
import { pictureFiles, pictureNames, sayLack } from './pictures.js';
import type { Files } from './write.js';

const spoken = speech({ badge, banner, intro, ladder, outside, wall });
/** As many letters as a wall can show at once. */
const whole = { 'page-size': '10000' };
/** Letters in a feed. */
const FEED = 50;

/** What is rendered, and which pictures there are none of, each with why. */
export interface Rendered {
  files: Files;
  without: string[];
}

/** The names of all that may be written of a widget alone. */
export const namesOf = (widget: Widget): string[] => [`${widget}.html`, `${widget}.tag.html`, ...pictureNames(widget)];

/** Everything that is published of a community, as text: the same of the same document, options and time. */
export async function render({ document, letters }: Gathered, asked: Asked): Promise<Rendered> {
  const provider = json({ document }, { report: () => undefined });
  const { community, purpose, members = [] } = document;
  const { widgets, url, code, image, now } = asked;
  // What is written stays for a while: "Saturday" would be another one soon.
  const language = lasting(await spoken.load(asked.locale ?? community?.locale ?? 'en'));
  const { locale } = language.format;
  const title = community?.name ?? purpose?.statement ?? language.words.letters;
  const read = <Q extends Query>(query: Q): Promise<Answer<Q>> => provider.read(query, new AbortController().signal);
  const files = new Map<string, string>();
  const without: string[] = [];

  const about = {
    title,
    description: purpose?.statement,
    locale,
    direction: language.direction,
    base: url,
    image,
    code,
  } satisfies Partial<Page>;
  const tags: Tag[] = [];
  for (const [widget, attributes] of widgets) {
    const tag = await tagOf(provider, { widget, attributes, ...(asked.locale && { locale: asked.locale }), now });
    tags.push(tag);
    const { theme, pictures } = attributes;
    const name = `${widget}.html`;
    const isAllowed = pictures === 'allow';
    // In a frame that has no origin nothing can be asked for: it holds all it shows.
    files.set(name, page({ ...about, name, theme, isFramed: true, pictures: isAllowed, widgets: [tag.whole()] }));
    // Pasted elsewhere it has a source only where the source has an address; without one its HTML is what it reads.
    files.set(`${widget}.tag.html`, `${(url ? tag.begun(`${url}community.json`) : tag.whole()).text}\n`);
    const drawn = await pictureOf(widget, attributes, { read, language, title, letters, now });
    if (typeof drawn === 'string') without.push(sayLack(widget, drawn, attributes['member']));
    else {
      const { alt } = await nameOf({ widget, attributes, people: { document }, part: 'show', locale });
      for (const [path, text] of pictureFiles(widget, drawn, alt, url)) files.set(path, text);
    }
  }

  const { letters: newest, people } = await read({ kind: 'wall', limit: FEED });
  const told = { community, purpose, letters: newest, people };
  const feed = jsonFeed(told, title, language, now);
  addJson('feed.json', url ? { ...feed, feed_url: `${url}feed.json` } : feed);
  files.set('community.json', `${JSON.stringify(document)}\n`);
  addJson('oembed.json', oembedOf(document, title, asked, tags));
  const persons = members.filter(({ kind = 'person' }) => kind !== 'bot' && kind !== 'organization').length;
  for (const [name, shield] of shields({ letters, people: persons, purpose }, language))
    addJson(`shields/${name}.json`, shield);
  const themes = new Set([...widgets.values()].map(({ theme }) => theme));
  files.set(
    'index.html',
    page({
      ...about,
      theme: themes.size === 1 ? [...themes][0] : undefined,
      widgets: tags.map((tag) => (code ? tag.begun('community.json') : tag.whole())),
      jsonLd: jsonLdElement(jsonLd(told, url)),
      home: siteUrl(community?.url),
      pictures: [...widgets.values()].some(({ pictures }) => pictures === 'allow'),
    }),
  );
  files.set('page.css', pageCss);
  return { files, without };

  function addJson(path: string, said: object): void {
    files.set(path, `${JSON.stringify(said, null, 2)}\n`);
  }
}

/** A widget's tag. */
interface Tag {
  /** With all there is in it. */
  whole: () => Markup;
  /** With what it shows at first, where a source brings the rest. */
  begun: (src?: string) => Markup;
}

async function tagOf(provider: Provider, shown: Shown): Promise<Tag> {
  const { widget, attributes = {} } = shown;
  const some = await staticHtml(provider, shown);
  const isCut = widget === 'recognition-wall' && attributes['page-size'] === undefined;
  const all = isCut ? await staticHtml(provider, { ...shown, attributes: { ...attributes, ...whole } }) : some;
  return {
    whole: () => staticTag(shown, all),
    begun: (src) => staticTag({ ...shown, attributes: { ...(src && { src }), ...attributes } }, some),
  };
}

/** A frame where the page has an address, else what the page says. */
function oembedOf(
  { community }: CommunityDocument,
  title: string,
  { widgets, url }: Asked,
  tags: readonly Tag[],
): Oembed {
  const [widget] = widgets.keys();
  const first: Widget = widget ?? 'recognition-wall';
  const home = safeUrl(community?.url, 'about:blank');
  const from = home?.startsWith('http') ? { provider_name: title, provider_url: home } : {};
  if (url) return { ...framed({ address: `${url}index.html`, title, widget: first }), ...from };
  const [width, height] = sizes[first];
  const html = tags.map((tag) => tag.begun().text).join('\n');
  return { version: '1.0', type: 'rich', title, provider_name: 'Kith', width, height, html, ...from };
}
