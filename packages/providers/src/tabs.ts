import type { Change } from '@kith/core';

/** Tells all tabs of a browser what changed in one of them. */
export interface Tabs {
  /** Listens in this tab. Nothing is open but while somebody does. Returns the way to stop. */
  watch(changed: (change: Change) => void): () => void;
  /** Tells a change that was made here. */
  tell(change: Change): void;
  /** Says what revision was read: where that is news, something was missed, and anything may have changed. */
  found(revision: number): void;
}

/** `look` is called when the page is seen again, since a page that rests hears nothing. */
export function tabsOf(name: string, look: () => void): Tabs {
  const listeners = new Set<(change: Change) => void>();
  let channel: BroadcastChannel | undefined;
  /** The last revision that listeners know of, by being told or by having read it. */
  let known: number | undefined;

  function spread(change: Change): void {
    known = change.revision;
    for (const listener of [...listeners]) listener(change);
  }

  function found(revision: number): void {
    if (known !== undefined && revision > known) spread(anything(revision));
    known = Math.max(known ?? revision, revision);
  }

  function hear({ data }: MessageEvent<Change>): void {
    const { revision } = data;
    if (known === undefined || revision === known + 1) spread(data);
    else found(revision);
  }

  function open(): void {
    if (channel || !listeners.size || !globalThis.BroadcastChannel) return;
    channel = new BroadcastChannel(name);
    channel.onmessage = hear;
  }

  function close(): void {
    channel?.close();
    channel = undefined;
  }

  function wake(): void {
    // A page that goes to rest is told last of all that it is hidden.
    if (globalThis.document?.visibilityState === 'hidden') return;
    open();
    look();
  }

  function setListening(listens: boolean): void {
    const set = listens ? 'addEventListener' : 'removeEventListener';
    // An open channel keeps a page from resting in the back-forward cache.
    globalThis[set]?.('pagehide', close);
    globalThis[set]?.('pageshow', wake);
    globalThis.document?.[set]('visibilitychange', wake);
    if (listens) open();
    else close();
  }

  return {
    found,
    watch(changed) {
      // Who listens twice is told twice.
      const listener = (change: Change) => changed(change);
      if (listeners.add(listener).size === 1) setListening(true);
      return () => {
        if (listeners.delete(listener) && !listeners.size) setListening(false);
      };
    },
    tell(change) {
      const through = channel ?? (globalThis.BroadcastChannel && new BroadcastChannel(name));
      through?.postMessage(change);
      if (through !== channel) through?.close();
      if (change.revision > (known ?? -Infinity)) spread(change);
    },
  };
}

/** What was missed may have been anything. */
function anything(revision: number): Change {
  return { revision, touched: [{ kind: 'community', id: '' }] };
}
