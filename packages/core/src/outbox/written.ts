import type { Intent, Refusal } from '../rules/intent.js';
import { looked, type Keep } from './keep.js';
import { aboutOf } from './waiting.js';

/** What is written down of a wish; each gives whether it was. */
export interface Written {
  /** The wish itself, for the first time. */
  put(intent: Intent, refusal?: Refusal): Promise<boolean>;
  /** Why it was refused, or that it is not any more. */
  mark(intent: Intent, refusal?: Refusal): Promise<boolean>;
  /** Whether it was removed, by this tab or another. Where nothing can be looked up it was not. */
  isGone(intent: Intent): Promise<boolean>;
}

/** Writes wishes down in one place. */
export function writtenIn(keep: Keep, place: string): Written {
  const row = (intent: Intent, refusal?: Refusal) => ({
    place,
    about: aboutOf(intent),
    intent,
    ...(refusal && { refusal }),
  });
  const isDone = (act: Promise<void>) =>
    act.then(
      () => true,
      () => false,
    );
  return {
    put: (intent, refusal) => isDone(keep.put(row(intent, refusal))),
    mark: (intent, refusal) => isDone(keep.mark(row(intent, refusal))),
    isGone: async ({ key }) => !(await looked(() => keep.has(key), true)),
  };
}
