import type { Language, Store, Waiting } from '@kith/core';
import { tell } from '../emit.js';
import { announceOutcome } from './announce.js';

/** Wishes of earlier pages that are on their way, by the store that sends them. */
const onTheirWay = new WeakMap<Store, Set<string>>();

/**
 * Tells of a wish that an earlier page left and that is refused now, once: whoever said it is not there any more to hear
 * of it. `isHeard` are those that a widget of this page said, which hears of them itself.
 */
export function tellLate(
  host: HTMLElement,
  store: Store,
  wishes: readonly Waiting[],
  language: Language<unknown>,
  isHeard: (key: string) => boolean,
): void {
  const open = onTheirWay.get(store) ?? new Set();
  onTheirWay.set(store, open);
  for (const { intent, refusal, receipt, kept } of wishes) {
    if (isHeard(intent.key)) continue;
    if (!refusal && !receipt) open.add(intent.key);
    if (!refusal || !open.delete(intent.key)) continue;
    announceOutcome({ refused: refusal }, store, kept, language);
    // This is told of while it is drawn; a listener may draw.
    queueMicrotask(() => tell(host, intent, { refused: refusal }));
  }
}
