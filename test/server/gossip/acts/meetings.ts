import { wish, type Chance, type Deed } from '../act.js';
import type { Meeting } from '../known.js';
import type { Place } from '../place.js';

/** Milliseconds for which an introduction waits for answers. */
const OPEN = 14 * 86_400_000;

/** How people ask for each other, are introduced, and answer. */
export function meetingDeeds({ known, others, clock }: Place): Deed[] {
  const { meetings } = known;
  /** The last introduction somebody asked for: `by with`. */
  const asked = new Map<string, string>();
  const mineOf = (me: string, { one }: Chance): [string, Meeting] | undefined => {
    const mine = [...meetings].filter(([, { people }]) => people.includes(me));
    return mine.length ? one(mine) : undefined;
  };

  /** Words between people, and how it is said under which key they stand. */
  function words(by: string, people: string[], among: readonly string[]) {
    let between = '';
    const text = known.mark(
      ({ member = '' }) =>
        meetings.has(between) && among.includes(member) && people.every((id) => !known.people.get(id)?.isGone),
    );
    known.speaks(by, ...people.filter((id) => id !== by));
    return { text, standUnder: (key: string) => void (between = key) };
  }
  function begin(key: string, people: string[], by: string): void {
    meetings.set(key, { people, by, at: clock.at, answers: new Map(), met: false });
  }

  return [
    wish('ask-intro', 4, (me, { one }) => {
      const other = one(others(me));
      const { text, standUnder } = words(me, [me, other], [me, other]);
      const theirs = meetings.get(asked.get(`${other} ${me}`) ?? '');
      return {
        detail: { with: other, text, reasons: [] },
        done(key) {
          standUnder(key);
          // Who asks whom they were asked by says yes.
          if (theirs && theirs.at + OPEN > clock.at) return answered(theirs, me, true);
          begin(key, [me, other], me);
          asked.set(`${me} ${other}`, key);
        },
      };
    }),
    wish('introduce', 2, (me, { one }) => {
      const two = [one(others(me)), one(others(me))];
      const { text, standUnder } = words(me, two, [...two, me]);
      return {
        detail: { people: two, text },
        done(key) {
          standUnder(key);
          begin(key, two, me);
        },
      };
    }),
    wish('answer-intro', 6, (me, chance) => {
      const [introduction, meeting] = mineOf(me, chance) ?? [];
      if (!meeting) return undefined;
      const on = chance.maybe(0.6);
      return { detail: { introduction, on }, done: () => answered(meeting, me, on) };
    }),
    wish('met', 1, (me, chance) => {
      const [introduction] = mineOf(me, chance) ?? [];
      return introduction === undefined ? undefined : { detail: { introduction, on: chance.maybe(0.5) } };
    }),
    wish('pass-intro', 2, (me, { one }) => {
      const other = one(others(me));
      known.speaks(me, other);
      return { detail: { with: other } };
    }),
  ];
}

/** Once both said yes they have met, for good. */
function answered(meeting: Meeting, me: string, on: boolean): void {
  const { people, by, answers } = meeting;
  if (meeting.met) return;
  answers.set(me, on);
  meeting.met = on && people.every((id) => answers.get(id) ?? id === by);
}
