import {
  fact,
  inMarkup,
  markup,
  Markup,
  safePicture,
  terms,
  type Answer,
  type Language,
  type Mark,
  type Member,
  type Phrase,
  type Piece,
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

export type Drawn = Piece;
/** What stands in a line; everything else begins one, for whoever reads the text. */
const inline = new Set(['a', 'b', 'span']);
type Names = readonly (string | undefined | false)[];

/** An element that says what it is by these names, which stand both where microformats and where microdata are read. */
export function element(tag: string, names: Names, inside: Drawn, attributes?: Markup): Markup {
  let said = '';
  for (const name of names) if (name) said += said ? ` ${name}` : name;
  said = inMarkup(said);
  const own = said && ` class="${said}" itemprop="${said}"`;
  const begin = inline.has(tag) ? '<' : '\n<';
  // Joined at once: a text of a thousand pieces holds on to each of them.
  return new Markup([begin, tag, own, inMarkup(attributes), '>', inMarkup(inside), '</', tag, '>'].join(''));
}

/** Words of somebody's own, isolated from the text around them. No cleaner of pasted HTML that is known to us keeps `<bdi>`. */
export function own(words: string, names: Names = [], lang?: string): Markup {
  return element('span', names, words, itsOwn(lang));
}

/** Longer words of somebody's own, with the lines they have. */
export function text(tag: string, words: string, names: Names, lang?: string): Markup {
  return element(tag, names, lines(words), itsOwn(lang));
}

function lines(words: string): Drawn {
  if (!/[\r\n]/.test(words)) return words;
  return words.split(/\r\n?|\n/).map((line, i) => (i ? [markup`<br>`, line] : line));
}

const auto = markup` dir="auto"`;

/** What words of somebody's own are: in a language as HTML may name it, and in its direction. */
function itsOwn(lang?: string): Markup {
  return lang && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? markup` lang="${lang}"${auto}` : auto;
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
  /** Somebody, drawn in each of these words. */
  drawn?: ReadonlyMap<string, Markup>;
}

/** What is made of a member, and of some names: made once, since on a wall the same few are, over and over. */
function ofMember<T>(make: (member: Member, names: string) => T): (member: Member, names?: string) => T {
  const made = new WeakMap<Member, Map<string, T>>();
  return (member, names = '') => {
    let byNames = made.get(member);
    if (!byNames) made.set(member, (byNames = new Map<string, T>()));
    let one = byNames.get(names);
    if (one === undefined) byNames.set(names, (one = make(member, names)));
    return one;
  };
}

/** A member as they are named in a phrase. */
export const known = ofMember((member, names): Known => {
  const { name, called = name } = member;
  const piece = { words: [called, name], full: name, names: [names, terms.person, ...factsOf(member)] };
  return { ...piece, drawn: new Map(piece.words.map((words) => [words, drawMark({ name: words }, piece)])) };
});

/** Which member it is, and what else tells them from others. */
export function factsOf({ id, kind, host }: Member): string[] {
  const isPerson = kind === undefined || kind === 'person';
  return [fact('id', id), isPerson ? '' : fact('kind', kind), host ? fact('host', 'true') : ''].filter(Boolean);
}

/** Draws a phrase; what is known of its pieces stands in their order. */
export function draw(said: Phrase, ...pieces: Known[]): Markup {
  let text = '';
  for (const mark of said) {
    const words = wordsOf(mark);
    const at = pieces.findIndex((each) => each.words.includes(words));
    const piece = pieces[at];
    if (piece) pieces.splice(at, 1);
    text += (piece?.drawn?.get(words) ?? drawMark(mark, piece)).text;
  }
  return new Markup(text);
}

function drawMark(mark: Mark, piece: Known | undefined): Markup {
  if (typeof mark === 'string') return piece ? own(mark, piece.names, piece.lang) : markup`${mark}`;
  if ('link' in mark) return mark.href ? link(mark, piece?.names) : own(mark.link, piece?.names);
  if ('time' in mark) return time(mark, piece?.names) ?? markup``;
  const words = wordsOf(mark);
  if (!piece) return own(words);
  const { full = words, names, lang } = piece;
  const more = itsOwn(lang);
  return element('span', names, words, full === words ? more : markup`${more} title="${full}"`);
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
  return element('a', names, words, markup`${linkTo(href)}${auto}`);
}

/** Where a link leads: nobody there learns whence one comes, nor that a site vouches for it. */
export function linkTo(href: string): Markup {
  return markup` href="${href}" rel="noopener noreferrer ugc nofollow"`;
}

/** Somebody by themselves: their name, with their picture where that may be asked for. */
export function person(member: Member, pictures: Drawing['pictures'], names: string): Markup {
  return (pictures === 'allow' && member.picture ? pictured : unpictured)(member, names);
}

const unpictured = ofMember((member, names) => card(member, names, member.name));

const pictured = ofMember((member, names) => {
  const src = member.picture && safePicture(member.picture.src);
  if (!src) return unpictured(member, names);
  const picture = markup`<img class="${terms.picture}" itemprop="${terms.picture}" src="${src}" alt="" width="32" height="32" loading="lazy" decoding="async" referrerpolicy="no-referrer"> `;
  return card(member, names, [picture, element('span', [terms.name], member.name)]);
});

function card(member: Member, names: string, inside: Drawn): Markup {
  const called = member.called && member.called !== member.name ? fact('called', member.called) : '';
  return element('span', [names, terms.person, ...factsOf(member), called], inside, auto);
}

/** A heading of the level the page wants. */
export function heading({ headingLevel }: Drawing, names: Names, inside: Drawn, looks = ''): Markup {
  return element(`h${headingLevel}`, [...names, looks], inside, auto);
}

/** A line, nothing where there is nothing to say. */
export function line(said: Drawn, names: Names = []): Markup | undefined {
  return said === undefined || said === '' ? undefined : element('p', names, said);
}

/** What there is of these, with a space between. */
export function spaced(...pieces: readonly Drawn[]): Drawn {
  const here = pieces.filter((each) => each !== undefined && each !== '');
  return here.length > 1 ? here.map((each, i) => (i ? [' ', each] : each)) : here[0];
}

/** The widget as a whole, in its language. */
export function whole(
  widget: string,
  { language }: Pick<Drawing, 'language'>,
  inside: Drawn,
  names: Names = [],
): Markup {
  const { format, direction } = language;
  const all = element('div', [`kith-${widget}`, ...names], inside);
  return markup`<div class="kith-static" itemscope lang="${format.locale}" dir="${direction}">${all}\n</div>`;
}
