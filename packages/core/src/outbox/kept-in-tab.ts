import type { Keep, Kept } from './keep.js';
import { byKey } from './waiting.js';

const start = 'kith-wish ';

/** Keeps wishes as long as the tab is open, wherever it goes meanwhile: to sign in, say, and back. */
export function keptInTab(storage: () => Storage = () => sessionStorage): Keep {
  const all = async (place: string) =>
    Object.entries(storage())
      .flatMap(([name, text]) => (name.startsWith(start) ? read(String(text)) : []))
      .filter((kept) => kept.place === place)
      .sort(byKey);
  const put = async (kept: Kept) => storage().setItem(start + kept.intent.key, JSON.stringify(kept));
  const has = async (key: string) => storage().getItem(start + key) !== null;
  return {
    put,
    mark: async (kept) => ((await has(kept.intent.key)) ? put(kept) : undefined),
    has,
    // Where nothing can be stored, nothing is there.
    remove: async (key) => attempt(() => storage().removeItem(start + key)),
    all,
    about: async (place, about) => (await all(place)).filter((kept) => kept.about === about),
  };
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}

function read(text: string): Kept[] {
  try {
    return [JSON.parse(text) as Kept];
  } catch {
    return [];
  }
}
