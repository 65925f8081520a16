import { framed } from '@kith/embed/page';
import type { Widget } from '@kith/embed/static';
import * as v from 'valibot';
import type { Within } from '../db/schema.js';
import { Problem } from '../problem.js';
import { read } from '../read/read.js';
import { embedQuery, frameAddress, widgets, type Frame } from './embed.js';

const size = v.exactOptional(
  v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.number(), v.integer(), v.minValue(1)),
);

/** What a consumer asks: https://oembed.com */
export const oembedQuery = v.object({
  url: v.pipe(v.string(), v.maxLength(2000)),
  maxwidth: size,
  maxheight: size,
  format: v.exactOptional(v.string()),
});

/** What it is answered with. */
export const oembedShape = v.strictObject({
  version: v.literal('1.0'),
  type: v.literal('rich'),
  title: v.string(),
  provider_name: v.string(),
  provider_url: v.string(),
  cache_age: v.number(),
  width: v.number(),
  height: v.number(),
  html: v.string(),
});

/** The frame an address of this server is of. Throws a `Problem` (404) where it is of none. */
export function frameAt(address: string, base: string): Frame {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const [, place = '', widget = ''] = /^\/embed\/([^/]+)\/([a-z-]+)$/.exec(url?.pathname ?? '') ?? [];
  // Where a proxy speaks https the server may not know of it.
  const isHere = url?.host === new URL(base).host && /^https?:$/.test(url.protocol);
  const { success, output: asked } = v.safeParse(embedQuery, Object.fromEntries(url?.searchParams ?? []));
  const community = decoded(place);
  if (!isHere || !success || community === undefined || !Object.hasOwn(widgets, widget)) throw new Problem(404, 'gone');
  return { community, widget, asked, base };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** How a frame is put into another's page. */
export async function oembedOf(
  trx: Within,
  frame: Frame,
  room: { maxwidth?: number; maxheight?: number },
  now: Date,
): Promise<v.InferOutput<typeof oembedShape>> {
  const { community } = await read(trx, frame.community, { kind: 'community' }, now);
  const title = community?.name ?? frame.community;
  // Whoever made the frame has looked whether there is such a widget.
  const widget = frame.widget as Widget;
  return {
    ...framed({ address: frameAddress(frame), title, widget }, room),
    provider_url: new URL('/', frame.base).href,
    cache_age: 5,
  };
}
