/** Calls back once the page is seen and has nothing else to do. Gives the way to call it off. */
export function whenIdle(act: () => void): () => void {
  const off = new AbortController();
  const wait = () => {
    // Safari has no idle callback.
    const waits = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
    const turn = waits ? waits(act, { timeout: 2000 }) : setTimeout(act, 200);
    off.signal.addEventListener('abort', () => (waits ? cancelIdleCallback : clearTimeout)(turn as number));
  };
  if (document.hidden) document.addEventListener('visibilitychange', wait, { once: true, signal: off.signal });
  else wait();
  return () => off.abort();
}
