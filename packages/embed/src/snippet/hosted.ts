import { markup, ProviderError } from '@kith/core';
import { frameElement, sizes } from '../page/oembed.js';
import { pictureSnippet } from '../pictures/picture-snippet.js';
import { attributesOf } from './attributes.js';
import { nameOf } from './name.js';
import { knownOf } from './source.js';
import type { Wanted } from './wanted.js';

/**
 * A frame of the page that a server has of a widget, or of the one that `kith-embed render` wrote. Beneath it is the way
 * there, for whoever has no frame.
 */
export async function frameOf(wanted: Wanted): Promise<string> {
  const address = frameAddress(wanted);
  const { title } = await nameOf(wanted);
  // A server gives out what fits frames to what they hold; without it they keep their height, and scroll.
  const fit = isOnServer(wanted.part)
    ? markup`\n<script async src="${new URL('/fit.js', address).href}"></script>`
    : undefined;
  const frame = frameElement(address, title, ...sizes[wanted.widget]);
  return markup`${frame}
<p><a href="${address}">${title}</a></p>${fit}`.text;
}

function frameAddress(wanted: Wanted): string {
  const { part, widget, locale } = wanted;
  if (!isOnServer(part)) return `${folderOf(wanted)}${widget}.html`;
  const url = URL.canParse(part.server) ? new URL(part.server) : undefined;
  const [, before = '', community] = url?.pathname.match(/^(.*)\/v1\/([^/]+)\/?$/) ?? [];
  if (!url || !isOfTheWeb(url.href) || !community)
    throw new ProviderError('invalid', {
      message: `A frame needs the address of your community on its Kith server, which begins with https:// and ends in /v1/ and its name; “${part.server}” is none. Copy it from your server, or choose another form.`,
      params: { at: 'part.server' },
    });
  const frame = new URL(`${before}/embed/${community}/${widget}`, url);
  const { lang: _, dir: __, ...said } = attributesOf(wanted);
  for (const [name, value] of Object.entries({ locale, ...said })) frame.searchParams.set(name, value);
  return frame.href;
}

function isOnServer(part: Wanted['part']): part is { server: string } {
  return typeof part === 'object' && 'server' in part;
}

/** A picture of a widget, light and dark, that leads to the community's own site. What it says stands in its `alt`. */
export async function pictureOf(wanted: Wanted): Promise<string> {
  const at = `${folderOf(wanted)}${wanted.widget}`;
  const { alt } = await nameOf(wanted);
  const home = knownOf(wanted)?.community?.url;
  const href = home && isOfTheWeb(home) ? home : undefined;
  return pictureSnippet({ light: `${at}-light.svg`, dark: `${at}-dark.svg`, alt, href });
}

function folderOf({ hosted = 'kith/' }: Wanted): string {
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(hosted.trim());
  if (isAddress && !isOfTheWeb(hosted))
    throw new ProviderError('invalid', {
      message: `“${hosted}” is no address of the web. Say in which folder your pictures and pages lie: its address, which begins with https://, or the way there from your page, like kith/.`,
      params: { at: 'hosted' },
    });
  return hosted.trim().replace(/\/?$/, '/');
}

function isOfTheWeb(address: string): boolean {
  return /^https?:\/\//i.test(address.trim()) && URL.canParse(address.trim());
}
