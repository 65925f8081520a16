import type { Takes } from '../static/tag-attributes.js';

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
