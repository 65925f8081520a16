import type { Detail, Intent, IntentName, Outcome, Store } from '@kith/core';
import type { OutcomeEvents } from './events.js';

/** The event a wish leaves a widget as. */
export type WishEvent<N extends IntentName = IntentName> = `kith-${N}`;

/** What is known beside a wish. */
export interface Aside {
  /** The widget's own words for that it was sent, where it has some; empty where it has said so already. */
  sent?: (() => string | undefined) | undefined;
  /** The key of the refused wish it is said instead of. */
  instead?: string;
}

/** How a part of a widget says a wish: gives whether the store has it. */
export type Say = <N extends IntentName>(event: WishEvent<N>, detail: Detail<N>, aside?: Aside) => boolean;

/**
 * Says a wish, the one way out of a widget: as an event, and then, unless somebody prevented that, to the widget's own
 * store. `kith-sent`, `kith-refused` or `kith-error` follow from the same widget. Gives whether the store has it.
 */
export function emit<N extends IntentName>(
  host: HTMLElement,
  store: Store | undefined,
  event: WishEvent<N>,
  detail: Detail<N>,
  told?: (outcome: Outcome, intent: Intent) => void,
): boolean {
  const said = new CustomEvent(event, { detail, bubbles: true, composed: true, cancelable: true });
  if (!host.dispatchEvent(said) || !store) return false;
  const name = event.slice('kith-'.length) as N;
  store.wish(name, detail, (outcome, intent) => {
    tell(host, intent, outcome);
    told?.(outcome, intent);
  });
  return true;
}

/** Tells what became of a wish, from the widget it is of. */
export function tell(host: HTMLElement, { key, name }: Intent, outcome: Outcome): void {
  const say = <E extends keyof OutcomeEvents>(event: E, more: Omit<OutcomeEvents[E]['detail'], 'key' | 'name'>) =>
    host.dispatchEvent(new CustomEvent(event, { detail: { key, name, ...more }, bubbles: true, composed: true }));
  if ('sent' in outcome) say('kith-sent', outcome.sent);
  else if ('refused' in outcome) say('kith-refused', outcome.refused);
  else say('kith-error', { kind: outcome.failed.kind, message: outcome.failed.message });
}
