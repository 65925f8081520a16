import { describe, expect, it } from 'vitest';
import { provenance, type Purpose } from '@kith/core';

const purpose = (pledged?: number, threshold?: number): Purpose => ({
  statement: 'Everyone can fix something',
  ...(threshold !== undefined && { threshold }),
  counts: { withUs: 412, ...(pledged !== undefined && { pledged }) },
});

describe('provenance', () => {
  it.each([
    [0, 3],
    [1, 3],
    [9, 3],
    [10, 4],
    [30, 10],
    [31, 11],
    [75, 25],
    [76, 25],
    [100_000, 25],
  ])('of %i members asks for %i names', (members, threshold) => {
    expect(provenance(purpose(0), members).threshold).toBe(threshold);
  });

  it('keeps to the threshold the purpose states, be it above 25 or below 3', () => {
    expect(provenance(purpose(39, 40), 6)).toEqual({ state: 'proposed', pledged: 39, threshold: 40 });
    expect(provenance(purpose(1, 1), 600)).toEqual({ state: 'shared', pledged: 1, threshold: 1 });
  });

  it('is proposed until the names reach the threshold, and shared from then on', () => {
    expect(provenance(purpose(24), 93)).toMatchObject({ state: 'proposed', pledged: 24 });
    expect(provenance(purpose(25), 93)).toMatchObject({ state: 'shared', pledged: 25 });
  });

  it('counts pledges, never those merely counted in', () => {
    expect(provenance(purpose(0), 3)).toMatchObject({ state: 'proposed', pledged: 0 });
  });

  it('does not say zero where the source tells no count', () => {
    expect(provenance(purpose(), 30)).toEqual({ state: 'proposed', pledged: undefined, threshold: 10 });
    expect(provenance({ statement: 'Mend it' }, 30).pledged).toBeUndefined();
  });

  it('asks for the most names where the number of members is unknown', () => {
    expect(provenance(purpose(24), undefined)).toEqual({ state: 'proposed', pledged: 24, threshold: 25 });
  });
});
