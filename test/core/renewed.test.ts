import { describe, expect, it } from 'vitest';
import { renewed, type Purpose } from '@kith/core';

const now = new Date('2026-03-03T10:00:00Z');
const wording = (version: number, earlier?: Purpose['earlier']): Purpose => ({
  version,
  statement: `Wording ${version}`,
  ...(earlier && { earlier }),
});
const kept = (version: number, until = now.toISOString()) => ({ version, statement: `Wording ${version}`, until });

describe('a purpose in the place of another', () => {
  it('of a higher version keeps the wording that was, until now', () => {
    expect(renewed(wording(1), wording(2), now)).toEqual(wording(2, [kept(1)]));
    expect(renewed({ statement: 'Wording 1' }, wording(2), now)).toEqual(wording(2, [kept(1)]));
  });

  it('keeps those before that too, the latest first', () => {
    const first = kept(1, '2025-01-01');
    expect(renewed(wording(2, [first]), wording(3), now)).toEqual(wording(3, [kept(2), first]));
  });

  it('says of earlier wordings what it says itself', () => {
    const own = [{ version: 1, statement: 'As we put it then' }];
    expect(renewed(wording(1), wording(2, own), now)).toEqual(wording(2, own));
    expect(renewed(wording(2, [kept(1)]), wording(3, []), now)).toEqual(wording(3, [kept(2)]));
  });

  it('of the same version mends that wording, and keeps none', () => {
    expect(renewed(wording(2), { version: 2, statement: 'Wording two' }, now)).toEqual({
      version: 2,
      statement: 'Wording two',
    });
    expect(renewed(wording(2, [kept(1)]), wording(2), now)).toEqual(wording(2, [kept(1)]));
  });

  it('where there was none is what it is', () => {
    expect(renewed(undefined, wording(2), now)).toEqual(wording(2));
  });
});
