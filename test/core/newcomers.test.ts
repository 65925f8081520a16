import { describe, expect, it } from 'vitest';
import { isNewcomer, type Member } from '@kith/core';

describe('isNewcomer', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const isNew = (own: Partial<Member>) => isNewcomer({ id: 'bo', name: 'Bo', joinedAt: '2026-11-14', ...own }, now);

  it('is who joined in the last four weeks', () => {
    expect(isNew({})).toBe(true);
    expect(isNew({ joinedAt: '2026-10-24T12:00:00Z' })).toBe(true);
    expect(isNew({ joinedAt: '2026-10-24T11:59:59Z' })).toBe(false);
    expect(isNew({ joinedAt: '2026-11-22' })).toBe(true);
    expect(isNew({ joinedAt: '2027-01-01' })).toBe(false);
  });

  it('is nobody of whom it is not known since when they are here', () => {
    expect(isNewcomer({ id: 'bo', name: 'Bo' }, now)).toBe(false);
    expect(isNew({ joinedAt: 'lately' })).toBe(false);
  });

  it('is no host, no bot, no organisation and nobody who has left', () => {
    expect(isNew({ host: true })).toBe(false);
    expect(isNew({ kind: 'bot' })).toBe(false);
    expect(isNew({ kind: 'organization' })).toBe(false);
    expect(isNew({ standing: 'past' })).toBe(false);
    expect(isNew({ standing: 'resting' })).toBe(true);
  });
});
