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
          const isMetNow = standings(then).some((one) => one.startsWith('met') && !standings(before).includes(one));
          if (isMetNow && !standings(atOnce).some((one) => standings(then).includes(one) && one.startsWith('met')))
            continue;
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
