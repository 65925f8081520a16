import { speech } from '@kith/core';
import { wall } from '@kith/core/strings/en';
import { jsonFeed } from '@kith/embed/feeds';
import type { Within } from '../db/schema.js';
import { read } from '../read/read.js';
import * as v from 'valibot';

/** Letters in a feed. */
const MOST = 50;
const words = speech({ wall });

/** JSON Feed 1.1, as far as a wall fills one: https://www.jsonfeed.org/version/1.1/ */
export const feedShape = v.strictObject({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  feed_url: v.string(),
  home_page_url: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  language: v.exactOptional(v.string()),
  items: v.array(
    v.strictObject({
      id: v.string(),
      content_text: v.string(),
      date_published: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
      authors: v.exactOptional(v.array(v.strictObject({ name: v.string(), url: v.exactOptional(v.string()) }))),
      tags: v.exactOptional(v.array(v.string())),
      language: v.exactOptional(v.string()),
    }),
  ),
});
export type Feed = v.InferOutput<typeof feedShape>;

/** The letters everyone may read, newest first, as text. */
export async function feedOf(trx: Within, id: string, address: string, now: Date): Promise<Feed> {
  const { community, purpose } = await read(trx, id, { kind: 'purpose' }, now);
  const { letters, people } = await read(trx, id, { kind: 'wall', limit: MOST }, now);
  const language = await words.load(community?.locale ?? 'en');
  return { ...jsonFeed({ community, purpose, letters, people }, id, language, now), feed_url: address };
}
