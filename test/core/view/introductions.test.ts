import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  english,
  plain,
  sayIntros,
  type Detail,
  type Intent,
  type IntentName,
  type IntroSaid,
  type Member,
} from '@kith/core';
import { createCommons, newKey } from '@kith/core/rules';
import { viewWith } from '../../../packages/core/src/view/view.js';

const start = Date.parse('2026-11-01T10:00:00Z');
const people = ['ada', 'bo', 'cy', 'dee'];
const members = people.map((id): Member => ({ id, name: `${id} name`, called: id, topics: ['choir'], asks: ['tea'] }));

/** Four who all fit each other, and what each of them reads. */
function village() {
  let clock = start;
  const now = () => new Date(clock);
  const commons = createCommons({ kith: 1, members }, { now });
  const answers = async (viewer: string) => ({
    suggestions: await commons.read({ kind: 'suggestions', viewer, limit: 10 }),
    introductions: await commons.read({ kind: 'introductions', viewer }),
  });
  const notes = ({ suggestions, introductions }: Awaited<ReturnType<typeof answers>>): IntroSaid[] =>
    suggestions.me ? sayIntros({ me: suggestions.me, also: members, suggestions, introductions }, english, now()) : [];

  return {
    commons,
    now,
    wait: (days: number) => void (clock += days * 86_400_000),
    reads: async (viewer: string) => notes(await answers(viewer)),
    /** What somebody reads at once, when they have wished this and nobody has answered yet. */
    async readsAtOnce(viewer: string, intent: Intent) {
      const view = viewWith([{ intent, kept: true }], viewer);
      const { suggestions, introductions } = await answers(viewer);
      return notes({
        suggestions: view.answer({ kind: 'suggestions', viewer, limit: 10 }, suggestions),
        introductions: view.answer({ kind: 'introductions', viewer }, introductions),
      });
    },
    wishOf: <N extends IntentName>(member: string, name: N, detail: Detail<N>) =>
      ({
        key: newKey(clock++),
        name,
        detail,
        actor: { member },
        community: '',
        at: now().toISOString(),
      }) as unknown as Intent,
  };
}

/** What is read of a note, in the order notes stand in, which for suggestions follows who has how much to answer. */
const readable = (notes: readonly IntroSaid[]) =>
  notes
    .map(({ key, standing, heading, text, reasons, state, untold, asksAfter }) => {
      const said = [heading, ...reasons, state ?? [], untold ?? []].map(plain);
      return JSON.stringify([standing === 'suggested', key, standing, said, text?.said, asksAfter]);
    })
    .sort();

const standings = (notes: readonly IntroSaid[]) => notes.map(({ standing, key }) => `${standing} ${key}`).sort();

