import { namesOf, wordsOf, type HtmlNode } from './html-said.js';

/** What a page says in microformats: https://microformats.org/wiki/microformats2-parsing. */
export interface Item {
  type: string[];
  properties: Record<string, Value[]>;
  children?: Item[];
  /** Of an item that is a property of another. */
  value?: string;
}

/** Words or an address; a picture with what it shows; an item inside an item. Content is its words, without its markup. */
export type Value = string | { value: string; alt: string } | Item;

/** The items in a node, each with those inside it. Addresses are taken from `base`, and stay as they are where that is none. */
export function microformats(root: HtmlNode, base = ''): Item[] {
  const from = elements(root).flatMap((each) => find(each, 'base'))[0];
  const href = from && attribute(from, 'href');
  return itemsIn(root, href === undefined ? base : resolved(href, base));
}

function find(node: HtmlNode, name: string): HtmlNode[] {
  return node.localName === name ? [node] : elements(node).flatMap((each) => find(each, name));
}

function itemsIn(root: HtmlNode, base: string): Item[] {
  const top: Item = { type: [], properties: {} };
  walk(root, top, base);
  return [...(top.children ?? [])];
}

const isRoot = (name: string) => /^h(-[a-z0-9]+)+$/.test(name);
const PROPERTY = /^(p|u|dt|e)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function rootsOf(node: HtmlNode): string[] {
  return [...new Set(namesOf(node, 'class').filter(isRoot))].sort();
}

function propertiesOf(node: HtmlNode): { kind: string; name: string }[] {
  return namesOf(node, 'class').flatMap((each) => {
    const [, kind, name] = PROPERTY.exec(each) ?? [];
    return kind === undefined || name === undefined ? [] : [{ kind, name }];
  });
}

function walk(node: HtmlNode, item: Item, base: string): void {
  for (const child of elements(node)) {
    const properties = item.type.length ? propertiesOf(child) : [];
    const isItem = rootsOf(child).length > 0;
    const nested = isItem ? itemOf(child, base) : undefined;
    if (nested && !properties.length) (item.children ??= []).push(nested);
    for (const { kind, name } of properties) {
      const own = Object.hasOwn(item.properties, name) ? item.properties[name] : undefined;
      const values = own ?? (item.properties[name] = []);
      values.push(nested ? { ...nested, value: valueOfItem(nested, kind, child, base) } : valueAs(kind, child, base));
    }
    if (!nested) walk(child, item, base);
  }
}

function itemOf(node: HtmlNode, base: string): Item {
  const item: Item = { type: rootsOf(node), properties: {} };
  walk(node, item, base);
  const kinds = new Set(within(node).flatMap((each) => propertiesOf(each).map(({ kind }) => kind)));
  const nested = item.children !== undefined || Object.values(item.properties).flat().some(isItem);
  const implied = (name: string, value: Value | undefined) => {
    if (value !== undefined && value !== '' && !Object.hasOwn(item.properties, name)) item.properties[name] = [value];
  };
  if (!kinds.has('p') && !kinds.has('e') && !nested) implied('name', nameOf(node));
  if (!kinds.has('u') && !nested) {
    implied('photo', photoOf(node, base));
  }
  if (!kinds.has('u') && !nested) implied('url', urlOf(node, base));
  return item;
}

/** The elements of an item, but for those of items in it. */
function within(node: HtmlNode): HtmlNode[] {
  return elements(node).flatMap((each) => [each, ...(rootsOf(each).length ? [] : within(each))]);
}

export function isItem(value: Value): value is Item {
  return typeof value === 'object' && 'type' in value;
}

export function plain(value: Value | undefined): string | undefined {
  return typeof value === 'object' ? value.value : value;
}

function valueOfItem(item: Item, kind: string, node: HtmlNode, base: string): string {
  const own = plain(item.properties[kind === 'u' ? 'url' : 'name']?.[0]);
  return (kind === 'p' || kind === 'u' ? own : undefined) ?? plain(valueAs(kind, node, base)) ?? '';
}

