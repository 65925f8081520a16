import fc from 'fast-check';
import { audiences } from '@kith/core';
import type { Detail, IntentName } from '../../../packages/core/src/rules/index.js';

export const people = ['ada', 'bo', 'cy', 'dee'] as const;
/** A wish of anybody for anything, of things made earlier by their number. */
const member = fc.constantFrom(...people);
const on = fc.boolean();
const number = fc.nat(30);
const role = fc.constant('connector');
const rung = fc.constantFrom('first', 'five', 'teach');
/** A wish of `by`, `wait` days after the one before, of things made by earlier ones. */
export type Step = { by: string; name: IntentName; make(things: Things): object | undefined; wait: number };
interface Things {
  letters: string[];
  lines: string[];
  introductions: string[];
}
const one = (list: string[], n: number) => (list.length ? list[n % list.length] : undefined);
const of = (list: keyof Things, n: number, make: (id: string) => object) => (things: Things) => {
  const id = one(things[list], n);
  return id === undefined ? undefined : make(id);
};
const always = (detail: object) => () => detail;

const wishes: fc.Arbitrary<Pick<Step, 'name' | 'make'>> = fc.oneof(
  fc.record({ name: fc.constant('with-us' as const), make: on.map((on) => always({ on })) }),
  fc.record({
    name: fc.constant('pledge' as const),
    make: fc
      .tuple(on, fc.option(fc.constant('Because.'), { nil: undefined }))
      .map(([on, line]) => always({ on, purposeVersion: 3, ...(line && { line }) })),
  }),
  fc.record({
    name: fc.constant('back' as const),
    make: fc.tuple(number, on).map(([n, on]) => of('lines', n, (id) => ({ subject: { kind: 'line', id }, on }))),
  }),
  fc.record({
    name: fc.constant('claim-role' as const),
    make: fc.tuple(role, on).map(([role, on]) => always({ role, on, aspires: 'I know who has a van.' })),
  }),
  fc.record({
    name: fc.constant('affirm-role' as const),
    make: fc.tuple(member, role, on).map(([member, role, on]) => always({ member, role, on })),
  }),
  fc.record({
    name: fc.constant('accept-role' as const),
    make: fc.tuple(role, on).map(([role, on]) => always({ role, on })),
  }),
  fc.record({
    name: fc.constant('recognize' as const),
    make: fc
      .tuple(fc.uniqueArray(member, { maxLength: 3 }), fc.constantFrom('thanks', 'ask', 'story'))
      .map(([to, occasion]) => always({ to, occasion, text: 'You held the ladder.' })),
  }),
  fc.record({
    name: fc.constant('consent' as const),
    make: fc
      .tuple(number, fc.constantFrom('named', 'unnamed', 'hidden'))
      .map(([n, as]) => of('letters', n, (recognition) => ({ recognition, as }))),
  }),
  fc.record({
    name: fc.constantFrom('cheer' as const, 'keep' as const),
    make: fc.tuple(number, on).map(([n, on]) => of('letters', n, (recognition) => ({ recognition, on }))),
  }),
  fc.record({
    name: fc.constant('thank' as const),
    make: number.map((n) => of('letters', n, (recognition) => ({ recognition, text: 'Gladly.' }))),
  }),
  fc.record({
    name: fc.constant('retract' as const),
    make: number.map((n) => of('letters', n, (recognition) => ({ recognition }))),
  }),
  fc.record({
    name: fc.constant('report' as const),
    make: number.map((n) => of('letters', n, (recognition) => ({ recognition, reason: 'It names my street.' }))),
  }),
  fc.record({
    name: fc.constant('record' as const),
    make: fc.nat(6).map((value) => always({ ladder: 'pull-up', measure: 'reps', value })),
  }),
  fc.record({
    name: fc.constantFrom('sponsor' as const, 'cheer' as const),
    make: fc.tuple(member, rung, on).map(([member, rung, on]) => always({ member, ladder: 'pull-up', rung, on })),
  }),
  fc.record({
    name: fc.constant('ask-intro' as const),
    make: member.map((other) => always({ with: other, reasons: [], text: 'SECRET' })),
  }),
  fc.record({
    name: fc.constant('introduce' as const),
    make: fc.tuple(member, member).map((people) => always({ people, text: 'SECRET' })),
  }),
  fc.record({
    name: fc.constantFrom('answer-intro' as const, 'met' as const),
    make: fc.tuple(number, on).map(([n, on]) => of('introductions', n, (introduction) => ({ introduction, on }))),
  }),
  fc.record({ name: fc.constant('pass-intro' as const), make: member.map((other) => always({ with: other })) }),
  fc.record({
    name: fc.constant('profile' as const),
    make: fc
      .constantFrom('everyone', 'nobody')
      .map((visibility) => always({ patch: { visibility, asks: ['a lathe'] } })),
  }),
  fc.record({
    name: fc.constant('profile' as const),
    make: fc
      .constantFrom(...audiences)
      .map((visibility) => always({ patch: { progress: { ladder: 'pull-up', visibility } } })),
  }),
);
/** Wishes one after another, of anybody for anything. */
export const history: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(member, wishes, fc.constantFrom(0, 0, 0, 3, 20)).map(([by, wish, wait]) => ({ by, wait, ...wish })),
  { minLength: 10, maxLength: 60 },
);

/** Carries a history out with `wish`, which gives the key of what it was if it was taken; gives how many were. */
export function live(
  steps: readonly Step[],
  wish: (by: string, name: IntentName, detail: Detail<IntentName>) => string | undefined,
  wait: (days: number) => void,
): number {
  const things: Things = { letters: [], lines: [], introductions: [] };
  let taken = 0;
  for (const { by, name, make, wait: days } of steps) {
    wait(days);
    const detail = make(things);
    if (!detail) continue;
    const key = wish(by, name, detail as Detail<IntentName>);
    if (key === undefined) continue;
    taken++;
    if (name === 'recognize') things.letters.push(key);
    if (name === 'pledge' && 'line' in detail) things.lines.push(key);
    if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
  }
  return taken;
}