describe('what somebody reads of introductions as soon as they wished', () => {
  it('is asked, with the line and the reasons', async () => {
    const { wishOf, readsAtOnce } = village();
    const reasons = [{ kind: 'topic' as const, words: 'choir' }];
    const notes = await readsAtOnce('ada', wishOf('ada', 'ask-intro', { with: 'bo', text: 'The lathe?', reasons }));
    expect(standings(notes)).toEqual(['asked bo', 'suggested cy', 'suggested dee']);
    const [asked] = notes;
    expect(asked?.text?.said).toBe('“The lathe?”');
    expect(asked?.reasons.map(plain)).toEqual(['You both care about choir.']);
    expect(plain(asked?.state ?? [])).toMatch(/^Asked\. If bo says yes.+ on 15 November\.$/);
  });

  it('is met where two say yes, also by asking who asked first; and gone after a no', async () => {
    const { commons, wishOf, readsAtOnce } = village();
    const asks = wishOf('ada', 'ask-intro', { with: 'bo', reasons: [] });
    commons.take(asks);
    const says = async (wish: Intent) => standings(await readsAtOnce('bo', wish));
    const others = ['suggested cy', 'suggested dee'];
    expect(await says(wishOf('bo', 'answer-intro', { introduction: asks.key, on: true }))).toEqual([
      'met ada',
      ...others,
    ]);
    expect(await says(wishOf('bo', 'ask-intro', { with: 'ada', reasons: [] }))).toEqual(['met ada', ...others]);
    expect(await says(wishOf('bo', 'answer-intro', { introduction: asks.key, on: false }))).toEqual(others);
  });

  it('is, for one of two whom a third brings together, that they wait for the other', async () => {
    const { commons, wishOf, readsAtOnce } = village();
    const brings = wishOf('cy', 'introduce', { people: ['ada', 'bo'], text: 'You both sing.' });
    commons.take(brings);
    const yes = wishOf('ada', 'answer-intro', { introduction: brings.key, on: true });
    expect(standings(await readsAtOnce('ada', yes))).toContain('asked bo');
  });

  it('is met with who asked again long after they had met', async () => {
    const { commons, wait, wishOf, reads, readsAtOnce } = village();
    const first = wishOf('bo', 'ask-intro', { with: 'ada', reasons: [] });
    commons.take(first);
    commons.take(wishOf('ada', 'answer-intro', { introduction: first.key, on: true }));
    wait(20);
    commons.take(wishOf('bo', 'ask-intro', { with: 'ada', reasons: [] }));
    const asks = wishOf('ada', 'ask-intro', { with: 'bo', reasons: [] });
    const atOnce = standings(await readsAtOnce('ada', asks));
    commons.take(asks);
    expect(atOnce).toEqual(standings(await reads('ada')));
    expect(atOnce.filter((one) => one.startsWith('met bo'))).toHaveLength(2);
  });

  it('is nobody somebody passed over', async () => {
    const { wishOf, readsAtOnce } = village();
    expect(standings(await readsAtOnce('ada', wishOf('ada', 'pass-intro', { with: 'bo' })))).toEqual([
      'suggested cy',
      'suggested dee',
    ]);
  });

  it('is what they read once it is carried out, after any history', async () => {
    const step = fc.record({
      by: fc.constantFrom(...people),
      other: fc.constantFrom(...people),
      third: fc.constantFrom(...people),
      on: fc.boolean(),
      nth: fc.nat(20),
      name: fc.constantFrom('ask-intro', 'introduce', 'answer-intro', 'answer-intro', 'pass-intro', 'met'),
      days: fc.constantFrom(0, 0, 0, 0, 4, 15),
    });
    let [agreed, same] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { commons, reads, readsAtOnce, wishOf, wait } = village();
        for (const { by, other, third, on, nth, name, days } of steps) {
          wait(days);
          const before = await reads(by);
          // What a note offers: a no is for who is asked, and who met is asked what became of it.
          const mine = before.filter(({ standing }) => standing === (name === 'met' ? 'met' : 'incoming'));
          const introduction = mine[nth % mine.length]?.introduction ?? 'none';
          const details = {
            'ask-intro': { with: other, reasons: [{ kind: 'topic', words: 'choir' }] },
            introduce: { people: [other, third], text: 'You both sing.' },
            'answer-intro': { introduction, on },
            'pass-intro': { with: other },
            met: { introduction, on },
          };
          const intent = wishOf(by, name as 'met', details[name as 'met']);
          const atOnce = await readsAtOnce(by, intent);
          try {
            commons.take(intent);
          } catch {
            continue;
          }
          const then = await reads(by);
          // Whether the other of two whom a third brings together has said yes, nobody knows before.
          const metNow = standings(then).filter((one) => one.startsWith('met') && !standings(before).includes(one));
          if (metNow.some((one) => !standings(atOnce).includes(one))) continue;
          agreed++;
          same += Number(readable(before).join() === readable(then).join());
          expect(readable(atOnce)).toEqual(readable(then));
        }
      }),
      { numRuns: 60 },
    );
    expect(agreed - same).toBeGreaterThan(40);
  }, 30_000);
});

