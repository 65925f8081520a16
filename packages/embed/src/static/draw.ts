import {
  fact,
  markup,
  Markup,
  safePicture,
  terms,
  type Answer,
  type Language,
  type Mark,
  type Member,
  type Phrase,
  type Query,
  type Strings,
} from '@kith/core';

/** What a widget is drawn with. */
export interface Drawing {
  read: <Q extends Query>(query: Q) => Promise<Answer<Q>>;
  attributes: Readonly<Record<string, string>>;
  language: Language<Strings>;
  now: Date;
  headingLevel: number;
  pictures: 'none' | 'allow';
}

export type Drawn = Markup | string | undefined | readonly Drawn[];
/** What stands in a line; everything else begins one, for whoever reads the text. */
const inline = new Set(['a', 'b', 'span']);
type Names = readonly (string | undefined | false)[];

/** An element that says what it is by these names, which stand both where microformats and where microdata are read. */
export function element(tag: string, names: Names, inside: Drawn, attributes?: Markup): Markup {
  let said = '';
  for (const name of names) if (name) said += said ? ` ${name}` : name;
  const { text } = said ? markup`${said}` : { text: '' };
  const own = said ? ` class="${text}" itemprop="${text}"` : '';
  const begin = `${inline.has(tag) ? '' : '\n'}<${tag}${own}${attributes?.text ?? ''}>`;
  return new Markup(`${begin}${markup`${inside}`.text}</${tag}>`);
}

/** Words of somebody's own, isolated from the text around them. No cleaner of pasted HTML that is known to us keeps `<bdi>`. */
export function own(words: string, names: Names = [], lang?: string): Markup {
  return element('span', names, words, markup`${langOf(lang)} dir="auto"`);
}

/** Longer words of somebody's own, with the lines they have. */
export function text(tag: string, words: string, names: Names, lang?: string): Markup {
  return element(tag, names, lines(words), markup`${langOf(lang)} dir="auto"`);
}

function lines(words: string): Markup {
  const [first = '', ...others] = words.split(/\r\n?|\n/);
  return others.length ? markup`${[first, ...others.map((line) => markup`<br>${line}`)]}` : markup`${first}`;
}

/** A language as HTML may name it; what is none is left out. */
export function langOf(lang: string | undefined): Markup | undefined {
  return lang && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? markup` lang="${lang}"` : undefined;
}

/** A moment: its words, and the moment itself where it outlives whoever takes `<time>` away. */
export function time(said: Mark, names: Names = []): Markup | undefined {
  if (typeof said === 'string' || !('time' in said)) return undefined;
  const inside = markup`<time class="value" datetime="${said.at}">${said.time}</time>`;
  return names.length ? element('span', names, inside, markup` title="${said.at}"`) : inside;
}

/** What a piece of a phrase is, beside its words. */
export interface Known {
  /** As whichever of these it stands in the phrase. */
  words: readonly (string | undefined)[];
  names: Names;
  /** What it is in full, where it may stand there shortened. */
  full?: string;
  lang?: string | undefined;
}

/** Members as they are named: on a wall the same few are, over and over. */
const named = new WeakMap<Member, Map<string, Known>>();

/** A member as they are named in a phrase. */
export function known(member: Member, ...names: readonly string[]): Known {
  const kinds = named.get(member) ?? new Map<string, Known>();
  const kind = names.join(' ');
  const before = kinds.get(kind);
  if (before) return before;
  const piece = knownAs(member, names);
  named.set(member, kinds.set(kind, piece));
  return piece;
}

function knownAs(member: Member, names: readonly string[]): Known {
  const { name, called } = member;
  return { words: [called, name], full: name, names: [[...names, terms.person, ...factsOf(member)].join(' ')] };
}

/** Which member it is, and what else tells them from others. */
export function factsOf({ id, kind, host }: Member): string[] {
  const isPerson = kind === undefined || kind === 'person';
  return [fact('id', id), isPerson ? '' : fact('kind', kind), host ? fact('host', 'true') : ''].filter(Boolean);
}

/** Draws a phrase; what is known of its pieces stands in their order. */
export function draw(said: Phrase, ...pieces: readonly Known[]): Markup[] {
  const left = [...pieces];
  return said.map((mark) => {
    const words = wordsOf(mark);
    const at = left.findIndex((each) => each.words.includes(words));
    const [piece] = at < 0 ? [] : left.splice(at, 1);
    return drawMark(mark, piece);
  });
}

function drawMark(mark: Mark, piece: Known | undefined): Markup {
  if (typeof mark === 'string') return piece ? own(mark, piece.names, piece.lang) : markup`${mark}`;
  if ('link' in mark) return mark.href ? link(mark, piece?.names) : own(mark.link, piece?.names);
  if ('time' in mark) return time(mark, piece?.names) ?? markup``;
  const words = wordsOf(mark);
  if (!piece) return own(words);
  const { full = words, names, lang } = piece;
  const more = markup`${langOf(lang)} dir="auto"${full === words ? undefined : markup` title="${full}"`}`;
  return element('span', names, words, more);
}

/** A mark's words alone. */
export function wordsOf(mark: Mark): string {
  if (typeof mark === 'string') return mark;
  if ('name' in mark) return mark.name;
  if ('link' in mark) return mark.link;
  return 'time' in mark ? mark.time : mark.word;
}

/** A link that is safe to follow: whoever made the phrase saw to that. */
export function link({ link: words, href }: { link: string; href: string }, names: Names = []): Markup {
  return element('a', names, words, markup` href="${href}" rel="noopener noreferrer ugc nofollow" dir="auto"`);
}

/** Somebody by themselves: their name, with their picture where that may be asked for. */
export function person(member: Member, pictures: Drawing['pictures'], ...names: readonly string[]): Markup {
  const src = pictures === 'allow' && member.picture ? safePicture(member.picture.src) : undefined;
  const picture =
    src &&
    markup`<img class="${terms.picture}" itemprop="${terms.picture}" src="${src}" alt="" width="32" height="32" loading="lazy" decoding="async" referrerpolicy="no-referrer"> `;
  const piece = known(member, ...names);
  const called = member.called && member.called !== member.name ? fact('called', member.called) : '';
  const name = picture ? element('span', [terms.name], member.name) : member.name;
  return element('span', [...piece.names, called], [picture || undefined, name], markup` dir="auto"`);
}

/** A heading of the level the page wants. */
export function heading({ headingLevel }: Drawing, names: Names, inside: Drawn, looks = ''): Markup {
  return element(`h${headingLevel}`, [...names, looks], inside, markup` dir="auto"`);
}

/** A line, nothing where there is nothing to say. */
export function line(said: Drawn, names: Names = []): Markup | undefined {
  return said === undefined || said === '' ? undefined : element('p', names, said);
}

/** The widget as a whole, in its language. */
export function whole(widget: string, { language }: Drawing, inside: Drawn, names: Names = []): Markup {
  const { format, direction } = language;
  const all = element('div', [`kith-${widget}`, ...names], inside);
  return markup`<div class="kith-static" itemscope lang="${format.locale}" dir="${direction}">${all}\n</div>`;
}
