const minute = 60_000;

/**
 * Waits so many milliseconds, or until there is a reason to try at once: the network is back, the page is seen again, or
 * `reached` aborts. No reason is enough before `least`. A hidden page without a network is quiet: it looks once a minute.
 */
export async function pauseInBrowser(milliseconds: number, least: number, reached?: AbortSignal): Promise<void> {
  const begun = Date.now();
  const isQuiet = document.hidden && !navigator.onLine;
  await reason(isQuiet ? Math.max(milliseconds, minute) : milliseconds, reached);
  const early = begun + least - Date.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
}

function reason(milliseconds: number, reached: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const { signal } = over;
    reached?.addEventListener('abort', end, { signal });
    addEventListener('online', end, { signal });
    addEventListener('pageshow', end, { signal });
    document.addEventListener('visibilitychange', () => document.hidden || end(), { signal });
  });
}
