import {
  drawBadge,
  safeUrl,
  sayRoles,
  siteUrl,
  speech,
  type Answer,
  type Language,
  type Markup,
  type Query,
  type Words,
} from '@kith/core';
import { badge, banner, ladder, outside, wall } from '@kith/core/strings/en';
import { json } from '@kith/providers/json';
import { jsonFeed } from '../feeds/json-feed.js';
import { jsonLd, jsonLdElement } from '../feeds/json-ld.js';
import { shields } from '../feeds/shields.js';
import { framed, sizes, type Oembed } from '../page/oembed.js';
import { page } from '../page/page.js';
import { pageCss } from '../page/page-css.js';
import { drawLadder } from '../pictures/ladder.js';
import type { Shade } from '../pictures/paint.js';
import { pictureSnippet } from '../pictures/picture-snippet.js';
import { drawPurpose } from '../pictures/purpose.js';
import { drawWall } from '../pictures/wall.js';
import type { Widget } from '../static/shown.js';
import { lasting, staticHtml } from '../static/static-html.js';
import { staticTag } from '../static/tag.js';
import type { Asked } from './asked.js';
import type { Gathered } from './gather.js';
import type { Files } from './write.js';

type Spoken = Language<Words<'badge' | 'banner' | 'ladder' | 'outside' | 'wall'>>;
type Attributes = Readonly<Record<string, string>>;

const spoken = speech({ badge, banner, ladder, outside, wall });
const shades: readonly Shade[] = ['auto', 'light', 'dark'];
/** As many letters as a wall can show at once. */
const whole = { 'page-size': '10000' };
/** Letters in a feed. */
const FEED = 50;
/** Letters a picture could show, or people. */
const DRAWN = 60;

/** What is rendered, and which pictures there are none of, each with why. */
export interface Rendered {
  files: Files;
  without: string[];
}

