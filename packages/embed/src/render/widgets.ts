import { widgets, type Widget } from '../static/shown.js';
import { tagAttributes, type Takes } from '../static/tag-attributes.js';
import { Mistake } from './mistake.js';

/** The attributes that say what is shown of a widget, and what each takes. */
const attributes: ReadonlyMap<Widget, ReadonlyMap<string, Takes>> = new Map(
  widgets.map((widget) => {
    const all = Object.entries(tagAttributes[`kith-${widget}`] ?? {});
    return [widget, new Map(all.flatMap(([name, { takes, isRendered }]) => (isRendered ? [[name, takes]] : [])))];
  }),
);

/** All names of attributes, with whether one is a flag. */
export const attributeNames: ReadonlyMap<string, 'string' | 'boolean'> = new Map(
  [...attributes.values()].flatMap((own) =>
    [...own].map(([name, takes]) => [name, takes === 'flag' ? 'boolean' : 'string'] as const),
  ),
);

/** The widgets as people call them. */
const short: Readonly<Record<string, Widget>> = {
  wall: 'recognition-wall',
  banner: 'purpose-banner',
  badge: 'role-badge',
  ladder: 'progression-ladder',
  intro: 'peer-intro',
};

/** The widgets that are asked for, each once, in the order asked; `all` are all of them. */
export function widgetsIn(words: readonly string[]): Widget[] {
  const found = words
    .flatMap((word) => word.split(','))
    .flatMap((word) => {
      const name = word.trim().toLowerCase();
      if (name === 'all') return widgets;
      const bare = name.replace(/^kith-/, '');
      const widget = Object.hasOwn(short, bare) ? short[bare] : widgets.find((each) => each === bare);
      if (!widget)
        throw new Mistake(`--widget: there is no "${word}". There are ${[...Object.keys(short), 'all'].join(', ')}.`);
      return [widget];
    });
  return [...new Set(found)];
}

/**
 * The attributes of each of the widgets out of what was said once for all. What one of them cannot take is another's;
 * what none can is a mistake.
 */
export function sharedOut(
  chosen: readonly Widget[],
  said: Readonly<Record<string, string | true>>,
): Map<Widget, Record<string, string>> {
  const found = new Map(chosen.map((widget) => [widget, {} as Record<string, string>]));
  for (const [name, value] of Object.entries(said)) {
    const takers = chosen.flatMap((widget) => {
      const takes = attributes.get(widget)?.get(name);
      return takes === undefined ? [] : [{ widget, takes }];
    });
    if (!takers.length) throw new Mistake(`--${name}: ${tagsOf(chosen)} has no such attribute.`);
    const able = takers.filter(({ takes }) => isAllowed(takes, value));
    if (!able.length) {
      const why = takers.map(({ widget, takes }) => `<kith-${widget}> takes ${sayAllowed(takes)}`).join('; ');
      throw new Mistake(`--${name}: "${value}" is none of what it may be. ${why}.`);
    }
    for (const { widget } of able) (found.get(widget) as Record<string, string>)[name] = value === true ? '' : value;
  }
  return found;
}

function tagsOf(chosen: readonly Widget[]): string {
  return chosen.map((widget) => `<kith-${widget}>`).join(' or ');
}

function isAllowed(takes: Takes, value: string | true): boolean {
  if (value === true) return takes === 'flag';
  if (typeof takes === 'string') return takes !== 'flag' && /\S/.test(value);
  if ('least' in takes) return /^\d+$/.test(value) && +value >= takes.least && +value <= takes.most;
  return takes.includes(value);
}

function sayAllowed(takes: Takes): string {
  if (typeof takes === 'string') return takes === 'flag' ? 'nothing after it' : 'words';
  return 'least' in takes ? `${takes.least} to ${takes.most}` : takes.filter(Boolean).join(', ');
}
