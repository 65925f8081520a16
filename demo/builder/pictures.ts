import { speech, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { badge, banner, intro, ladder, outside, wall } from '@kith/core/strings/en';
import { pictureOf } from '@kith/embed/pictures';
import { lasting } from '@kith/embed/static';
import { json } from '@kith/providers/json';
import type { Making } from './making.js';

const spoken = speech({ badge, banner, intro, ladder, outside, wall });

/** A making as two pictures, to be put where nothing else can stand; undefined where it is none that can be drawn. */
export async function picturesOf(
  { widget, attributes, locale }: Making,
  document: CommunityDocument,
): Promise<Record<'light' | 'dark', string> | undefined> {
  const provider = json({ document }, { report: () => undefined });
  const read = <Q extends Query>(query: Q): Promise<Answer<Q>> => provider.read(query, new AbortController().signal);
  // A saved picture stays for a while: "Saturday" would be another one soon.
  const language = lasting(await spoken.load(locale));
  const title = document.community?.name ?? '';
  const drawn = await pictureOf(widget, attributes, { read, language, title, now: new Date() });
  return typeof drawn === 'string' ? undefined : { light: drawn('light'), dark: drawn('dark') };
}
