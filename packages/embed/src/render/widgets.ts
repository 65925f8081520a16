import { widgets, type Widget } from '../static/shown.js';
import { Mistake } from './mistake.js';

/** What an attribute may be: one of a few words, a whole number, somebody's own word, or there or not. */
type Allowed = readonly string[] | { least: number; most: number } | 'words' | 'flag';

const common: Record<string, Allowed> = {
  accent: 'words',
  'heading-level': { least: 1, most: 6 },
  pictures: ['none', 'allow'],
  theme: ['auto', 'light', 'dark'],
};

/**
 * The attributes of each tag that say what is shown. Those that name a source or a language are the command's own to write;
 * `compose`, `hold` and `statement` mean nothing to what is read before anything runs; `limit` is how much is read.
 */
export const attributes: Readonly<Record<Widget, Readonly<Record<string, Allowed>>>> = {
  'purpose-banner': { ...common, layout: ['band', 'card', 'line'], 'no-pledge': 'flag' },
  'role-badge': { ...common, layout: ['chip', 'card', 'glyph'], name: 'words', member: 'words' },
  'recognition-wall': {
    ...common,
    layout: ['list', 'grid'],
    'page-size': { least: 1, most: 10_000 },
    member: 'words',
    'filter-role': 'words',
    'filter-reward': 'words',
    'filter-occasion': 'words',
    spotlight: ['day', 'week'],
  },
  'progression-ladder': { ...common, layout: ['path', 'list'], ladder: 'words', member: 'words' },
  'peer-intro': { ...common, member: 'words' },
};

/** All names of attributes, with whether one is a flag. */
export const attributeNames: ReadonlyMap<string, 'string' | 'boolean'> = new Map(
  Object.values(attributes).flatMap((own) =>
    Object.entries(own).map(([name, allowed]) => [name, allowed === 'flag' ? 'boolean' : 'string'] as const),
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
export function attributesOf(
  chosen: readonly Widget[],
  said: Readonly<Record<string, string | true>>,
): Map<Widget, Record<string, string>> {
  const found = new Map(chosen.map((widget) => [widget, {} as Record<string, string>]));
  for (const [name, value] of Object.entries(said)) {
    const takers = chosen.filter((widget) => Object.hasOwn(attributes[widget], name));
    if (!takers.length) throw new Mistake(`--${name}: ${tagsOf(chosen)} has no such attribute.`);
    const able = takers.filter((widget) => isAllowed(attributes[widget][name], value));
    if (!able.length) {
      const why = takers.map((widget) => `<kith-${widget}> takes ${sayAllowed(attributes[widget][name])}`).join('; ');
      throw new Mistake(`--${name}: "${value}" is none of what it may be. ${why}.`);
    }
    for (const widget of able) (found.get(widget) as Record<string, string>)[name] = value === true ? '' : value;
  }
  return found;
}

function tagsOf(chosen: readonly Widget[]): string {
  return chosen.map((widget) => `<kith-${widget}>`).join(' or ');
}

function isAllowed(allowed: Allowed | undefined, value: string | true): boolean {
  if (value === true) return allowed === 'flag';
  if (allowed === 'words') return /\S/.test(value);
  if (typeof allowed === 'string' || !allowed) return false;
  if ('least' in allowed) return /^\d+$/.test(value) && +value >= allowed.least && +value <= allowed.most;
  return allowed.includes(value);
}

function sayAllowed(allowed: Allowed | undefined): string {
  if (typeof allowed === 'string' || !allowed) return allowed === 'words' ? 'words' : 'nothing after it';
  return 'least' in allowed ? `${allowed.least} to ${allowed.most}` : allowed.join(', ');
}
