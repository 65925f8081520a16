/**
 * Acts each time that somebody is back: the page is seen again after it was not, or the network is there again. Once for
 * each time, whatever the browser tells of it.
 */
export function onReturn(act: () => void): void {
  const isAway = () => document.hidden || globalThis.navigator?.onLine === false;
  let wasAway = isAway();
  const look = () => {
    const isBack = wasAway && !isAway();
    wasAway = isAway();
    if (isBack) act();
  };
  addEventListener('online', look);
  addEventListener('offline', look);
  addEventListener('pageshow', look);
  addEventListener('pagehide', () => (wasAway = true));
  document.addEventListener('visibilitychange', look);
}
