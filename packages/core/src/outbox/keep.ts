import type { Intent, Refusal } from '../rules/intent.js';

/** Where wishes are kept until there is a definitive answer. */
export interface Keep {
  /** Resolves once it would survive the browser being killed; rejects where nothing can be kept. Sure to settle. */
  put(kept: Kept): Promise<void>;
  /** Says of a wish that is kept why it was refused, or that it is not any more. One that was removed stays away. */
  mark(kept: Kept): Promise<void>;
  /** Whether it is still there. Rejects where nothing can be looked up, or all there was is gone with it. */
  has(key: string): Promise<boolean>;
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

/** A disk that does not answer is asked again, after `between`; where there is none, `otherwise` is so. */
export async function looked<T>(look: () => Promise<T>, otherwise: T, between?: () => Promise<void>): Promise<T> {
  for (let tries = 0; tries < 3; tries++) {
    if (tries) await between?.();
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
  }
  return otherwise;
}
