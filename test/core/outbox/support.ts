import { ProviderError, type Receipt } from '@kith/core';
import { aboutOf, byKey } from '../../../packages/core/src/outbox/waiting.js';
import type { Keep, Kept } from '../../../packages/core/src/outbox/outbox.js';
import { newKey, type Actor, type Intent } from '../../../packages/core/src/rules/index.js';

export const ada: Actor = { member: 'ada' };

/** A cheer for a letter; each has a later key than the one before. */
export const cheer = (recognition: string, on = true, actor: Actor = ada): Intent => ({
  key: newKey(),
  name: 'cheer',
  detail: { recognition, on },
  actor,
  community: 'village',
  at: '2026-11-01T10:00:00Z',
});

/** What a cheer says. */
export const said = ({ detail }: Intent) => detail as { recognition: string; on: boolean };

/** A wish as it is kept. */
export const kept = (intent: Intent, place = 'village'): Kept => ({ place, about: aboutOf(intent), intent });

/** What a disk would hold: it outlives every outbox. */
export function disk(isRefused = () => false): Keep & { rows: Map<string, Kept> } {
  const rows = new Map<string, Kept>();
  const all = async (place: string) => [...rows.values()].filter((each) => each.place === place).sort(byKey);
  return {
    rows,
    async put(each) {
      await Promise.resolve();
      if (isRefused()) throw new Error('quota');
      rows.set(each.intent.key, structuredClone(each));
    },
    async mark(each) {
      await Promise.resolve();
      if (isRefused()) throw new Error('quota');
      if (rows.has(each.intent.key)) rows.set(each.intent.key, structuredClone(each));
    },
    async has(key) {
      await Promise.resolve();
      return rows.has(key);
    },
    async remove(key) {
      await Promise.resolve();
      if (isRefused()) throw new Error('quota');
      rows.delete(key);
    },
    all,
    about: async (place, about) => (await all(place)).filter((each) => each.about === about),
  };
}

export type Fault = 'none' | 'offline' | 'busy' | 'lost';

/** A provider that takes each key once. */
export function taker(fault: () => Fault = () => 'none') {
  const taken: Intent[] = [];
  let arrivals = 0;
  return {
    taken,
    get arrivals() {
      return arrivals;
    },
    async send(intent: Intent): Promise<Receipt> {
      await Promise.resolve();
      const what = fault();
      if (what === 'offline' || what === 'busy') throw new ProviderError(what);
      arrivals++;
      if (!taken.some(({ key }) => key === intent.key)) taken.push(intent);
      if (what === 'lost') throw new ProviderError('offline');
      return { revision: taken.length };
    },
  };
}

/** Lets everything go as far as it can by itself. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

export const settings = { place: 'village', actor: ada, pause: settle };
