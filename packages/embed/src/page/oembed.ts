import { markup, type Markup } from '@kith/core';
import type { Widget } from '../static/shown.js';

/** What a consumer is told: https://oembed.com */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url?: string;
  cache_age?: number;
  width: number;
  height: number;
  html: string;
}

/** Pixels that a widget takes where nobody says how many there are. */
export const sizes: Readonly<Record<Widget, readonly [width: number, height: number]>> = {
  'purpose-banner': [640, 360],
  'role-badge': [360, 240],
  'recognition-wall': [640, 720],
  'progression-ladder': [480, 640],
  'peer-intro': [480, 420],
};

/** The room there is, in pixels. */
export interface Room {
  maxwidth?: number | undefined;
  maxheight?: number | undefined;
}

/** A frame of a widget's page: it may run what is its own, and open what somebody presses. */
export function frameElement(address: string, title: string, width: number, height: number): Markup {
  return markup`<iframe src="${address}" width="${width}" height="${height}" title="${title}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** A page of a widget as a frame in another's page, no larger than there is room; what else is told beside. */
export function framed(
  { address, title, widget }: { address: string; title: string; widget: Widget },
  { maxwidth = Infinity, maxheight = Infinity }: Room = {},
): Pick<Oembed, 'version' | 'type' | 'title' | 'provider_name' | 'width' | 'height' | 'html'> {
  const [width, height] = [Math.min(sizes[widget][0], maxwidth), Math.min(sizes[widget][1], maxheight)];
  const { text: html } = frameElement(address, title, width, height);
  return { version: '1.0', type: 'rich', title, provider_name: 'Kith', width, height, html };
}
