/**
 * How static HTML says what it is, so that it can be read as data again: by the names of microformats
 * (https://microformats.org/wiki/microformats2), and by own ones where those have none. Each stands both as a class and
 * as a microdata property, since what people paste into keeps now the one and now the other.
 */
export const terms = {
  person: 'h-card',
  letter: 'h-entry',
  letters: 'h-feed',
  name: 'p-name',
  /** Whom a letter speaks of, as a person tag. */
  about: 'u-category',
  author: 'p-author',
  label: 'p-category',
  text: 'e-content',
  at: 'dt-published',
  picture: 'u-photo',
  url: 'u-url',
  role: 'p-role',
  note: 'p-note',
  evidence: 'kith-evidence',
  need: 'kith-need',
  kept: 'kith-kept',
  because: 'kith-because',
  reply: 'kith-reply',
  answer: 'kith-answer',
  try: 'kith-try',
  measured: 'kith-measured',
  result: 'kith-result',
  heard: 'kith-heard',
  did: 'kith-did',
  purpose: 'kith-purpose',
  statement: 'kith-statement',
  made: 'kith-made',
  invitation: 'kith-invitation',
  behind: 'kith-behind',
  line: 'kith-line',
  decision: 'kith-decision',
  title: 'kith-title',
  member: 'kith-member',
  held: 'kith-held',
  aspires: 'kith-aspires',
  itself: 'kith-role',
  needs: 'kith-needs',
  holder: 'kith-holder',
  ladder: 'kith-ladder',
  rung: 'kith-rung',
  can: 'kith-can',
  unlock: 'kith-unlock',
  best: 'kith-best',
  inNeed: 'kith-in-need',
  ask: 'kith-ask',
} as const;

/** Facts without words of their own: `kith-id=ada` among the names. A fact may be said several times. */
export const facts = [
  'id',
  'kind',
  'host',
  'called',
  'own',
  'occasion',
  'reward',
  'from',
  'to',
  'unnamed',
  'asked',
  'delivered',
  'shipped',
  'born',
  'cheers',
  'cheered',
  'backed',
  'alt',
  'version',
  'threshold',
  'with-us',
  'pledged',
  'active',
  'count',
  'unit',
  'name',
  'title',
  'standing',
  'since',
  'hoped',
  'affirmed',
  'affirmer',
  'shown',
  'holders',
  'member',
  'label',
  'acts',
  'at-least',
  'sponsors',
  'manual',
  'value',
  'measure',
  'rung',
  'at',
  'reached',
  'sponsored',
  'exact',
] as const;
export type Fact = (typeof facts)[number];

/** A fact as a name among an element's names: without what would end it, or is not allowed in one. */
export function fact(name: Fact, value: string | number | undefined): string {
  if (value === undefined) return '';
  const words = String(value);
  if (!/[\s%+.:]/.test(words)) return `kith-${name}=${words}`;
  const said = words
    .replace(/[\t\n\f\r%+.:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replaceAll(' ', '+');
  return `kith-${name}=${said}`;
}

/** What an element's names say as facts, in order. */
export function factsIn(names: Iterable<string>): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const each of names) {
    const [, name, value = ''] = /^kith-([a-z-]+)=(.*)$/s.exec(each) ?? [];
    if (name === undefined) continue;
    const values = said.get(name) ?? [];
    const words = value.replaceAll('+', ' ');
    values.push(words.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
    said.set(name, values);
  }
  return said;
}
