import { plain, sayLetter, siteUrl, type Language, type Member, type Recognition, type Words } from '@kith/core';
import type { Told } from './told.js';

/** JSON Feed 1.1, as far as a wall fills one: https://www.jsonfeed.org/version/1.1/ */
export interface Feed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  feed_url?: string;
  home_page_url?: string;
  description?: string;
  language?: string;
  items: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  content_text: string;
  date_published?: string;
  authors?: { name: string; url?: string }[];
  tags?: string[];
  language?: string;
}

/** The letters as text. `title` where the community has no name. */
export function jsonFeed(
  { community, purpose, letters, people }: Told,
  title: string,
  language: Language<Words<'wall'>>,
  now: Date,
): Feed {
  const byId = new Map(people.map((member) => [member.id, member]));
  const home = siteUrl(community?.url);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: community?.name ?? title,
    ...(home && { home_page_url: home }),
    ...(purpose && { description: purpose.statement }),
    ...(community?.locale && { language: community.locale }),
    items: letters.map((letter) => entryOf(letter, byId, language, now)),
  };
}

function entryOf(
  letter: Recognition,
  byId: ReadonlyMap<string, Member>,
  language: Language<Words<'wall'>>,
  now: Date,
): FeedEntry {
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
    ...(labels.length && { tags: [...labels] }),
    ...(lang && { language: lang }),
  };
}
