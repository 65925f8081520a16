import { setImmediate } from 'node:timers/promises';
import type { Receipt } from '@kith/core';
import type { Serving } from '../app.js';
import { takeAll } from './take.js';
import type { Wish } from './wish.js';

/** Most wishes that are carried out at once. */
const MOST = 50;

interface Waiting {
  wish: Wish;
  settle: (receipt: Receipt) => void;
  refuse: (reason: unknown) => void;
}

/**
 * Carries out wishes as they come. Those of a community would wait for one another in any case, since it is changed by one
 * transaction at a time: what comes while one is under way goes into the next together. Nobody is answered before theirs
 * is committed.
 */
export function takingTogether(write: Serving['write']): (wish: Wish) => Promise<Receipt> {
  const lines = new Map<string, Waiting[]>();

  /** Gives those that have to be looked at again. */
  async function attempt(community: string, some: readonly Waiting[]): Promise<Waiting[]> {
    const wishes = some.map(({ wish }) => wish);
    const taken = await write(community, (trx) => takeAll(trx, community, wishes));
    return some.filter(({ settle, refuse }, i) => {
      const said = taken[i] ?? 'again';
      if (said === 'again') return true;
      if ('receipt' in said) settle(said.receipt);
      else refuse(said.refused);
      return false;
    });
  }

  /** What cannot be kept together may fail for the sake of one: then each is tried by itself. */
  async function retreat(community: string, some: readonly Waiting[], error: unknown): Promise<Waiting[]> {
    if (some.length > 1) for (const each of some) await attempt(community, [each]).catch(each.refuse);
    else for (const each of some) each.refuse(error);
    return [];
  }

  async function carryOut(community: string, line: Waiting[]): Promise<void> {
    while (line.length) {
      // Whoever knocks at this moment comes along.
      await setImmediate();
      const some = firstOf(line);
      const again = await attempt(community, some).catch((error: unknown) => retreat(community, some, error));
      line.unshift(...again);
    }
    lines.delete(community);
  }

  return (wish) =>
    new Promise((settle, refuse) => {
      const { community } = wish.intent;
      const line = lines.get(community);
      const waiting = { wish, settle, refuse };
      if (line) return void line.push(waiting);
      const begun = [waiting];
      lines.set(community, begun);
      void carryOut(community, begun);
    });
}

/** Takes the first out of a line: of each who wishes only one, since what they wish next may build on it. */
function firstOf(line: Waiting[]): Waiting[] {
  const actors = new Set<string>();
  const some: Waiting[] = [];
  for (const waiting of line.splice(0)) {
    const actor = JSON.stringify(waiting.wish.intent.actor ?? null);
    if (some.length === MOST || actors.has(actor)) line.push(waiting);
    else some.push(waiting);
    actors.add(actor);
  }
  return some;
}
