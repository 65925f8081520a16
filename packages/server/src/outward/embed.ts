import { markup, ProviderError, siteUrl, speech, type Markup, type Provider } from '@kith/core';
import { frame as frameWords } from '@kith/core/strings/en';
import { staticHtml, tagAttributes, widgets as all, type Widget } from '@kith/embed/static';
import * as v from 'valibot';
import type { Within } from '../db/schema.js';
import { sheet } from '../markup.js';
import { read } from '../read/read.js';

/** The widgets that stand in a frame, and which of their attributes its address may say. */
export const widgets: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  all.map((widget) => {
    const attributes = Object.entries(tagAttributes[`kith-${widget}`] ?? {});
    return [widget, attributes.flatMap(([name, { isFramed }]) => (isFramed ? [name] : []))];
  }),
);
const said = v.exactOptional(v.pipe(v.string(), v.maxLength(128)));
const names = [...new Set(Object.values(widgets).flat())];

/** What the address of a frame may say; the widget itself says what of it is none of its words. */
export const embedQuery = v.object({
  locale: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/))),
  ...Object.fromEntries(names.map((name) => [name, said])),
});
type Asked = v.InferOutput<typeof embedQuery>;

// The ground is the page's around it, unless a theme says otherwise: it shows through wherever both are light, or dark.
const look = sheet(
  'html{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}body{margin:0;padding:.75em}' +
    'html:has([theme=light]){color-scheme:light;background:Canvas}html:has([theme=dark]){color-scheme:dark;background:Canvas}',
);
const words = speech({ frame: frameWords });

/** A frame as it is asked for. */
export interface Frame {
  community: string;
  widget: string;
  asked: Asked;
  /** Where everyone reaches this server. */
  base: string;
}

/** The address of a frame, saying only what it may. */
export function frameAddress({ community, widget, asked, base }: Frame): string {
  const address = new URL(`/embed/${encodeURIComponent(community)}/${widget}`, base);
  for (const [name, value] of Object.entries(allowed(widget, asked))) address.searchParams.set(name, value);
  return address.href;
}

function allowed(widget: string, asked: Asked): Record<string, string> {
  const entries = Object.entries(asked) as [string, string][];
  return Object.fromEntries(entries.filter(([name]) => name === 'locale' || widgets[widget]?.includes(name)));
}

/** What a frame may do, and in whose pages it may stand: those a community names, and this server's own. */
export function framePolicy(origins: Iterable<string>): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${look.source}`,
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ['frame-ancestors', "'self'", ...origins].join(' '),
  ].join('; ');
}

/**
 * A page that is one widget. It holds all that the widget shows at first, which is what there is where no script runs, and
 * in a frame that has no origin to ask from.
 */
export async function frameOf(trx: Within, frame: Frame, now: Date): Promise<string> {
  const { community: id, widget, asked, base } = frame;
  const { community, purpose } = await read(trx, id, { kind: 'purpose' }, now);
  const { locale = community?.locale ?? 'en', ...attributes } = allowed(widget, asked);
  const { words: said, direction } = await words.load(locale);
  const title = community?.name ?? id;
  const home = siteUrl(community?.url);
  const address = frameAddress(frame);
  const oembed = new URL('/oembed', base);
  oembed.searchParams.set('url', address);
  const tag = markup`kith-${widget}`;
  const written = Object.entries(attributes).map(([name, value]) => markup` ${name}="${value}"`);
  const inside =
    (await shownIn(trx, frame, { attributes, locale, now })) ??
    markup`<p>${home ? markup`<a href="${home}">${title}</a>` : title}</p>`;
  const about = purpose?.statement;
  return markup`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${address}">
${about && markup`<meta name="description" content="${about}">\n<meta property="og:description" content="${about}">\n`}<base target="_blank">
<link rel="stylesheet" href="/kith.css">
${look.element}
<link rel="alternate" type="application/json+oembed" href="${oembed.href}" title="${title}">
<script type="module" src="/kith.js"></script>
<script type="module" src="/frame.js"></script>
</head>
<body>
<kith-community data-server="/v1/${encodeURIComponent(id)}"></kith-community>
<${tag}${written}>
${inside}
</${tag}>
${
  // Of what a frame offers it is the one thing that cannot be where nothing is kept.
  widget === 'purpose-banner'
    ? markup`<p data-forgetful hidden>${said.nothingKept} <a href="${address}">${said.openAlone}</a></p>\n`
    : undefined
}</body>
</html>
`.text;
}

/** What a widget shows everyone at first; `undefined` where there is nothing of what it is asked for. */
async function shownIn(
  trx: Within,
  { community, widget }: Frame,
  shown: { attributes: Readonly<Record<string, string>>; locale: string; now: Date },
): Promise<Markup | undefined> {
  const provider: Provider = {
    name: 'server',
    takes: new Set(),
    read: (query) => read(trx, community, query, shown.now),
  };
  try {
    // Whoever answers with the frame has looked whether there is such a widget.
    return await staticHtml(provider, { widget: widget as Widget, ...shown });
  } catch (error) {
    if (error instanceof ProviderError) return undefined;
    throw error;
  }
}
