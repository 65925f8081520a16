import { createLast, wish, type Deed } from '../act.js';
import type { Place } from '../place.js';

/** What people say of their own roles and of others', and what they can do. */
export function roleDeeds({ known, others }: Place): Deed[] {
  const last = createLast();
  const person = (id: string) => known.people.get(id);

  return [
    wish('claim-role', 3, (me, { maybe }) => {
      const on = maybe(0.6);
      const word = last(`aspires ${me}`);
      const isStill = () => word.stands() && person(me)?.accepted;
      const aspires = known.mark((reader) => reader.member === me || (!!isStill() && known.mayReadWhole(me, reader)));
      return {
        detail: { role: 'connector', on, ...(on && { aspires }) },
        done() {
          word.say();
          Object.assign(person(me) ?? {}, { accepted: on });
        },
      };
    }),
    wish('accept-role', 2, (me, { maybe }) => {
      const on = maybe(0.6);
      return { detail: { role: 'connector', on }, done: () => Object.assign(person(me) ?? {}, { accepted: on }) };
    }),
    wish('affirm-role', 4, (me, { one, maybe }) => {
      const member = one(others(me));
      const on = maybe(0.8);
      const between = `${me} ${member}`;
      const word = last(between);
      const because = known.mark((reader) => {
        if (!word.stands() || !known.words.has(between) || person(member)?.isGone) return false;
        if (reader.member === member || reader.member === me) return true;
        return !!person(member)?.accepted && known.mayReadWhole(member, reader);
      });
      known.speaks(me, member);
      return {
        detail: { member, role: 'connector', on, because },
        done() {
          word.say();
          if (on) known.words.add(between);
          else known.words.delete(between);
        },
      };
    }),
    wish('record', 3, (_, { one }) => ({
      detail: { ladder: 'pull-up', measure: 'reps', value: one([1, 2, 5, 6]) },
    })),
    wish('sponsor', 2, (me, { one, maybe }) => {
      const member = one(others(me));
      const on = maybe(0.8);
      const between = `${me} ${member}`;
      known.speaks(me, member);
      return {
        detail: { member, ladder: 'pull-up', rung: 'five', on },
        done: () => void (on ? known.sponsors.add(between) : known.sponsors.delete(between)),
      };
    }),
    wish('cheer', 2, (me, { one, maybe }) => {
      const member = one(others(me));
      known.speaks(me, member);
      return { detail: { member, ladder: 'pull-up', rung: 'first', on: maybe(0.8) } };
    }),
  ];
}
