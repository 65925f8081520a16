/**
 * Acts while no other tab of this place does, by a Web Lock that is let go after it. Where there are no locks (plain-http
 * pages), or whoever has it stands frozen, it acts all the same.
 */
export function aloneInBrowser(
  place: string,
  locks: LockManager | undefined = globalThis.navigator?.locks,
  patience = 30_000,
): (act: () => Promise<void>) => Promise<void> {
  return async (act) => {
    if (!locks) return act();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    let acting: Promise<void> | undefined;
    const begin = () => {
      clearTimeout(timer);
      return (acting = act());
    };
    await locks.request(`kith-outbox ${place}`, { signal: late.signal }, begin).catch(() => undefined);
    clearTimeout(timer);
    await (acting ?? act());
  };
}