/** Everything that is published of a community, as text: the same of the same document, options and time. */
export async function render({ document, letters }: Gathered, asked: Asked): Promise<Rendered> {
  const provider = json({ document }, { report: () => undefined });
  const { community, purpose, members = [] } = document;
  const { widgets, url, code, now } = asked;
  const locale = asked.locale ?? community?.locale ?? 'en';
  // What is written stays for a while: "Saturday" would be another one soon.
  const language: Spoken = lasting(await spoken.load(locale));
  const title = community?.name ?? purpose?.statement ?? language.words.letters;
  const files = new Map<string, string>();
  const without: string[] = [];
  const read = <Q extends Query>(query: Q): Promise<Answer<Q>> => provider.read(query, new AbortController().signal);

  const onPage: Markup[] = [];
  const framedTags: Markup[] = [];
  for (const [widget, attributes] of widgets) {
    const shown = { widget, attributes, ...(asked.locale && { locale: asked.locale }), now };
    const some = await staticHtml(provider, shown);
    // Where nothing brings older letters all of them stand there.
    const all = isCut(shown) ? await staticHtml(provider, { ...shown, attributes: { ...attributes, ...whole } }) : some;
    const tag = (inside: Markup, src?: string) =>
      staticTag({ ...shown, attributes: { ...(src && { src }), ...attributes } }, inside);
    // Pasted elsewhere it has a source only where the source has an address; without one its HTML is what it reads.
    files.set(`${widget}.html`, `${(url ? tag(some, `${url}community.json`) : tag(all)).text}\n`);
    onPage.push(code ? tag(some, 'community.json') : tag(all));
    framedTags.push(tag(some));
    if (widget === 'peer-intro') continue;
    const drawn = await draw(widget, attributes);
    if (typeof drawn === 'string') without.push(drawn);
    else addPictures(widget, drawn);
  }

  const wallRead = await read({ kind: 'wall', limit: FEED });
  const told = { community, purpose, letters: wallRead.letters, people: wallRead.people };
  const feed = jsonFeed(told, title, language, now);
  addJson('feed.json', url ? { ...feed, feed_url: `${url}feed.json` } : feed);
  addJson('community.json', document);
  addJson('oembed.json', oembedOf());
  const people = members.filter(({ kind = 'person' }) => kind !== 'bot' && kind !== 'organization').length;
  for (const [name, shield] of shields({ letters, people, purpose }, language)) addJson(`shields/${name}.json`, shield);
  const themes = new Set([...widgets.values()].map(({ theme }) => theme));
  files.set(
    'index.html',
    page({
      title,
      description: purpose?.statement,
      locale: language.format.locale,
      direction: language.direction,
      theme: themes.size === 1 ? [...themes][0] : undefined,
      widgets: onPage,
      jsonLd: jsonLdElement(jsonLd(told, url)),
      base: url,
      home: siteUrl(community?.url),
      code,
      pictures: [...widgets.values()].some(({ pictures }) => pictures === 'allow'),
    }),
  );
  files.set('page.css', pageCss);
  return { files, without };

  function addJson(path: string, said: object): void {
    files.set(path, `${JSON.stringify(said, null, path === 'community.json' ? undefined : 2)}\n`);
  }

  function addPictures(widget: Widget, drawn: (shade: Shade) => string): void {
    for (const shade of shades) files.set(`${widget}${shade === 'auto' ? '' : `-${shade}`}.svg`, drawn(shade));
    const [, width = '', alt = ''] = /width="(\d+)"[^]*?<title id="t">([^<]*)</.exec(drawn('auto')) ?? [];
    const at = (shade: Shade) => `${url ?? ''}${widget}-${shade}.svg`;
    const snippet = { light: at('light'), dark: at('dark'), alt: unescaped(alt), width: Number(width), href: url };
    files.set(`${widget}.picture.html`, pictureSnippet(snippet));
  }

  /** How a widget is drawn in a shade; in a sentence, why it is not. */
  async function draw(widget: Widget, attributes: Attributes): Promise<((shade: Shade) => string) | string> {
    const { member, ladder: id } = attributes;
    switch (widget) {
      case 'recognition-wall': {
        const filters = {
          ...(member && { member }),
          ...(attributes['filter-role'] && { role: attributes['filter-role'] }),
          ...(attributes['filter-reward'] && { reward: attributes['filter-reward'] }),
          ...(attributes['filter-occasion'] && { occasion: attributes['filter-occasion'] }),
        };
        const answer = await read({ kind: 'wall', filters, limit: DRAWN });
        const { roles } = await read({ kind: 'roles' });
        const total = Object.keys(filters).length ? answer.total : letters;
        return (shade) => drawWall({ where: title, ...answer, total, roles }, language, now, shade);
      }
      case 'purpose-banner': {
        const answer = await read({ kind: 'purpose' });
        const drawn = (shade: Shade) => drawPurpose(answer, language, shade);
        return drawn('auto') === undefined ? noPicture(widget, 'the source states no purpose') : wholly(drawn);
      }
      case 'progression-ladder': {
        const answer = await read({ kind: 'ladder', ...(id && { id }), ...(member && { member }) });
        const drawn = (shade: Shade) => drawLadder(answer, member, language, now, shade);
        return drawn('auto') === undefined ? noPicture(widget, 'the source has no such ladder') : wholly(drawn);
      }
      case 'role-badge': {
        if (!member) return noPicture(widget, 'say whose: --member');
        const answer = await read({ kind: 'member', id: member });
        const { roles } = await read({ kind: 'roles' });
        const { member: whose } = answer;
        if (!whose) return noPicture(widget, `the source has no member "${member}"`);
        const said = sayRoles(answer, roles, language);
        return (shade) => drawBadge({ name: whose.name, where: title, said }, language, shade);
      }
      case 'peer-intro':
        return noPicture(widget, 'an introduction is for one reader');
    }
  }

  /** A frame where the page has an address, else what the page says. */
  function oembedOf(): Oembed {
    const [widget] = widgets.keys();
    const first: Widget = widget ?? 'recognition-wall';
    const home = safeUrl(community?.url, 'about:blank');
    const from = home?.startsWith('http') ? { provider_name: title, provider_url: home } : {};
    if (url) return { ...framed({ address: `${url}index.html`, title, widget: first }), ...from };
    const [width, height] = sizes[first];
    const html = framedTags.map(({ text }) => text).join('\n');
    return { version: '1.0', type: 'rich', title, provider_name: 'Kith', width, height, html, ...from };
  }
}

/** Whether it shows some letters, and more when it is asked. */
function isCut({ widget, attributes }: { widget: Widget; attributes: Attributes }): boolean {
  return widget === 'recognition-wall' && attributes['page-size'] === undefined;
}

function noPicture(widget: Widget, why: string): string {
  return `No picture of <kith-${widget}>: ${why}.`;
}

/** Of what is drawn in one shade there is all. */
function wholly(drawn: (shade: Shade) => string | undefined): (shade: Shade) => string {
  return (shade) => drawn(shade) ?? '';
}

/** Words as they were before they stood between tags. */
function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(Number(sign)));
}
