import { markup, ProviderError } from '@kith/core';
import { frameElement, sizes } from '../page/oembed.js';
import { pictureSnippet } from '../pictures/picture-snippet.js';
import { attributesOf } from './attributes.js';
import { nameOf } from './name.js';
import { isOnServer, knownOf } from './source.js';
import type { Wanted } from './wanted.js';

/**
 * A frame of the page that a server has of a widget, or of the one that `kith-embed render` wrote; beneath it the way
 * there, for whoever has no frame, and what fits it to what it holds.
 */
export async function frameOf(wanted: Wanted): Promise<string> {
  const address = frameAddress(wanted);
  const { title } = await nameOf(wanted);
  // Both lie where the frame does; without it the frame keeps its height, and scrolls.
  const fit = isOnServer(wanted.part) ? new URL('/fit.js', address).href : `${folderOf(wanted)}fit.js`;
  const frame = frameElement(address, title, ...sizes[wanted.widget]);
  return markup`${frame}
<p><a href="${address}">${title}</a></p>
<script async src="${fit}"></script>`.text;
}

function frameAddress(wanted: Wanted): string {
  const { part, widget } = wanted;
  if (!isOnServer(part)) return `${folderOf(wanted)}${widget}.html`;
  const frame = pageOnServer(wanted, part);
  if (frame === undefined)
    throw new ProviderError('invalid', {
      message: `A frame needs the address of your community on its Kith server, which begins with https:// and ends in /v1/ and its name; “${part.server}” is none. Copy it from your server, or choose another form.`,
      params: { at: 'part.server' },
    });
  return frame;
}

/** The page that a Kith server has of a widget; undefined where what is said to be its address is none. */
export function pageOnServer(wanted: Wanted, { server }: { server: string }): string | undefined {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  const [, before = '', community] = url?.pathname.match(/^(.*)\/v1\/([^/]+)\/?$/) ?? [];
  if (!url || !isOfTheWeb(url.href) || !community) return undefined;
  const page = new URL(`${before}/embed/${community}/${wanted.widget}`, url);
  const { lang: _, dir: __, ...said } = attributesOf(wanted);
  for (const [name, value] of Object.entries({ locale: wanted.locale, ...said })) page.searchParams.set(name, value);
  return page.href;
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
