/**
 * Where a CMS takes tags of Kith's own out, a `<div data-kith="recognition-wall" data-src="…">` stands for one. It becomes
 * the tag, now or whenever it comes: what the tag knows of its `data-…` is the tag's, all else it has and holds goes along.
 */
export function upgradeAll(): void {
  if (!globalThis.document) return;
  const within = (root: ParentNode) => root.querySelectorAll<HTMLElement>('[data-kith]').forEach(upgrade);
  const observer = new MutationObserver((changes) => {
    // What is still being parsed may not be whole.
    if (document.readyState === 'loading') return;
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'attributes' ? [target] : addedNodes)
        if (node instanceof HTMLElement && node.isConnected) {
          if (node.dataset['kith'] !== undefined) upgrade(node);
          within(node);
        }
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-kith'] });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => within(document));
  else within(document);
}

function upgrade(it: HTMLElement): void {
  const name = `kith-${it.dataset['kith']
    ?.trim()
    .toLowerCase()
    .replace(/^kith-/, '')}`;
  // What somebody writes in a page is kept as they write it.
  if (it.isContentEditable || it.localName === name) return;
  // The first of any two versions has the tags, so it is asked what they know.
  const { observedAttributes } = (customElements.get(name) ?? {}) as { observedAttributes?: string[] };
  if (!observedAttributes) {
    const written = (it.cloneNode() as Element).outerHTML;
    return console.warn(`${written}: there is no ${name}, so it stays as it is.`);
  }
  const tag = document.createElement(name);
  for (const attribute of [...it.attributes]) {
    const own = attribute.name.replace('data-', '');
    if (observedAttributes.includes(own)) tag.setAttribute(own, attribute.value);
    // A script in an attribute is not Kith's to write, and where Trusted Types are asked for cannot be.
    else if (!/^(data-kith$|on)/.test(attribute.name)) tag.setAttributeNode(attribute.cloneNode() as Attr);
  }
  tag.append(...it.childNodes);
  it.replaceWith(tag);
}
