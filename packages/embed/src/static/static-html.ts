import { speech, type Language, type Markup, type Provider } from '@kith/core';
import * as all from '@kith/core/strings/en';
import { numberOf, wordOf } from './attributes.js';
import { draw, line, whole, type Drawing } from './draw.js';
import { peerIntro } from './peer-intro.js';
import { progressionLadder } from './progression-ladder.js';
import { purposeBanner } from './purpose-banner.js';
import { recognitionWall } from './recognition-wall.js';
import { roleBadge } from './role-badge.js';
import type { Shown, Widget } from './shown.js';

const spoken = speech(all);

const drawn: { readonly [W in Widget]: (drawing: Drawing) => Promise<Markup> } = {
  'purpose-banner': purposeBanner,
  'role-badge': roleBadge,
  'recognition-wall': recognitionWall,
  'progression-ladder': progressionLadder,
  'peer-intro': peerIntro,
};

/**
 * What a widget shows a visitor as complete HTML that needs neither script nor style: what a tag holds before and without
 * JavaScript. It names nobody whom the provider does not name, and says in its elements' names what is in it, so that it
 * can be read as data again. Rejects with the provider's `ProviderError`.
 */
export async function staticHtml(provider: Provider, shown: Shown): Promise<Markup> {
  const { attributes = {}, now = new Date() } = shown;
  const { signal } = new AbortController();
  const read: Drawing['read'] = (query) => provider.read(query, signal);
  const locale = shown.locale ?? attributes['locale'] ?? (await localeOf(read, attributes));
  return drawn[shown.widget]({
    read,
    attributes,
    language: lasting(await spoken.load(locale)),
    now,
    headingLevel: numberOf(attributes, 'heading-level', 2, 1, 6),
    pictures: wordOf(attributes, 'pictures', ['none', 'allow']),
  });
}

/** What stands for a widget of which nothing is known yet: in a sentence, where it comes from. */
export async function staticLead(widget: Widget, locale: string, place: string, href = ''): Promise<Markup> {
  const language = await spoken.load(locale);
  return whole(widget, { language }, line(draw(language.words.comesFrom({ link: place, href }))));
}

/** What says a purpose of its own asks nobody for one. */
async function localeOf(read: Drawing['read'], { statement }: Readonly<Record<string, string>>): Promise<string> {
  if (statement?.trim()) return 'en';
  return (await read({ kind: 'community' })).community?.locale ?? 'en';
}

/** The same language, with each day's year: a page stands for longer than "Saturday" is true. */
export function lasting<W>(language: Language<W>): Language<W> {
  const { format } = language;
  const shapes = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(format.locale, shapes);
  const everywhere = new Intl.DateTimeFormat(format.locale, { ...shapes, timeZone: 'UTC' });
  return {
    ...language,
    format: {
      ...format,
      day(at) {
        const date = new Date(at);
        if (Number.isNaN(date.getTime())) return undefined;
        // A date without a time is that day everywhere.
        return { time: (at.length === 10 ? everywhere : days).format(date), at };
      },
      month: (at) => format.month(at, farAhead),
    },
  };
}

const farAhead = new Date(8.64e15);
