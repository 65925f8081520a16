import type { Provider } from '../provider.js';
import type { Guests } from './guests.js';
import type { Keep } from './keep.js';

interface Merging {
  provider: Provider;
  place: string;
  guests: Guests;
  keep: Keep;
}

/**
 * Makes it the member's, who is signed in now, that this device counted in before. Once that is done the guest is
 * forgotten, unless something of it waits to be sent yet. Gives whether anything was done; where it failed, a later page
 * tries again.
 */
export async function mergeGuest({ provider, place, guests, keep }: Merging): Promise<boolean> {
  const guest = provider.merge && (await guests.of(place));
  if (!guest) return false;
  try {
    await provider.merge?.(guest, new AbortController().signal);
    const left = await keep.all(place);
    const isOf = left.some(({ intent: { actor } }) => actor && 'guest' in actor && actor.guest === guest);
    if (!isOf) await guests.forget(place);
    return true;
  } catch {
    return false;
  }
}
