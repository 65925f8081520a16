/** What an attribute takes: any words, one of a few, a whole number, the name of a language, or nothing at all. */
export type Takes =
  'text' | 'language' | 'flag' | readonly string[] | { readonly least: number; readonly most: number };

/** An attribute of a tag. */
export interface Attribute {
  takes: Takes;
  /** The command that renders takes it. */
  isRendered?: boolean;
  /**
   * The address of a frame may say it: none by which it could put words into a community's mouth, ask another place or let
   * somebody write.
   */
  isFramed?: boolean;
}

type Attributes = Readonly<Record<string, Attribute>>;

/** Names a source or a language, which others say in their own way, or means nothing before anything runs. */
const inTag = (takes: Takes): Attribute => ({ takes });
const rendered = (takes: Takes): Attribute => ({ takes, isRendered: true });
const framed = (takes: Takes): Attribute => ({ takes, isFramed: true });
const shown = (takes: Takes): Attribute => ({ takes, isRendered: true, isFramed: true });

const source: Attributes = {
  src: inTag('text'),
  provider: inTag(['json', 'all-contributors', 'browser', 'server', 'mail', 'html']),
  hold: inTag('flag'),
};

const common: Attributes = {
  ...source,
  community: inTag('text'),
  locale: inTag('language'),
  theme: shown(['auto', 'light', 'dark']),
  'heading-level': shown({ least: 1, most: 6 }),
  // A frame asks nobody but its own server.
  pictures: rendered(['none', 'allow']),
  accent: shown('text'),
};

/**
 * The attributes of each tag, by its whole name: the one list that the doctor, the snippets, the command that renders and
 * a server's frames go by. A test holds it to the tags.
 */
export const tagAttributes: Readonly<Record<string, Attributes>> = {
  'kith-community': { ...source, viewer: inTag('text'), to: inTag('text') },
  'kith-purpose-banner': {
    ...common,
    statement: inTag('text'),
    layout: shown(['band', 'card', 'line']),
    'no-pledge': rendered('flag'),
  },
  'kith-role-badge': {
    ...common,
    name: shown('text'),
    member: shown('text'),
    layout: shown(['chip', 'card', 'glyph']),
  },
  'kith-recognition-wall': {
    ...common,
    layout: shown(['list', 'grid']),
    'page-size': shown({ least: 1, most: 10_000 }),
    member: shown('text'),
    'filter-role': shown('text'),
    'filter-reward': shown('text'),
    'filter-occasion': shown('text'),
    compose: inTag('flag'),
    spotlight: shown(['', 'day', 'week']),
  },
  'kith-progression-ladder': {
    ...common,
    ladder: shown('text'),
    member: shown('text'),
    layout: shown(['path', 'list']),
  },
  // To the command that renders, --limit is how many letters are read.
  'kith-peer-intro': { ...common, member: shown('text'), limit: framed({ least: 1, most: 20 }) },
};
