import type { Store } from '@kith/core';

/** A `kith-community`, of this version of Kith or another. */
export interface CommunityElement extends HTMLElement {
  readonly store: Store | undefined;
}

/** What all Kith tags on a page share, whichever version or prefix they were registered under. */
export interface Page {
  readonly protocol: 1;
  readonly communities: Set<CommunityElement>;
  /** Stores that may be shared, by what they show. */
  readonly stores: Map<string, WeakRef<Store>>;
  /** The host page's type and colors, adopted by every Kith shadow root. */
  readonly look: CSSStyleSheet;
  /** Whether `look` has been read since the page last changed its own. */
  lookIsRead: boolean;
  /** Calls back when a community came, went or got another store, or the page its language or look. */
  watch(changed: () => void): () => void;
  changed(): void;
}

const KEY = Symbol.for('kith');

/** The page's one Kith; made by whichever tag comes first. */
export function page(): Page {
  const protocols = ((globalThis as { [KEY]?: Record<number, Page> })[KEY] ??= Object.create(null) as Record<
    number,
    Page
  >);
  return (protocols[1] ??= createPage());
}

function createPage(): Page {
  const watching = new Set<() => void>();
  const self: Page = {
    protocol: 1,
    communities: new Set(),
    stores: new Map(),
    look: new CSSStyleSheet(),
    lookIsRead: false,
    changed: () => [...watching].forEach((listener) => listener()),
    watch(listener) {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
  };
  const changedItsLook = () => {
    self.lookIsRead = false;
    self.changed();
  };
  // While a page is still being parsed a tag cannot know whether its content is whole.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', self.changed, { once: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changedItsLook);
  const attributes = new MutationObserver(changedItsLook);
  for (const root of [document.documentElement, document.body])
    if (root) attributes.observe(root, { attributes: true });
  // Styles of the page's own may come after its tags.
  const sheets = document.styleSheets.length;
  const loaded = () => document.styleSheets.length === sheets || changedItsLook();
  if (document.readyState !== 'complete') addEventListener('load', loaded, { once: true });
  return self;
}

/**
 * The community a tag belongs to: the one it names, else the nearest above it, else the page's first. One that a
 * `<div data-kith>` became is there for what stands in it or names it alone, since a stranger may have placed it.
 */
export function communityFor(tag: Element, name: string | undefined): CommunityElement | undefined {
  const { communities } = page();
  const written = [...communities].filter(({ dataset }) => !dataset['kithWas']);
  if (name) return [...written, ...communities].find(({ id }) => id === name);
  for (let above = around(tag); above; above = around(above)) {
    if (communities.has(above as CommunityElement)) return above as CommunityElement;
  }
  return written.sort(inDocumentOrder)[0];
}

/** The element a node stands in, also across a shadow root's edge. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as ShadowRoot).host ?? null;
}

/** The same as the page is drawn: what is in a slot stands in what is around the slot. */
function around(node: Node): Node | null {
  return (node as Partial<Element>).assignedSlot ?? parentOf(node);
}

/** Compares nodes by where they stand in the page. */
export function inDocumentOrder(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
