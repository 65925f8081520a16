import { plain, sayLetter, speech, type Member, type Recognition } from '@kith/core';
import { wall } from '@kith/core/strings/en';
import type { Within } from '../db/schema.js';
import { read } from '../read/read.js';
import { siteUrl } from './site-url.js';
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
  const byId = new Map(people.map((member) => [member.id, member]));
  const home = siteUrl(community?.url);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: community?.name ?? id,
    feed_url: address,
    ...(home && { home_page_url: home }),
    ...(purpose && { description: purpose.statement }),
    ...(community?.locale && { language: community.locale }),
    items: letters.map((letter) => entryOf(letter, byId)),
  };

  function entryOf(letter: Recognition, byId: Map<string, Member>): Feed['items'][number] {
    const { id, at = '', labels = [], lang } = letter;
    const said = sayLetter(letter, (one) => byId.get(one), language, now);
    const { people, salutation, need, text, days, writtenUp, by } = said;
    const lines = [
      people && plain(people),
      salutation && plain(salutation),
      need,
      text,
      days && [plain(days.asked), plain(days.here), days.took].join(', '),
      writtenUp && plain(writtenUp),
    ];
    const time = new Date(at);
    const own = siteUrl(by?.url);
    return {
      id,
      content_text: lines.filter(Boolean).join('\n\n'),
      ...(!Number.isNaN(time.getTime()) && { date_published: time.toISOString() }),
      ...(by && { authors: [{ name: by.name, ...(own && { url: own }) }] }),
      ...(labels.length && { tags: labels }),
      ...(lang && { language: lang }),
    };
  }
}
