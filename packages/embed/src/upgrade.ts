/**
 * Where a CMS takes tags of Kith's own out, a `<div data-kith="recognition-wall" data-src="…">` stands for one. It becomes
 * the tag, now or whenever it comes: what the tag knows of its `data-…` is the tag's, all else it has and holds goes along.
 */
export function upgradeAll(): void {
  if (!globalThis.document) return;
  const begin = () => {
    look(document.documentElement);
    const options = { childList: true, subtree: true, attributeFilter: ['data-kith'] };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        for (const node of type === 'attributes' ? [target] : addedNodes) if (node instanceof HTMLElement) look(node);
    }).observe(document, options);
  };
  // What is still being parsed may not be whole.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}

/** What a form calls its own, `<input name="matches">` takes the place of. */
function look(root: HTMLElement): void {
  const { matches, querySelectorAll } = Element.prototype;
  if (matches.call(root, WANTED)) upgrade(root);
  querySelectorAll.call(root, WANTED).forEach((each) => upgrade(each as HTMLElement));
}

const WANTED = '[data-kith]';

function upgrade(it: HTMLElement): void {
  import('./become.js').then(({ become }) => become(it)).catch(() => undefined);
}
