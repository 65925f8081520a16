import { factsIn, terms, type Fact } from '@kith/core';

/** Of a page's nodes as much as is read: an `Element` is one, and so is what any parser makes that can be asked the same. */
export interface HtmlNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  /** An element's name, in small letters. */
  readonly localName?: string;
  getAttribute?(name: string): string | null;
}

/** An element that says what it is, with those inside it that do. */
export interface Said {
  readonly node: HtmlNode;
  readonly names: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly inside: readonly Said[];
}

/** A piece of a document that nobody has checked. */
export type Piece = Record<string, unknown>;

const unread = new Set(['script', 'style', 'template', 'noscript']);

/** What the elements in a node say that they are, as classes or as microdata; of what has no names only what is in it. */
export function saidIn(node: HtmlNode, isName: (name: string) => boolean): Said {
  return { ...one(node, isName), inside: insideOf(node, isName) };
}

function insideOf(node: HtmlNode, isName: (name: string) => boolean): Said[] {
  const found: Said[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType !== 1 || unread.has(child.localName ?? '')) continue;
    const said = saidIn(child, isName);
    if (said.names.size) found.push(said);
    else found.push(...said.inside);
  }
  return found;
}

function one(node: HtmlNode, isName: (name: string) => boolean): Omit<Said, 'inside'> {
  const names = new Set([...namesOf(node, 'class'), ...namesOf(node, 'itemprop')].filter(isName));
  return { node, names, facts: factsIn(names) };
}

export function namesOf(node: HtmlNode, attribute: 'class' | 'itemprop'): string[] {
  return (node.getAttribute?.(attribute) ?? '').split(/[\t\n\f\r ]+/).filter(Boolean);
}

/** Those of this name in an element, in order; not in others of these names. */
export function all({ inside }: Said, name: string, ...but: readonly string[]): Said[] {
  return inside.flatMap((said) => [
    ...(said.names.has(name) ? [said] : []),
    ...(but.some((each) => said.names.has(each)) ? [] : all(said, name, ...but)),
  ]);
}

export function first(said: Said, name: string, ...but: readonly string[]): Said | undefined {
  return all(said, name, ...but)[0];
}

/** A fact's first value. */
export function valueOf(said: Said | undefined, fact: Fact): string | undefined {
  return said?.facts.get(fact)?.[0];
}

/** A fact that is a number; undefined where it is none. */
export function numberOf(said: Said | undefined, fact: Fact): number | undefined {
  const number = Number(valueOf(said, fact) ?? NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** The words in a node, with the lines and spaces a page would show. */
export function wordsOf(node: HtmlNode | undefined): string {
  return node
    ? raw(node)
        .replace(/ *\n */g, '\n')
        .replace(/ {2,}/g, ' ')
        .trim()
    : '';
}

function raw(node: HtmlNode): string {
  if (node.nodeType === 3) return (node.nodeValue ?? '').replace(/[\t\n\f\r ]+/g, ' ');
  if (node.nodeType !== 1 || unread.has(node.localName ?? '')) return '';
  if (node.localName === 'br') return '\n';
  return [...node.childNodes].map(raw).join('');
}

/** An attribute's words; undefined where there are none. */
export function attributeOf(node: HtmlNode | undefined, name: string): string | undefined {
  return node?.getAttribute?.(name)?.trim() || undefined;
}

/** Without what is undefined. */
export function whole<T extends object>(piece: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(piece).filter(([, value]) => value !== undefined)) as never;
}

/** All values of a fact, in order. */
export function values(said: Said, fact: Fact): readonly string[] {
  return said.facts.get(fact) ?? [];
}

/** Without what is undefined; undefined where nothing is left. */
export function filled<T extends object>(piece: T) {
  const known = whole(piece);
  return Object.keys(known).length ? known : undefined;
}

/** The words that are said in it. */
export function words(said: Said | undefined): string {
  return wordsOf(said?.node);
}

/** The language it says that it is in. */
export function langOf(said: Said | undefined): string | undefined {
  return attributeOf(said?.node, 'lang');
}

/** Where it leads to. */
export function hrefOf(said: Said | undefined): string | undefined {
  return attributeOf(said?.node, 'href');
}

/** What is in a letter, and no part of its own words. */
export const replied = [terms.answer, terms.reply];

/** When it was: the moment stands beside its words. */
export function atOf(said: Said): string | undefined {
  return attributeOf(first(said, terms.at, ...replied)?.node, 'title');
}

/** Undefined where there is none. */
export function some<T>(list: readonly T[]): T[] | undefined {
  return list.length ? [...list] : undefined;
}
