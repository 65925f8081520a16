import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, toPublic, type CommunityDocument } from '@kith/core';
import { documentOf, frameOf, keyOf, piecesOf } from '../../../packages/core/src/rules/index.js';
import { riverside } from '../riverside.js';
import { history, live, people, type Step } from './histories.js';
import { village } from './support.js';

const empty: CommunityDocument = { kith: 1, archive: true, purpose: { statement: 'x' } };

function liveIn(here: ReturnType<typeof village>, steps: readonly Step[]): number {
  const wish = (...wished: Parameters<typeof here.wish>) => {
    const { key, refusal } = here.wish(...wished);
    return refusal ? undefined : key;
  };
  return live(steps, wish, here.wait);
}

describe('an archive', () => {
  it('carries every history out as rows do: the same refusals, the same facts, the same counts', () => {
    let taken = 0;
    fc.assert(
      fc.property(history, (steps) => {
        const pieces = piecesOf(empty);
        const here = village(pieces);
        taken += liveIn(here, steps);
        const { rows } = here;
        const { purpose, recognitions = [], members = [] } = documentOf(pieces, empty);
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
  }, 60_000);

  it('is a sound document at any time, and discloses nothing to everyone without a yes', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const pieces = piecesOf(empty);
        const here = village(pieces);
        const { rows } = here;
        liveIn(here, steps);
        const document = documentOf(pieces, empty);
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
  }, 60_000);

  it('of a public document shows everyone what it showed', () => {
    expect(toPublic(documentOf(piecesOf(riverside()), frameOf(riverside())))).toMatchObject(riverside());
  });
});
