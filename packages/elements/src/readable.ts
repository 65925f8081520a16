import type { ReactiveControllerHost } from 'lit';

/** What says what it is: static HTML of Kith's, a person, an entry. No other content is taken for data. */
const SPEAKING = '.h-card, .h-entry, [class*="kith-"][class*="="], [itemprop*="kith-"][itemprop*="="]';

const readable = new WeakMap<HTMLElement, { state: object | undefined }>();

/**
 * Tells one state of what stands readable in a tag from the next, by its identity; undefined where nothing does. The tag
 * updates whenever there is another.
 */
export function readableIn(tag: ReactiveControllerHost & HTMLElement): object | undefined {
  let seen = readable.get(tag);
  if (!seen) {
    const now = (seen = { state: stateOf(tag) });
    readable.set(tag, now);
    new MutationObserver((changes) => {
      if (!changes.some((change) => changesWhatIsRead(change, tag))) return;
      now.state = stateOf(tag);
      tag.requestUpdate();
    }).observe(tag, { childList: true, subtree: true, characterData: true });
  }
  return seen.state;
}

function stateOf(tag: HTMLElement): object | undefined {
  return tag.querySelector(SPEAKING) ? {} : undefined;
}

/** Right inside the tag stands also what is none, which comes and goes. */
function changesWhatIsRead({ target, addedNodes, removedNodes }: MutationRecord, tag: HTMLElement): boolean {
  if (target !== tag) return true;
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.some((node) => node instanceof Element && (node.matches(SPEAKING) || node.querySelector(SPEAKING)));
}
