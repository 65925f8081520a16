import { wish, type Chance, type Deed } from '../act.js';
import type { Letter } from '../known.js';
import type { Place } from '../place.js';

/** What is done with letters by who writes them, who gets them and who reads them. */
export function letterDeeds({ known, others, isReviewed }: Place): Deed[] {
  const { letters } = known;
  const aLetter = ({ one }: Chance): [string, Letter] | undefined => (letters.size ? one([...letters]) : undefined);
  const oneOf = ({ one }: Chance, which: (letter: Letter) => boolean): [string, Letter] | undefined => {
    const some = [...letters].filter(([, letter]) => which(letter));
    return some.length ? one(some) : undefined;
  };

  return [
    wish('recognize', 6, (me, { one, maybe }) => {
      const to = maybe(0.8) ? [...new Set([one(others(me)), one(others(me))])] : [];
      const isTrusted = [...letters.values()].some(({ from, state }) => from === me && state === 'stands');
      const letter: Letter = {
        from: me,
        to,
        state: isReviewed && !isTrusted ? 'review' : 'stands',
        consents: new Map(),
        isReported: false,
      };
      const text = known.mark((reader) => known.mayReadLetter(letter, reader));
      known.speaks(me, ...to);
      const occasion = to.length ? 'thanks' : one(['story', 'ask']);
      return { detail: { to, occasion, text, need: text }, done: (key) => letters.set(key, letter) };
    }),
    wish('consent', 8, (me, chance) => {
      const [recognition, letter] = oneOf(chance, ({ to }) => to.includes(me)) ?? [];
      if (!letter) return undefined;
      const as = chance.one(['named', 'unnamed', 'hidden', 'named', 'hidden']);
      return { detail: { recognition, as }, done: () => letter.consents.set(me, as) };
    }),
    wish('thank', 3, (me, chance) => {
      const [recognition, letter] = aLetter(chance) ?? [];
      if (!letter) return undefined;
      const isNamed = () => known.isOpen(letter) && letter.consents.get(me) === 'named';
      const text = known.mark(({ member }) => letter.state !== 'gone' && (member === me || isNamed()));
      return { detail: { recognition, text } };
    }),
    wish('answer', 2, (me, chance) => {
      const [ask, letter] = aLetter(chance) ?? [];
      if (!letter) return undefined;
      const text = known.mark(({ member }) => letter.state !== 'gone' && (member === me || known.isOpen(letter)));
      return { detail: { ask, text } };
    }),
    wish('keep', 1, (me, chance) => {
      const [recognition, letter] = aLetter(chance) ?? [];
      if (!letter) return undefined;
      const because = known.mark((reader) => reader.member === me || known.mayReadLetter(letter, reader));
      return { detail: { recognition, on: chance.maybe(0.7), because } };
    }),
    wish('cheer', 3, (_, chance) => {
      const [recognition] = aLetter(chance) ?? [];
      return recognition ? { detail: { recognition, on: chance.maybe(0.7) } } : undefined;
    }),
    wish('back', 1, (_, chance) => {
      const [id] = aLetter(chance) ?? [];
      return id ? { detail: { subject: { kind: 'ask', id }, on: chance.maybe(0.7) } } : undefined;
    }),
    wish('retract', 2, (me, chance) => {
      const [recognition, letter] = oneOf(chance, ({ from, state }) => from === me && state !== 'gone') ?? [];
      return letter && { detail: { recognition }, done: () => void (letter.state = 'gone') };
    }),
    wish('report', 1, (me, chance) => {
      const [recognition, letter] = aLetter(chance) ?? [];
      if (!letter) return undefined;
      const reason = known.mark(
        ({ member, isModerator = false }) => letter.state !== 'gone' && (member === me || isModerator),
      );
      return { detail: { recognition, reason }, done: () => void (letter.isReported = true) };
    }),
  ];
}
