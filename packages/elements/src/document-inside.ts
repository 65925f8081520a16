/** The document an author wrote into a tag, as they would. */
export function documentInside(tag: HTMLElement): string | undefined {
  return tag.querySelector(':scope > script[type="application/json"]')?.textContent;
}

/** Whether there may be one that an editor wrapped up, or left without its script tag. */
export function mayBeWrapped(tag: HTMLElement): boolean {
  return BEGINNING.test([...tag.childNodes].map(textOf).join('\n'));
}

/** What a node holds, also where nobody reads it. */
export function textOf(node: Node): string {
  return (node instanceof HTMLTemplateElement ? node.content : node).textContent ?? '';
}

/** `{ "kith": 1`, whatever the quotes became. */
export const BEGINNING = /\{[^{}]{0,40}kith/;
