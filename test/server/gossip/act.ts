import type { IntentName } from '@kith/core/rules';
import type { Reader } from './known.js';

/** Whatever a seed decides. */
export interface Chance {
  one<T>(list: readonly T[]): T;
  maybe(likely: number): boolean;
}

/** What is sent, and what a test notes of it once it was done under a key. */
export interface Act {
  detail: object;
  done?(key: string): void;
}

/** What somebody makes of it; nothing where there is nothing to do it to. */
export type Make = (me: string, chance: Chance) => Act | undefined;

/** A request as somebody makes it. */
export interface Sent {
  as: Reader | 'guest';
  path: string;
  method?: string;
  body?: object;
}

/** Something that can be done, and how often it is, beside the others. */
export interface Deed {
  name: string;
  times: number;
  /** Who may, of those who are there. */
  by(present: readonly string[]): readonly string[];
  send(me: string, key: string, detail: object): Sent;
  make: Make;
}

/** A wish that everybody may have. */
export function wish(name: IntentName, times: number, make: Make): Deed {
  const send: Deed['send'] = (member, key, detail) => ({
    as: { member },
    path: '/intents',
    body: { key, name, detail },
  });
  return { name, times, by: (present) => present, send, make };
}

/** What only one word of stands, the last: says anew each time what that word is, and whether it still is. */
export function createLast() {
  const last = new Map<string, symbol>();
  return (about: string) => {
    const word = Symbol(about);
    return { say: () => void last.set(about, word), stands: () => last.get(about) === word };
  };
}
