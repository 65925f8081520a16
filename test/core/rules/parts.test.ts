import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import {
  createCommons,
  newKey,
  partsOf,
  pieceFrom,
  piecesOf,
  type Intent,
} from '../../../packages/core/src/rules/index.js';
import { crowded } from '../optimistic.js';
import { history, type Step } from './histories.js';
import { plain } from './plain.js';

const now = () => new Date('2026-11-01T10:00:00Z');

/** What a community is after some wishes, as far as they were taken. */
function after(steps: readonly Step[]): CommunityDocument {
  const commons = createCommons(crowded(), { now });
  const things = { letters: ['r1', 'r2', 'r3', 'r4'], lines: ['l1'], introductions: [] as string[] };
  for (const { by, name, make } of steps) {
    const detail = make(things);
    const key = newKey();
    try {
      commons.take({ key, name, detail, actor: { member: by }, community: '', at: now().toISOString() } as Intent);
    } catch {
      continue;
    }
    if (name === 'recognize') things.letters.push(key);
    if (name === 'pledge' && detail && 'line' in detail) things.lines.push(key);
    if (name === 'ask-intro' || name === 'introduce') things.introductions.push(key);
  }
  return commons.archive();
}

describe('a piece that is taken apart', () => {
  it('is the same when it is put together again, after any history', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [name, piece] of piecesOf(after(steps)))
          expect(plain(pieceFrom(partsOf(name, piece))), name).toEqual(plain(piece));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves nobody’s name where only what is left of a number stands', () => {
    const [own, ...parts] = partsOf('recognition r1', { id: 'r1', cheers: { count: 7, by: ['ada', 'bo'] } });
    expect(own).toEqual(['recognition r1', { id: 'r1', cheers: { count: 5, by: [] } }]);
    expect(parts.map(([key]) => key)).toEqual(['cheer r1 ada', 'cheer r1 bo']);
  });

  it('says as a row what its document says in another word: that two people met', () => {
    const piece = { id: 'i1', people: ['ada', 'bo'], state: 'met', at: '2026-01-01' };
    expect(partsOf('introduction i1', piece)[0]?.[1]).toMatchObject({ met: '2026-01-01' });
  });
});
