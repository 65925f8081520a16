import { describe, expect, it } from 'vitest';
import { nextShared, type Awake } from '@kith/core';

describe('nextShared', () => {
  const at = (timeZone: string, ...hours: string[]) => ({ timeZone, hours });
  const next = (a: Awake, b: Awake, now: string) => {
    const shared = nextShared(a, b, new Date(now));
    return shared && [shared.from.toISOString(), shared.to.toISOString()];
  };

  it('is an hour of the day after, where they share the longest', () => {
    expect(next(at('UTC', '08:00-09:00', '18:00-21:00'), at('UTC', '08:00-21:00'), '2026-11-21T12:00:00Z')).toEqual([
      '2026-11-22T18:00:00.000Z',
      '2026-11-22T19:00:00.000Z',
    ]);
    expect(next(at('UTC', '18:00-18:30'), at('UTC', '18:00-21:00'), '2026-11-21T23:59:00Z')).toEqual([
      '2026-11-22T18:00:00.000Z',
      '2026-11-22T18:30:00.000Z',
    ]);
  });

  it('is of the day it is where the first of them is', () => {
    const tokyo = at('Asia/Tokyo', '07:00-08:00');
    const anyTime = at('UTC', '00:00-24:00');
    expect(next(tokyo, anyTime, '2026-11-21T12:00:00Z')?.[0]).toBe('2026-11-21T22:00:00.000Z');
    expect(next(tokyo, anyTime, '2026-11-21T16:00:00Z')?.[0]).toBe('2026-11-22T22:00:00.000Z');
  });

  it('is a day later where somebody’s clocks change in between: that hour may not be what it was', () => {
    const london = at('Europe/London', '00:00-01:00');
    const york = at('America/New_York', '19:00-20:30');
    expect(next(london, york, '2026-03-07T12:00:00Z')?.[0]).toBe('2026-03-09T00:00:00.000Z');
    expect(next(london, york, '2026-11-21T12:00:00Z')?.[0]).toBe('2026-11-22T00:00:00.000Z');
  });

  it('is nothing where they are never up together, or nobody knows', () => {
    expect(next(at('UTC', '08:00-09:00'), at('UTC', '10:00-11:00'), '2026-11-21')).toBeUndefined();
    expect(next(at('UTC'), at('UTC', '10:00-11:00'), '2026-11-21')).toBeUndefined();
  });
});