describe('what somebody reads of introductions as days go by', () => {
  const CLOSED = "It closed without an answer. That's common, and says nothing about you.";
  type Here = ReturnType<typeof village>;
  const asks = (here: Here, from: string, to: string) => {
    const wish = here.wishOf(from, 'ask-intro', { with: to, text: 'The lathe?', reasons: [] });
    here.commons.take(wish);
    return wish.key;
  };
  const brings = (here: Here) => {
    const wish = here.wishOf('cy', 'introduce', { people: ['ada', 'bo'], text: 'You both sing.' });
    here.commons.take(wish);
    return wish.key;
  };
  const answers = (here: Here, by: string, introduction: string, on: boolean) =>
    here.commons.take(here.wishOf(by, 'answer-intro', { introduction, on }));
  const stateOf = async (here: Here, viewer: string, other: string) => {
    const note = (await here.reads(viewer)).find(({ key, standing }) => key === other && standing !== 'suggested');
    return note?.state && plain(note.state);
  };

  /** Everything the viewers read, each day from the first to the last, where something was done on the first or not. */
  async function days(begin: (here: Here) => void, viewers: readonly string[], last: number): Promise<string[][]> {
    const here = village();
    begin(here);
    // Whatever was wished, a second has passed.
    here.wait((start + 1_000 - here.now().getTime()) / 86_400_000);
    const read: string[][] = [];
    for (let day = 0; day <= last; day++) {
      for (const viewer of viewers) read.push(readable(await here.reads(viewer)));
      here.wait(1);
    }
    return read;
  }

  it('is to who asked, and to everybody else, the same on every day whether it was declined or nobody answered', async () => {
    const silent = await days((here) => void asks(here, 'ada', 'bo'), ['ada', 'cy', 'dee'], 200);
    const declined = await days(
      (here) => answers(here, 'bo', asks(here, 'ada', 'bo'), false),
      ['ada', 'cy', 'dee'],
      200,
    );
    expect(declined).toEqual(silent);
    expect(new Set(silent.map(String)).size).toBeGreaterThan(3);
  });

  it('closes on the fourteenth day in the same words, a no or none', async () => {
    for (const declines of [false, true]) {
      const here = village();
      const key = asks(here, 'ada', 'bo');
      if (declines) answers(here, 'bo', key, false);
      here.wait(13);
      expect(await stateOf(here, 'ada', 'bo')).toMatch(/^Asked\. If bo says yes/);
      here.wait(1);
      expect(await stateOf(here, 'ada', 'bo')).toBe(CLOSED);
      expect(standings(await here.reads('bo'))).not.toContain('incoming ada');
      expect(() => answers(here, 'bo', key, true)).toThrow();
    }
  });

  it('closes for two whom a third brings together as for one who asked, whichever of them says no', async () => {
    const both = ['ada', 'bo'] as const;
    for (const [one, other] of [both, [...both].reverse() as [string, string]]) {
      const silent = await days((here) => void brings(here), [other, 'dee'], 60);
      const declined = await days((here) => answers(here, one, brings(here), false), [other, 'dee'], 60);
      expect(declined).toEqual(silent);
      const agreed = (declines: boolean) =>
        days(
          (here) => {
            const key = brings(here);
            answers(here, other, key, true);
            if (declines) answers(here, one, key, false);
          },
          [other, 'cy', 'dee'],
          60,
        );
      expect(await agreed(true)).toEqual(await agreed(false));
      const here = village();
      answers(here, one, brings(here), false);
      here.wait(14);
      expect(await stateOf(here, other, one)).toBe(CLOSED);
      expect(await stateOf(here, one, other)).toBeUndefined();
    }
  });

  it('is nothing more for who brought two together: whether they met is theirs', async () => {
    const here = village();
    const before = standings(await here.reads('cy'));
    const key = brings(here);
    answers(here, 'ada', key, true);
    answers(here, 'bo', key, true);
    expect(standings(await here.reads('ada'))).toContain('met bo');
    expect(standings(await here.reads('cy'))).toEqual(before);
  });

  it('is again somebody who was passed over, once half a year is over, and never that one was', async () => {
    const here = village();
    const before = readable(await here.reads('bo'));
    here.commons.take(here.wishOf('ada', 'pass-intro', { with: 'bo' }));
    expect(readable(await here.reads('bo'))).toEqual(before);
    here.wait(181);
    expect(standings(await here.reads('ada'))).not.toContain('suggested bo');
    here.wait(1);
    expect(standings(await here.reads('ada'))).toContain('suggested bo');
  });

  it('is asked of each of two who met, from the third day on, and what one says of it stays theirs', async () => {
    const here = village();
    const key = asks(here, 'ada', 'bo');
    answers(here, 'bo', key, true);
    const isAsked = async (viewer: string) =>
      (await here.reads(viewer)).some(({ asksAfter, standing }) => standing === 'met' && asksAfter);
    expect([await isAsked('ada'), await isAsked('bo')]).toEqual([false, false]);
    here.wait(3);
    expect([await isAsked('ada'), await isAsked('bo')]).toEqual([true, true]);
    const before = readable(await here.reads('bo'));
    here.commons.take(here.wishOf('ada', 'met', { introduction: key, on: false }));
    expect(await isAsked('ada')).toBe(false);
    expect(readable(await here.reads('bo'))).toEqual(before);
  });
});
