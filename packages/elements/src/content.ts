import type { ReactiveControllerHost } from 'lit';

/** Whether the author wrote something into a tag that can be read. */
export function hasContent(tag: HTMLElement): boolean {
  return [...tag.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && !node.matches('script, template, style, br') && !isBlank(node)
      : node instanceof Text && node.data.trim() !== '',
  );
}

/** A paragraph an editor put there, with nothing in it. */
function isBlank(node: Element): boolean {
  return node.localName === 'p' && !node.textContent.trim() && !node.querySelector(':not(br)');
}

/** Updates a tag whenever what stands inside it changed, while it is in the page. */
export function watchContent(tag: ReactiveControllerHost & HTMLElement, what: MutationObserverInit): void {
  const observer = new MutationObserver(() => tag.requestUpdate());
  tag.addController({
    hostConnected: () => observer.observe(tag, what),
    hostDisconnected: () => observer.disconnect(),
  });
}
