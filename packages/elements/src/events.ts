import type { Detail, IntentName, ProviderError, Receipt, Refusal } from '@kith/core';

/** Each wish, as it leaves a widget; `preventDefault()` stops it. */
export type WishEvents = { [N in IntentName as `kith-${N}`]: CustomEvent<Detail<N>> };

/** What became of a wish; `name` is its event's, without the `kith-`. */
type Of<Outcome> = CustomEvent<{ key: string; name: IntentName } & Outcome>;

export interface OutcomeEvents {
  'kith-sent': Of<Receipt>;
  'kith-refused': Of<Refusal>;
  'kith-error': Of<Pick<ProviderError, 'kind' | 'message'>>;
}

declare global {
  interface GlobalEventHandlersEventMap extends WishEvents, OutcomeEvents {}
}
