/** Finds the document inside a tag where an editor got hold of it. Loaded only where one seems to be there. */
import { forgive } from '@kith/providers/forgive';
import { tell } from './attributes.js';
import { BEGINNING, textOf } from './document-inside.js';

/** What holds a tag of Kith's own, whose documents are its own. */
const isTag = (node: Node) => node instanceof Element && node.localName.includes('-');

/**
 * The text of a document that stands in a tag otherwise than in a script of its own: in one within a paragraph, in a
 * template, a comment, `<pre>` or `<code>`, or as mere text. What held it goes, as it is nobody's to read.
 */
export function unwrap(tag: HTMLElement): string | undefined {
  const nodes = [...tag.childNodes].filter((node) => !isTag(node) && !(node as Partial<Element>).slot);
  for (const node of nodes) {
    const script = BEGINNING.test(textOf(node)) && scriptIn(node);
    if (!script) continue;
    tag.append(script);
    if (!node.textContent?.trim() && !(node as Element).querySelector(':not(br)')) (node as Element).remove();
    told(tag, 'in an element of its own');
    return undefined;
  }
  // As mere text anybody could have written it into a page that keeps `data-kith`.
  if (tag.dataset['kithWas']) return undefined;
  // It may have become several paragraphs.
  for (let first = nodes.length - 1; first >= 0; first--) {
    if (!textOf(nodes[first] as Node).includes('{')) continue;
    for (let last = first; last < nodes.length; last++) {
      const held = nodes.slice(first, last + 1);
      const text = held.map(textOf).join('\n');
      const begin = text.search(BEGINNING);
      const document = text.slice(begin, text.lastIndexOf('}') + 1);
      if (begin < 0 || !isDocument(document)) continue;
      held.forEach((node) => (node as ChildNode).remove());
      told(tag, 'without its script tag');
      return document;
    }
  }
  return undefined;
}

function scriptIn(node: Node | undefined): Element | null | undefined {
  return node instanceof Element ? node.querySelector('script[type="application/json"]') : undefined;
}

function isDocument(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return !!forgive(text);
  }
}

function told(tag: HTMLElement, how: string): void {
  tell(tag, 'warn', `An editor left the document inside ${how}; it is read as it was meant.`);
}
