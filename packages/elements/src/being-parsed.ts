import { parentOf } from './page.js';

/** Whether the parser may still be inside the tag: nothing comes after it yet. */
export function isBeingParsed(tag: HTMLElement): boolean {
  if (document.readyState !== 'loading') return false;
  for (let node: Node | null = tag; node; node = parentOf(node)) if (node.nextSibling) return false;
  return true;
}
