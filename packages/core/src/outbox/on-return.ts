/**
 * Acts each time that somebody is back: the page is seen again after it was not, or the network is there again. Once for
 * each time, whatever the browser tells of it. Returns the way to stop.
 */
export function onReturn(act: () => void): () => void {
  const { document, addEventListener } = globalThis;
  const isAway = () => document?.hidden || globalThis.navigator?.onLine === false;
  const over = new AbortController();
  const { signal } = over;
  let wasAway = isAway();
  const look = () => {
    const isBack = wasAway && !isAway();
    wasAway = isAway();
    if (isBack) act();
  };
  for (const event of ['online', 'offline', 'pageshow']) addEventListener?.(event, look, { signal });
  addEventListener?.('pagehide', () => (wasAway = true), { signal });
  document?.addEventListener('visibilitychange', look, { signal });
  return () => over.abort();
}
