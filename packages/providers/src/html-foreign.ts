import { isItem, microformats, plain, type Item, type Value } from './microformats.js';
import { whole, type HtmlNode } from './html-said.js';

type Piece = Record<string, unknown>;
const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The people (h-card) and entries (h-entry) of any page, as a document that nobody has checked. One person is whoever has
 * one address, or, without one, one name. Nothing is made up of what a page does not say.
 */
export function readForeign(root: HtmlNode, base?: string): Piece {
  const items = flat(microformats(root, base));
  const people = new Map<string, Piece & { id: string }>();
  const taken = new Set<string>();

  function personOf(item: Item): string | undefined {
    const [name, url] = [first(item, 'name') ?? item.value?.trim(), first(item, 'url')];
    if (!name) return undefined;
    const key = url ?? name;
    const known = people.get(key);
    const about = aboutOf(item, name, url);
    const id = known?.id ?? idFor(first(item, 'uid') ?? name, taken);
    people.set(key, { ...about, ...known, id });
    return id;
  }

  const cards = items.filter(({ type }) => type.includes('h-card'));
  for (const card of cards) personOf(card);
  const ids = new Set<string>();
  const recognitions = items
    .filter(({ type }) => type.includes('h-entry'))
    .map((entry) => {
      const author = entry.properties['author']?.[0];
      const to = values(entry, 'category').flatMap((each) => (isItem(each) ? (personOf(each) ?? []) : []));
      const labels = values(entry, 'category').flatMap((each) => (typeof each === 'string' && each ? [each] : []));
      const text = first(entry, 'content') ?? first(entry, 'summary') ?? first(entry, 'name');
      const at = first(entry, 'published')?.replace(/^(\S+) +/, '$1T');
      const url = first(entry, 'url');
      return whole({
        id: idFor(first(entry, 'uid') ?? url ?? text ?? 'entry', ids),
        occasion: to.length ? 'thanks' : 'story',
        from: author === undefined ? undefined : personOf(isItem(author) ? author : named(author)),
        to: to.length ? to : undefined,
        text,
        labels: labels.length ? labels : undefined,
        at: at !== undefined && DATE.test(at) ? at : undefined,
        evidence: evidenceOf(entry, url),
      });
    });
  return { kith: 1, members: [...people.values()], recognitions };
}

function named(author: Value): Item {
  return { type: ['h-card'], properties: { name: [author] } };
}

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [
    item,
    ...flat(Object.values(item.properties).flat().filter(isItem)),
    ...flat(item.children ?? []),
  ]);
}

function aboutOf(item: Item, name: string, url: string | undefined): Piece {
  const photo = item.properties['photo']?.[0];
  const labels = values(item, 'category').flatMap((each) => plain(each) || []);
  const src = plain(photo);
  return whole({
    name,
    // Who is called as their organization is one: https://microformats.org/wiki/h-card
    kind: first(item, 'org') === name ? 'organization' : undefined,
    called: first(item, 'nickname'),
    url,
    picture: src ? { src, ...(typeof photo === 'object' && 'alt' in photo && { alt: photo.alt }) } : undefined,
    pronouns: first(item, 'pronouns'),
    title: first(item, 'job-title') ?? first(item, 'role'),
    story: first(item, 'note'),
    labels: labels.length ? labels : undefined,
  });
}

function evidenceOf(entry: Item, url: string | undefined): Piece[] | undefined {
  const evidence = [
    ...values(entry, 'photo').map((each) => ({
      kind: 'image',
      src: plain(each) ?? '',
      ...(typeof each === 'object' && 'alt' in each && { alt: each.alt }),
    })),
    ...(url === undefined ? [] : [{ kind: 'link', src: url }]),
  ];
  return evidence.length ? evidence : undefined;
}

function values(item: Item, name: string): Value[] {
  return Object.hasOwn(item.properties, name) ? (item.properties[name] ?? []) : [];
}

function first(item: Item, name: string): string | undefined {
  return plain(values(item, name)[0])?.trim() || undefined;
}

/** A valid id as near as possible to these words that nobody has yet. */
function idFor(words: string, taken: Set<string>): string {
  const base = [...words.trim().replace(/[\s/\p{Cc}]+/gu, '-')].slice(0, 110).join('') || 'one';
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
