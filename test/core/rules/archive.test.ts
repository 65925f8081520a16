import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, toPublic, type CommunityDocument } from '@kith/core';
import { archiveOf, keyOf, type Detail, type IntentName } from '../../../packages/core/src/rules/index.js';
import { riverside } from '../riverside.js';
import { village } from './support.js';

const people = ['ada', 'bo', 'cy', 'dee'] as const;
const empty: CommunityDocument = { kith: 1, archive: true, purpose: { statement: 'x' } };

/** A wish of anybody for anything, of things made earlier by their number. */
const member = fc.constantFrom(...people);
const on = fc.boolean();
const number = fc.nat(30);
const role = fc.constant('connector');
const rung = fc.constantFrom('first', 'five', 'teach');
type Step = { by: string; name: IntentName; make(things: Things): object | undefined; wait: number };
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
      .map((visibility) => always({ patch: { visibility, asks: ['SECRET'] } })),
  }),
);
const history: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(member, wishes, fc.constantFrom(0, 0, 0, 3, 20)).map(([by, wish, wait]) => ({ by, wait, ...wish })),
  { minLength: 10, maxLength: 60 },
);

/** Carries a history out; gives how many of its wishes were taken. */
function live(here: ReturnType<typeof village>, steps: Step[]): number {
  const things: Things = { letters: [], lines: [], introductions: [] };
  let taken = 0;
  for (const { by, name, make, wait } of steps) {
    here.wait(wait);
    const detail = make(things);
    if (!detail) continue;
    const { key, refusal } = here.wish(by, name, detail as Detail<IntentName>);
    if (refusal) continue;
    taken++;
    if (name === 'recognize') things.letters.push(key);
    if (name === 'pledge' && 'line' in detail) things.lines.push(key);
    if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
  }
  return taken;
}

describe('an archive', () => {
  it('carries every history out as rows do: the same refusals, the same facts, the same counts', () => {
    let taken = 0;
    fc.assert(
      fc.property(history, (steps) => {
        const archive = archiveOf(empty);
        const here = village(archive);
        taken += live(here, steps);
        const { rows } = here;
        const { purpose, recognitions = [], members = [] } = archive.document();
        const pledges = rows.all('pledge').map((row) => row.member);
        const counted = people.filter((id) => rows.get(keyOf('with-us', 'member', id)) || pledges.includes(id));
        expect(purpose?.counts?.pledged ?? 0).toBe(pledges.length);
        expect(purpose?.counts?.withUs ?? 0).toBe(counted.length);
        for (const { id, cheers } of recognitions) {
          expect(cheers?.count ?? 0).toBe(rows.all('cheer').filter((row) => row.recognition === id).length);
        }
        for (const { id, roles = [] } of members) {
          const count = roles.reduce((sum, { affirmed }) => sum + (affirmed?.count ?? 0), 0);
          expect(count).toBe(rows.all('affirmation').filter((row) => row.member === id).length);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(taken).toBeGreaterThan(3000);
  });

  it('is a sound document at any time, and discloses nothing to everyone without a yes', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const archive = archiveOf(empty);
        const here = village(archive);
        const { rows } = here;
        live(here, steps);
        const document = archive.document();
        expect(readDocument(structuredClone(document)).aside).toEqual([]);
        const open = toPublic(document);
        for (const { id, to = [], replies = [] } of open.recognitions ?? []) {
          const answers = rows.all('consent').filter((row) => row.recognition === id);
          const named = answers.filter((row) => row.as === 'named').map((row) => row.member);
          const letter = rows.get(keyOf('recognition', id));
          expect(named).toEqual(expect.arrayContaining(to));
          expect(named).toEqual(expect.arrayContaining(replies.map((row) => row.member)));
          if (letter?.to?.length) expect(answers.some((row) => row.as !== 'hidden')).toBe(true);
        }
        for (const { id, roles = [] } of open.members ?? []) {
          for (const { role } of roles) expect(rows.get(keyOf('holding', id, role))?.accepted).toBe(true);
          if (rows.get(keyOf('member', id))?.visibility !== 'everyone') expect(roles).toEqual([]);
        }
        const printed = JSON.stringify(open);
        expect(printed).not.toMatch(/introduction|"passes"|"asked"|"pledges"|"reports"|"counted"/);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('of a public document shows everyone what it showed', () => {
    expect(toPublic(archiveOf(riverside()).document())).toMatchObject(riverside());
  });
});
