import { newKey } from '@kith/core/rules';
import type { Chance } from './act.js';
import { letterDeeds } from './acts/letters.js';
import { meetingDeeds } from './acts/meetings.js';
import { ownDeeds } from './acts/own.js';
import { roleDeeds } from './acts/roles.js';
import { rulingDeeds } from './acts/rulings.js';
import type { Place } from './place.js';

const subjects = [letterDeeds, roleDeeds, meetingDeeds, ownDeeds, rulingDeeds];

/** Somebody does something, whatever chance says; gives in words what it was, and whether it was done. */
export function createActing(place: Place) {
  const { known, ids, stranger, here, ask, clock } = place;
  const often = subjects
    .flatMap((deeds) => deeds(place))
    .flatMap((deed) => Array.from({ length: Math.ceil(deed.times * 10) }, () => deed));

  return async (chance: Chance): Promise<{ said: string; isDone: boolean } | undefined> => {
    const { name, by, send, make } = chance.one(often);
    const me = chance.one(by([...ids, stranger].filter((id) => !known.people.get(id)?.isGone)));
    const act = make(me, chance);
    if (!act) return undefined;
    const key = newKey(clock.at);
    const { status } = await ask(here, send(me, key, act.detail));
    if (status >= 500) throw new Error(`${name}: ${status}`);
    const isDone = status === 200;
    if (isDone) act.done?.(key);
    known.note();
    return { said: `${me} ${name} ${JSON.stringify(act.detail)} → ${status}`, isDone };
  };
}
