import { readFileSync } from 'node:fs';
import { parseFragment, serialize, type Attribute, type ChildNode, type Element } from 'parse5';
import { shared } from './shared.js';

/** What a place that takes people's HTML leaves of it. */
export interface Sanitizer {
  name: string;
  sanitize: (html: string) => string;
}

/** The names a list of WordPress's manner allows: a script's tags go, and its words stay. */
interface PostList {
  globalAttributes: readonly string[];
  tags: Readonly<Record<string, readonly string[]>>;
}

type Allowed = string | readonly [string, ...(string | boolean)[]];

/** The same of GitHub's, as `hast-util-sanitize` writes it. */
interface ReadmeList {
  tagNames: readonly string[];
  strip: readonly string[];
  attributes: Readonly<Record<string, readonly Allowed[]>>;
  ancestors: Readonly<Record<string, readonly string[]>>;
  protocols: Readonly<Record<string, readonly string[]>>;
  clobber: readonly string[];
  clobberPrefix: string;
}

const words = (text: string) => text.split(' ');

/** Written here, as strict as the lists of others are, for who has none of those. */
const ownPostList: PostList = {
  globalAttributes: words('aria-* class data-* dir hidden id lang role style title'),
  tags: {
    ...Object.fromEntries(
      words(
        'abbr article aside b bdo blockquote br cite code dd div dl dt em footer h2 h3 h4 h5 h6 header hr i ' +
          'main nav p s section small span strong sub sup u ul',
      ).map((tag) => [tag, []]),
    ),
    a: words('href rel target'),
    details: ['open'],
    summary: [],
    del: ['datetime'],
    img: words('alt height loading src width'),
    ins: ['datetime'],
    li: ['value'],
    ol: words('reversed start type'),
  },
};

const ownReadmeList: ReadmeList = {
  tagNames: words(
    'a b blockquote br code dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins li ol p picture q s section ' +
      'source span strong sub summary sup table tbody td th thead tr ul var',
  ),
  strip: ['script'],
  attributes: {
    a: ['href'],
    div: ['itemScope', 'itemType'],
    img: ['src'],
    li: [['className', 'task-list-item']],
    source: ['srcSet'],
    '*': words('alt dateTime dir height id itemProp lang media name open start title width'),
  },
  ancestors: { td: ['table'], th: ['table'], tr: ['table'] },
  protocols: { href: words('http https mailto'), src: words('http https') },
  clobber: words('id name'),
  clobberPrefix: 'user-content-',
};

/** The list that others keep, else the one of this file. */
function listAt<T>(place: string, own: T): { list: T; from: string } {
  const path = shared(`corpora/cms-sanitizers/${place}`);
  return path
    ? { list: JSON.parse(readFileSync(path, 'utf8')) as T, from: 'its own list' }
    : { list: own, from: 'a list like it' };
}

const { list: posts, from: postsFrom } = listAt('wordpress-kses-post.json', ownPostList);
const { list: readmes, from: readmesFrom } = listAt('github-hast-default.json', ownReadmeList);

/** For tests of what survives where a CMS takes things out. Without `corpora/cms-sanitizers` in KITH_SHARED, by the lists of this file. */
export const sanitizers: readonly Sanitizer[] = [
  {
    name: `WordPress, for who may not write scripts (${postsFrom})`,
    sanitize: filtered({
      takes: ({ tagName }) => Object.hasOwn(posts.tags, tagName),
      attribute: (attribute, { tagName }) => {
        const names = [...posts.globalAttributes, ...(posts.tags[tagName] ?? [])];
        return names.some((name) => isCalled(attribute, name)) && isAddress(attribute, words('http https mailto tel'))
          ? attribute
          : undefined;
      },
    }),
  },
  {
    name: `GitHub (${readmesFrom})`,
    sanitize: filtered({
      takes: ({ tagName }, above) =>
        readmes.tagNames.includes(tagName) &&
        (readmes.ancestors[tagName]?.some((name) => above.includes(name)) ?? true),
      drops: ({ tagName }) => readmes.strip.includes(tagName),
      attribute: (attribute, { tagName }) => {
        const { '*': everywhere = [], [tagName]: here = [] } = readmes.attributes;
        // What a tag says of an attribute goes before what is said of all.
        const definition = [...here, ...everywhere].find((each) => attributeOf(nameIn(each)) === attribute.name);
        if (definition === undefined || !isAllowed(attribute.value, definition)) return undefined;
        if (!isAddress(attribute, readmes.protocols[attribute.name] ?? [])) return undefined;
        const isClobbering = readmes.clobber.some((name) => attributeOf(name) === attribute.name);
        return isClobbering ? { ...attribute, value: readmes.clobberPrefix + attribute.value } : attribute;
      },
    }),
  },
];

interface Filter {
  /** Whether an element stays, within elements of these names; of one that does not, what is in it stays. */
  takes: (element: Element, above: readonly string[]) => boolean;
  /** Whether what is in it goes, too. */
  drops?: (element: Element) => boolean;
  /** The attribute as it stays; undefined where it goes. */
  attribute: (attribute: Attribute, element: Element) => Attribute | undefined;
}

function filtered({ takes, drops = () => false, attribute }: Filter): Sanitizer['sanitize'] {
  const left = (node: ChildNode, above: readonly string[]): ChildNode[] => {
    if (node.nodeName === '#comment') return [];
    if (!('tagName' in node)) return [node];
    if (drops(node)) return [];
    const isTaken = takes(node, above);
    const inside = node.childNodes.flatMap((child) => left(child, isTaken ? [...above, node.tagName] : above));
    if (!isTaken) return inside;
    const attrs = node.attrs.flatMap((each) => attribute(each, node) ?? []);
    return [Object.assign(node, { attrs, childNodes: withParent(inside, node) })];
  };
  return (html) => {
    const fragment = parseFragment(html);
    fragment.childNodes = withParent(
      fragment.childNodes.flatMap((child) => left(child, [])),
      fragment,
    );
    return serialize(fragment);
  };
}

/** A text is written as its parent asks: in a script as it is, elsewhere with its signs escaped. */
function withParent<P extends Element['parentNode']>(nodes: ChildNode[], parent: P): ChildNode[] {
  return nodes.map((node) => Object.assign(node, { parentNode: parent }));
}

function isCalled({ name }: Attribute, allowed: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;
}

function nameIn(allowed: Allowed): string {
  return typeof allowed === 'string' ? allowed : allowed[0];
}

function isAllowed(value: string, allowed: Allowed): boolean {
  if (typeof allowed === 'string') return true;
  return allowed.slice(1).some((each) => {
    const [, pattern] = String(each).match(/^\/(.*)\/$/) ?? [];
    return pattern === undefined ? value === String(each) : new RegExp(pattern).test(value);
  });
}

/** Whether an attribute is no address, one within the page's own site, or one by a protocol that is allowed. */
function isAddress({ name, value }: Attribute, protocols: readonly string[]): boolean {
  if (!['href', 'src', 'srcset', 'cite', 'longdesc'].includes(name)) return true;
  const [, protocol] = value.trim().match(/^([a-z][a-z0-9+.-]*):/i) ?? [];
  return protocol === undefined || name === 'srcset' || protocols.includes(protocol.toLowerCase());
}

/** An attribute's name in HTML, of the property that a list has for it. */
function attributeOf(property: string): string {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  const dashed = property.replace(property.startsWith('data') ? /[A-Z]/g : /(?<=^aria|^accept)[A-Z]/, '-$&');
  return dashed.toLowerCase();
}
