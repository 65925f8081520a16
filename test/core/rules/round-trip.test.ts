import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, toPublic, type CommunityDocument } from '@kith/core';
import { crowded } from '../optimistic.js';
import { riverside } from '../riverside.js';
import { village } from '../village.js';
import { history, live } from './histories.js';
import { living } from './living.js';

/** Numbers and names without a member behind them, in each place that can have any. */
const unlisted = (): CommunityDocument => ({
  ...crowded(),
  purpose: {
    statement: 'Everyone can fix something',
    counts: { withUs: 400, pledged: 80, active: 31 },
    by: ['bo', 'somebody'],
    lines: [{ id: 'l1', member: 'somebody', text: 'My kettle.', backed: { count: 9, by: ['another'] } }],
  },
  members: (crowded().members ?? []).map((member) => ({
    ...member,
    roles: [
      { role: 'connector', affirmed: { count: 12, by: [{ member: 'somebody', because: 'The van.' }] }, shown: 3 },
    ],
  })),
  recognitions: [
    {
      id: 'r1',
      from: 'somebody',
      to: ['ada', 'another'],
      unnamed: 4,
      text: 'You held it.',
      at: '2026-10-01',
      cheers: { count: 7, by: ['another'] },
      replies: [{ member: 'another', text: 'Any time.' }],
    },
    { id: 'r2', occasion: 'ask', from: 'somebody', text: 'Who has a van?', backed: { count: 5, by: ['another'] } },
    { id: 'r3', occasion: 'ask', text: 'Who has two?', answers: [{ member: 'somebody', text: 'I.' }] },
  ],
  progress: [
    {
      member: 'ada',
      ladder: 'pull-up',
      measures: { reps: 3 },
      sponsors: { five: ['somebody'] },
      cheers: [{ rung: 'first', count: 6, by: ['another'] }],
    },
  ],
});

/** The same community elsewhere, as a file takes it along. */
function taken(here: ReturnType<typeof living>, days = 0) {
  const { document, aside } = readDocument(JSON.parse(JSON.stringify(here.commons.archive())));
  expect(aside).toEqual([]);
  const there = living(document);
  there.wait(days);
  return there;
}

const viewers = ['ada', 'bo', 'cy', 'dee', 'guest a1b2', undefined];
const everything = (here: ReturnType<typeof living>) => Promise.all(viewers.map((viewer) => here.all(viewer)));

describe('a community that is exported and imported', () => {
  it.each([
    ['began as an archive', village],
    ['began as a public document', crowded],
    ['began as a public document with people who are not listed', unlisted],
    ['began as a public document that uses all there is', riverside],
  ])('says the same to everybody, and once more: it %s', async (_, document) => {
    const here = living(document());
    const there = taken(here);
    expect(await everything(there)).toEqual(await everything(here));
    expect(there.commons.archive()).toEqual(here.commons.archive());
    expect(toPublic(there.commons.archive())).toEqual(toPublic(here.commons.archive()));
  });

  it.each([
    ['an archive', village],
    ['a public document', crowded],
    ['a public document with people who are not listed', unlisted],
  ])(
    'goes on as it would have, after any history of what began as %s',
    async (_, document) => {
      await fc.assert(
        fc.asyncProperty(history, history, async (before, after) => {
          const here = living(document());
          const wish =
            (at: ReturnType<typeof living>) =>
            (...wished: Parameters<typeof here.wish>) => {
              const { key, refused } = at.wish(...wished);
              return refused ? undefined : key;
            };
          live(before, wish(here), here.wait);
          const there = taken(
            here,
            before.reduce((days, step) => days + step.wait, 0),
          );
          expect(await everything(there)).toEqual(await everything(here));
          const both = (...[member, name, detail, key]: Parameters<typeof here.wish>) => {
            const made = here.wish(member, name, detail, key);
            expect(there.wish(member, name, detail, made.key).refused).toBe(made.refused);
            return made.refused ? undefined : made.key;
          };
          live(after.slice(0, 10), both, (days) => (here.wait(days), there.wait(days)));
          expect(await everything(there)).toEqual(await everything(here));
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );
});
