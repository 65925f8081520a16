import type { Intent, Refusal } from '../rules/intent.js';

/** Where wishes are kept until there is a definitive answer. */
export interface Keep {
  /** Resolves once it would survive the browser being killed; rejects where nothing can be kept. Sure to settle. */
  put(kept: Kept): Promise<void>;
  remove(key: string): Promise<void>;
  /** In the order they were made. Rejects where nothing can be looked up. */
  all(place: string): Promise<Kept[]>;
  /** Those about one thing, in the order they were made. */
  about(place: string, about: string): Promise<Kept[]>;
}

/** A wish as it is kept. `place` tells one community's provider from another; `about` is what goes one after another. */
export interface Kept {
  place: string;
  about: string;
  intent: Intent;
  refusal?: Refusal;
}

/** A disk that does not answer is asked again, after `between`; on one that is none there is nothing. */
export async function looked(look: () => Promise<Kept[]>, between?: () => Promise<void>): Promise<Kept[]> {
  for (let tries = 0; tries < 3; tries++) {
    if (tries) await between?.();
    const found = await look().catch(() => undefined);
    if (found) return found;
  }
  return [];
}
