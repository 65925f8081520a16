import type { Widget } from '../static/shown.js';
import { tagAttributes } from '../static/tag-attributes.js';
import type { Attributes } from './source.js';
import type { Wanted } from './wanted.js';

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/i;
/** What is said by other means. */
const refused = new Set(['src', 'provider', 'community', 'hold', 'locale', 'accent']);

/**
 * What a tag says of itself, but for where its people are. The language stands in `lang`, which is also how the page's
 * readers and their screen readers know it; the color in `accent`, since a strict policy refuses `style` and editors take
 * it out.
 */
export function attributesOf({ widget, attributes, accent, locale }: Wanted): Attributes {
  const own = Object.entries(attributes).filter(([name]) => isOwn(name, widget));
  return {
    ...Object.fromEntries(own),
    ...(accent && { accent }),
    lang: locale,
    ...(RIGHT_TO_LEFT.test(locale) && { dir: 'rtl' }),
  };
}

/**
 * Whether a widget says something of itself by that name: one that is none of the tag's may mean something to the page, or
 * to a framework's template.
 */
export function isOwn(name: string, widget: Widget): boolean {
  return Object.hasOwn(tagAttributes[`kith-${widget}`] ?? {}, name) && !refused.has(name);
}
