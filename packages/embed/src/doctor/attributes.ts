/** What an attribute takes: any words, one of a few, a whole number, the name of a language, or nothing at all. */
export type Takes = 'text' | 'language' | 'flag' | readonly string[] | { least: number; most: number };

type Attributes = Readonly<Record<string, Takes>>;

const provider = ['json', 'all-contributors', 'browser', 'server', 'mail', 'html'];

const common: Attributes = {
  src: 'text',
  provider,
  community: 'text',
  locale: 'language',
  theme: ['auto', 'light', 'dark'],
  'heading-level': { least: 1, most: 6 },
  pictures: ['none', 'allow'],
  hold: 'flag',
  accent: 'text',
};

/** The attributes of each tag, and what they take; a test holds them to the manifest. */
export const attributesOf: Readonly<Record<string, Attributes>> = {
  'kith-community': { src: 'text', provider, viewer: 'text', to: 'text', hold: 'flag' },
  'kith-purpose-banner': { ...common, statement: 'text', layout: ['band', 'card', 'line'], 'no-pledge': 'flag' },
  'kith-role-badge': { ...common, name: 'text', member: 'text', layout: ['chip', 'card', 'glyph'] },
  'kith-recognition-wall': {
    ...common,
    layout: ['list', 'grid'],
    'page-size': { least: 1, most: 10_000 },
    member: 'text',
    'filter-role': 'text',
    'filter-reward': 'text',
    'filter-occasion': 'text',
    compose: 'flag',
    spotlight: ['', 'day', 'week'],
  },
  'kith-progression-ladder': { ...common, ladder: 'text', member: 'text', layout: ['path', 'list'] },
  'kith-peer-intro': { ...common, member: 'text', limit: { least: 1, most: 20 } },
};

/** Attributes that every element of HTML has. */
const everywhere =
  /^(?:accesskey|class|contenteditable|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|inputmode|is|item\w+|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|xmlns|data-.*|aria-.*|on\w+)$/;

export const isEverywhere = (name: string) => everywhere.test(name);

/** What is wrong with an attribute’s value, in the words for what it takes instead; `undefined` where nothing is. */
export function wants(takes: Takes, value: string): string | undefined {
  const word = value.trim().toLowerCase();
  if (takes === 'text') return undefined;
  if (takes === 'flag') return word === 'false' ? 'to be left out: it is on wherever it stands' : undefined;
  if (takes === 'language') return isLanguage(value.trim()) ? undefined : 'a language’s code, such as en or ar';
  if ('least' in takes) {
    const number = Number(word);
    const isOne = word !== '' && Number.isInteger(number) && number >= takes.least && number <= takes.most;
    return isOne ? undefined : `a whole number from ${takes.least} to ${takes.most.toLocaleString('en')}`;
  }
  const said = new Intl.ListFormat('en', { type: 'disjunction' }).format(takes.filter(Boolean));
  return takes.includes(word) ? undefined : said;
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