function valueAs(kind: string, node: HtmlNode, base: string): Value {
  if (kind === 'u') return addressOf(node, base);
  if (kind === 'e') return wordsOf(node);
  const parts = partsOf(node, kind === 'dt');
  if (parts) return parts;
  if (kind === 'dt' && /^(time|ins|del)$/.test(node.localName ?? '')) return attribute(node, 'datetime') ?? said(node);
  return titled(node) ?? said(node);
}

/** What stands in an attribute instead of in words. */
function titled(node: HtmlNode): string | undefined {
  const { localName = '' } = node;
  if (/^(abbr|link)$/.test(localName)) return attribute(node, 'title');
  if (/^(data|input)$/.test(localName)) return attribute(node, 'value');
  if (/^(img|area)$/.test(localName)) return attribute(node, 'alt');
  return undefined;
}

/** https://microformats.org/wiki/value-class-pattern */
function partsOf(node: HtmlNode, isDate: boolean): string | undefined {
  const parts = within(node).flatMap((each) => {
    const names = namesOf(each, 'class');
    if (names.includes('value-title')) return attribute(each, 'title') ?? [];
    if (!names.includes('value')) return [];
    const when = isDate && /^(time|ins|del)$/.test(each.localName ?? '') ? attribute(each, 'datetime') : undefined;
    return when ?? titled(each) ?? said(each);
  });
  return parts.length ? parts.join(isDate ? 'T' : '') : undefined;
}

function addressOf(node: HtmlNode, base: string): Value {
  const { localName = '' } = node;
  const name = /^(a|area|link)$/.test(localName)
    ? 'href'
    : /^(img|audio|video|source|iframe)$/.test(localName)
      ? 'src'
      : localName === 'object'
        ? 'data'
        : '';
  const found = name ? attribute(node, name) : undefined;
  if (found === undefined) return resolved(partsOf(node, false) ?? titled(node) ?? said(node), base);
  const alt = localName === 'img' ? attribute(node, 'alt') : undefined;
  return alt ? { value: resolved(found, base), alt } : resolved(found, base);
}

function nameOf(node: HtmlNode): string {
  const [only] = alone(node);
  const [inner] = only ? alone(only) : [];
  for (const each of [node, only, inner]) {
    const name = each && /^(img|area|abbr)$/.test(each.localName ?? '') ? titled(each) : undefined;
    if (name) return name.trim();
  }
  return said(node);
}

function photoOf(node: HtmlNode, base: string): Value | undefined {
  return found(node, ['img', 'object'], base);
}

function urlOf(node: HtmlNode, base: string): Value | undefined {
  return found(node, ['a', 'area'], base);
}

/** Itself, or the only one of its kind right inside it, or inside its only element. */
function found(node: HtmlNode, kinds: readonly string[], base: string): Value | undefined {
  if (kinds.includes(node.localName ?? '')) return addressOf(node, base);
  for (const parent of [node, ...alone(node)])
    for (const kind of kinds) {
      const same = elements(parent).filter(({ localName }) => localName === kind);
      const [one] = same;
      if (one && same.length === 1 && !rootsOf(one).length && isAddressed(one)) return addressOf(one, base);
    }
  return undefined;
}

function isAddressed(node: HtmlNode): boolean {
  return ['href', 'src', 'data'].some((name) => attribute(node, name) !== undefined);
}

/** The only element inside, if it is no item of its own. */
function alone(node: HtmlNode): HtmlNode[] {
  const inside = elements(node);
  const [only] = inside;
  return only && inside.length === 1 && !rootsOf(only).length ? [only] : [];
}

function elements(node: HtmlNode): HtmlNode[] {
  return [...node.childNodes].filter(({ nodeType }) => nodeType === 1);
}

function attribute(node: HtmlNode, name: string): string | undefined {
  return node.getAttribute?.(name) ?? undefined;
}

/** The words in a node, where a picture is what it shows. */
function said(node: HtmlNode): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: HtmlNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1 || /^(script|style|template)$/.test(node.localName ?? '')) return '';
  if (node.localName === 'img') return attribute(node, 'alt') ?? ` ${attribute(node, 'src') ?? ''} `;
  return [...node.childNodes].map(textOf).join('');
}

function resolved(address: string, base: string): string {
  return base && URL.canParse(address, base) ? asWritten(address, new URL(address, base).href) : address;
}

/** What is an address by itself stays as it was written. */
function asWritten(address: string, href: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : href;
}
