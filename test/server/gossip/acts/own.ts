import { createLast, wish, type Chance, type Deed } from '../act.js';
import type { Place } from '../place.js';

/** What people say of themselves, how they are counted in, and how they leave. */
export function ownDeeds({ known, moderator }: Place): Deed[] {
  const last = createLast();
  const person = (id: string) => known.people.get(id);
  const withUs = (_: string, { maybe }: Chance) => ({ detail: { on: maybe(0.6) } });

  return [
    wish('pledge', 3, (me, { maybe }) => {
      const on = maybe(0.6);
      const word = last(`line ${me}`);
      const line = known.mark(() => word.stands() && !!person(me)?.hasLine);
      const says = on && maybe(0.7);
      return {
        detail: { on, purposeVersion: 3, ...(says && { line }) },
        done() {
          const one = person(me);
          if (says) word.say();
          if (one) Object.assign(one, { hasPledged: on, hasLine: on && (says || one.hasLine) });
        },
      };
    }),
    wish('profile', 5, (me, { one, maybe }) => {
      const word = last(`profile ${me}`);
      const mine = () => known.mark((reader) => word.stands() && known.mayReadWhole(me, reader));
      const visibility = one(['everyone', 'members', 'nobody', 'nobody'] as const);
      const story = mine();
      const says = maybe(0.8);
      return {
        detail: {
          patch: { visibility, ...(says && { story, asks: ['a lathe', mine()], offers: ['a lathe', mine()] }) },
        },
        done() {
          Object.assign(person(me) ?? {}, { visibility });
          if (says) word.say();
        },
      };
    }),
    wish('profile', 2, (me, { one }) => {
      const visibility = one(['everyone', 'members', 'nobody', 'nobody'] as const);
      return {
        detail: { patch: { progress: { ladder: 'pull-up', visibility } } },
        done: () => Object.assign(person(me) ?? {}, { climb: visibility }),
      };
    }),
    wish('with-us', 1, withUs),
    {
      name: 'count in',
      times: 1,
      by: (present) => present,
      send: (_, key, detail) => ({ as: 'guest', path: '/intents', body: { key, name: 'with-us', detail } }),
      make: withUs,
    },
    {
      name: 'leave',
      times: 0.3,
      by: (present) => present.filter((id) => id !== moderator),
      send: (member) => ({ as: { member }, path: '/me', method: 'DELETE' }),
      make: (me) => ({ detail: {}, done: () => known.forget(me) }),
    },
  ];
}
