import type { HtmlNode } from '@kith/providers/html';
import { parseFragment, type ChildNode, type DocumentFragment } from 'parse5';

/** A text of HTML as nodes to read, where there is no browser. */
export function nodesOf(text: string): HtmlNode {
  return asNode(parseFragment(text));
}

function asNode(node: ChildNode | DocumentFragment): HtmlNode {
  const childNodes = 'childNodes' in node ? node.childNodes.map(asNode) : [];
  if ('value' in node) return { nodeType: 3, nodeValue: node.value, childNodes };
  const attrs = 'attrs' in node ? node.attrs : [];
  return {
    nodeType: node.nodeName === '#comment' ? 8 : 1,
    nodeValue: null,
    localName: 'tagName' in node ? node.tagName : '',
    childNodes,
    getAttribute: (name) => attrs.find((each) => each.name === name)?.value ?? null,
  };
}
